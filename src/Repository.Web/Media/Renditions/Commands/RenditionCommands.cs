using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Repository.Web.Media.Renditions.Commands;

/// <summary>
/// The commands of an address, as ImageSharp.Web 3 and Umbraco 17 know them, in the order in which they first stand there; of one given twice the
/// last counts. Whatever else the address says was dropped.
/// </summary>
internal sealed record RenditionCommands(ImmutableArray<KeyValuePair<string, string>> Known, string? Token, bool IsPinned)
{
    private const string TokenName = "hmac";

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "width", "height", "rmode", "rxy", "ranchor", "cc", "format", "quality", "bgcolor", "rcolor", "rsampler", "compand", "orient", "autoorient");

    /// <summary>Names in the query know no letter case. <c>v</c> and <c>rnd</c> are no commands: they say that this address always means the same bytes.</summary>
    public static RenditionCommands Read(IQueryCollection query) => new(
        [.. query.Where(pair => Names.Contains(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value[^1] ?? ""))],
        query.TryGetValue(TokenName, out var token) ? token[^1] : null,
        query.ContainsKey("v") || query.ContainsKey("rnd"));

    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in Known)
            {
                if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase)) return value;
            }

            return null;
        }
    }
}

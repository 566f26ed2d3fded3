using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Repository.Web.Site.Listing;

/// <summary>The address of a list with what was asked of it, and of the same list with something more or less. Whoever narrows a list begins again at its first page.</summary>
internal sealed record ListingAddress(string Path, ImmutableArray<KeyValuePair<string, string>> Asked)
{
    private const string Skip = "skip";

    /// <summary>The address of a request, as it was asked for.</summary>
    public static ListingAddress Of(HttpRequest request) => new(IsOwn(request.Path.Value) ? request.Path.ToUriComponent() : "/", [.. Pairs(request.Query)]);

    /// <summary>An address that stands in another one. Null when it is not surely one of this site's own.</summary>
    public static ListingAddress? Parse(string? written)
    {
        if (!IsOwn(written)) return null;
        var parts = written!.Split('#')[0].Split('?', 2);
        return new ListingAddress(parts[0], parts is [_, var query] ? [.. Pairs(new QueryCollection(QueryHelpers.ParseQuery(query)))] : []);
    }

    /// <summary>The same list with less asked of it.</summary>
    public ListingAddress Less(params string[] names) => this with { Asked = [.. Others(names)] };

    /// <summary>The same list with more asked of it.</summary>
    public ListingAddress And(string name, string value) => this with { Asked = [.. Asked, KeyValuePair.Create(name, value)] };

    public string With(string name, string value) => Written([.. Others(Skip), KeyValuePair.Create(name, value)]);

    public string Without(string name, string value) => Written([.. Others(Skip).Where(pair => pair.Key != name || pair.Value != value)]);

    public string Without(params string[] names) => Written([.. Others([.. names, Skip])]);

    /// <summary>One value in place of all others of that name.</summary>
    public string Set(string name, string value) => Written([.. Others(name, Skip), KeyValuePair.Create(name, value)]);

    public string At(int skip) => Written(skip == 0 ? [.. Others(Skip)] : [.. Others(Skip), KeyValuePair.Create(Skip, skip.ToString(System.Globalization.CultureInfo.InvariantCulture))]);

    /// <summary>What a form must send along besides its own fields.</summary>
    public IEnumerable<KeyValuePair<string, string>> Others(params string[] names) => Asked.Where(pair => !names.Contains(pair.Key, StringComparer.Ordinal));

    public override string ToString() => Written(Asked);

    /// <summary>Two slashes at the beginning, or what browsers take for them, would lead to another site.</summary>
    private static bool IsOwn(string? address) => address is ['/', ..] && address is not [_, '/' or '\\', ..] && !address.Any(char.IsControl);

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IQueryCollection query) =>
        from pair in query
        from value in pair.Value
        where value is not null
        select KeyValuePair.Create(pair.Key, value);

    private string Written(ImmutableArray<KeyValuePair<string, string>> asked)
    {
        if (asked.IsEmpty) return Path;
        var address = new StringBuilder(Path);
        var separator = '?';
        foreach (var (name, value) in asked)
        {
            address.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return address.ToString();
    }
}

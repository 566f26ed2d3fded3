using System.Collections.Immutable;
using System.Text;

namespace Repository.Web.Site.Listing;

/// <summary>The address of a list with what was asked of it, and of the same list with something more or less. Whoever narrows a list begins again at its first page.</summary>
internal sealed record ListingAddress(string Path, ImmutableArray<KeyValuePair<string, string>> Asked)
{
    private const string Skip = "skip";

    public string With(string name, string value) => Written([.. Others(Skip), KeyValuePair.Create(name, value)]);

    public string Without(string name, string value) => Written([.. Others(Skip).Where(pair => pair.Key != name || pair.Value != value)]);

    public string Without(params string[] names) => Written([.. Others([.. names, Skip])]);

    /// <summary>One value in place of all others of that name.</summary>
    public string Set(string name, string value) => Written([.. Others(name, Skip), KeyValuePair.Create(name, value)]);

    public string At(int skip) => Written(skip == 0 ? [.. Others(Skip)] : [.. Others(Skip), KeyValuePair.Create(Skip, skip.ToString(System.Globalization.CultureInfo.InvariantCulture))]);

    /// <summary>What a form must send along besides its own fields.</summary>
    public IEnumerable<KeyValuePair<string, string>> Others(params string[] names) => Asked.Where(pair => !names.Contains(pair.Key, StringComparer.Ordinal));

    private string Written(ImmutableArray<KeyValuePair<string, string>> asked)
    {
        if (asked.IsEmpty) return Path;
        var address = new StringBuilder(Path);
        var separator = '?';
        foreach (var (name, value) in asked)
        {
            address.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return address.ToString();
    }
}

using System.Collections.Immutable;

namespace Repository.Web.Site.Reading;

/// <summary>The practices that a visitor lays side by side. They stand in the address, each by its key, and are kept nowhere else.</summary>
/// <param name="HasUnknown">Was something asked for that is no practice the public sees?</param>
/// <param name="HasMore">Were there more than fit?</param>
internal sealed record Comparison(ImmutableArray<SeenItem> Items, bool HasUnknown, bool HasMore)
{
    public const string ContentType = "practice";
    public const string Parameter = "p";
    public const int Most = 4;
    public const int Fewest = 2;

    public bool IsFull => Items.Length >= Most;

    public IEnumerable<string> Keys => Items.Select(item => item.Item.Key.ToString());

    public static Comparison Read(IQueryCollection query, SiteReader reader)
    {
        if (!query.TryGetValue(Parameter, out var written)) return new Comparison([], false, false);
        var asked = written.Where(value => !string.IsNullOrWhiteSpace(value)).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most * Most).ToList();
        var found = asked.Select(value => Guid.TryParse(value, out var key) && reader.Find(key) is { Type: ContentType } practice ? practice : null).ToList();
        var practices = found.OfType<SeenItem>().DistinctBy(item => item.Item.Key).ToList();
        return new Comparison([.. practices.Take(Most)], found.Contains(null), practices.Count > Most);
    }

    /// <summary>With one more; null where it is there already, or nothing more fits.</summary>
    public string? AddressWith(Guid key, SiteReader reader) => IsFull || Items.Any(item => item.Item.Key == key) ? null : Address(Keys.Append(key.ToString()), reader);

    public string AddressWithout(SeenItem item, SiteReader reader) => Address(Keys.Where(key => key != item.Item.Key.ToString()), reader);

    public string Address(SiteReader reader) => Address(Keys, reader);

    /// <summary>A list in which one more can be found.</summary>
    public string AddressOfMore(string list, SiteReader reader) => Carried(list, Keys, reader);

    private static string Address(IEnumerable<string> keys, SiteReader reader) => Carried(OwnAddress.Of(reader, OwnAddress.Compare), keys, reader);

    private static string Carried(string address, IEnumerable<string> keys, SiteReader reader)
    {
        var query = string.Join('&', keys.Select(key => $"{Parameter}={key}"));
        return reader.Carry(query.Length == 0 ? address : $"{address}?{query}");
    }
}

namespace Repository.Web.Site.Reading;

/// <summary>Where the search page of a language is.</summary>
internal static class SearchAddress
{
    public const string Path = "/buscar/";

    public static string Of(SiteReader reader) => Of(reader, reader.Culture);

    public static string Of(SiteReader reader, string culture) => reader.Snapshot.Schema.Prefixes.TryGetValue(culture, out var prefix) ? $"/{prefix}{Path}" : Path;
}

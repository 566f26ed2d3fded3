using System.Collections.Immutable;
using Repository.Core.Publishing;
using Repository.Core.Schema;

namespace Repository.Web.Site.Reading;

/// <summary>Where the pages are that show no item. Each language has them below its prefix.</summary>
internal static class OwnAddress
{
    public const string Search = "/buscar/";

    public const string Compare = "/comparar/";

    public const string MyMunicipality = "/mi-municipio/";

    public static readonly ImmutableArray<string> All = [Search, Compare, MyMunicipality];

    public static string Of(SiteReader reader, string page) => Of(reader.Snapshot.Schema, reader.Culture, page);

    public static string Of(ContentSchema schema, string culture, string page) => schema.Prefixes.TryGetValue(culture, out var prefix) ? $"/{prefix}{page}" : page;

    /// <summary>The page in each language that has a home page.</summary>
    public static ImmutableArray<(string Language, string Path)> Variants(PublishedSnapshot snapshot, string page) =>
    [
        .. from language in snapshot.Schema.Languages
           where Routing.Roots(snapshot).Any(root => root.Cultures.Any(culture => culture.Culture == language.Tag))
           where language.IsDefault || snapshot.Schema.Prefixes.ContainsKey(language.Tag)
           select (language.Tag, Of(snapshot.Schema, language.Tag, page)),
    ];
}

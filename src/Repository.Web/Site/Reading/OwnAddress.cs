using Repository.Core.Schema;

namespace Repository.Web.Site.Reading;

/// <summary>Where the pages are that show no item. Each language has them below its prefix.</summary>
internal static class OwnAddress
{
    public const string Search = "/buscar/";

    public const string Compare = "/comparar/";

    public const string MyMunicipality = "/mi-municipio/";

    public static string Of(SiteReader reader, string page) => Of(reader.Snapshot.Schema, reader.Culture, page);

    public static string Of(ContentSchema schema, string culture, string page) => schema.Prefixes.TryGetValue(culture, out var prefix) ? $"/{prefix}{page}" : page;
}

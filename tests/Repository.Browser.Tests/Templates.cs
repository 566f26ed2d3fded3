using Repository.Core.Publishing;

namespace Repository.Browser.Tests;

/// <summary>One page of each kind, found in the seed content: a content type that is new is among them by itself. What is rare is among them as well.</summary>
internal static class Templates
{
    public const string Lost = "/no-existe/";

    private static readonly string[] Others = ["/buscar/", "/buscar/?q=agua&region=centralValleys", "/buscar/?q=xqzwv", RareItems.OnlyOne, "/buscar/?q=aviso&type=newsItem", RareItems.Empty, RareItems.Crowded, RareItems.LastPage, RareItems.Gone, Lost, "/municipios/", "/glosario/", "/materiales/", "/sentencias/", "/planes/", "/en/", "/sin-conexion/", "/practicas/?vista=mapa", "/buscar/?q=agua&vista=mapa&municipio=20452", "/practicas/?municipio=nada", "/mi-municipio/", "/mi-municipio/?nombre=san", "/comparar/"];

    public static IEnumerable<string> Of(PublishedSnapshot live, IReadOnlyCollection<Guid> rare) =>
    [
        .. live.Documents().Where(item => !rare.Contains(item.Key)).GroupBy(item => item.Type.Alias).Select(kind => Longest(live, kind)),
        .. rare.Select(key => PathOf(live, live.Find(key)!)),
        .. Others,
        Comparison(live),
    ];

    /// <summary>Four practices side by side, those with the longest names.</summary>
    public static string Comparison(PublishedSnapshot live) =>
        $"/comparar/?{string.Join('&', live.Documents().Where(item => item.Type.Alias == "practice").OrderByDescending(item => item.Cultures[^1].Name.Length).Take(4).Select(practice => $"p={practice.Key}"))}";

    /// <summary>The item with the longest name shows soonest what does not fit.</summary>
    private static string Longest(PublishedSnapshot live, IEnumerable<PublishedItem> kind) => PathOf(live, kind.OrderByDescending(item => item.Cultures[^1].Name.Length).First());

    private static string PathOf(PublishedSnapshot live, PublishedItem item) => Routing.PathOf(live, item.Cultures[^1]);
}

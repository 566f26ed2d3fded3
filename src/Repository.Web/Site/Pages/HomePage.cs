using System.Text.Json.Nodes;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Machines.Feeds;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>The home page: what this is, the search, three doors, what is new, where the practices come from.</summary>
internal sealed class HomePage : IItemPage
{
    public string ContentType => "home";

    public SitePage Make(ItemRequest request)
    {
        var (reader, values) = (request.Reader, request.Values);
        var grid = values["blocks"] is BlockGridValue blocks ? values.BlocksOf(Flat(blocks.Blocks)) : [];
        var hero = grid.FirstOrDefault(block => block.Alias == "heroBlock");
        var regions = new Narrowing(reader.View, reader.View.OfType("practice"), []).Count(Facet.Region, int.MaxValue, withEmpty: true);
        var model = new HomeModel(
            hero?.Text("title") ?? reader.Texts["Site.Name"],
            hero?.Text("text") ?? values.Text("siteDescription"),
            values.Text("announcement"),
            [.. Door.All(reader)],
            [.. values.Picks("featured").Select(item => ListedItem.Of(item, reader))],
            [.. LatestNews.Of(reader).Select(item => ListedItem.Of(reader.See(item), reader))],
            Sections.Of(reader, "newsItem"),
            Sections.Of(reader, "practice"),
            [.. regions.Values],
            regions.Missing,
            reader.View.OfType("practice").Count,
            OwnAddress.Of(reader, OwnAddress.Search),
            RegionMap.Of(reader))
        {
            Reader = reader,
        };
        var head = request.Head;
        return new SitePage(head with { Title = reader.Texts["Site.Name"], Description = values.Text("siteDescription"), Thing = Thing(head, values, reader), Feed = FeedKind.Everything.Link(reader) }, new HomeView { Model = model });
    }

    private static IEnumerable<Block> Flat(IEnumerable<GridBlock> blocks) => blocks.SelectMany(block => Flat(block.Areas.SelectMany(area => area.Blocks)).Prepend(block.Block));

    private static JsonObject Thing(PageHead head, Values values, SiteReader reader)
    {
        var site = JsonLd.Thing("WebSite", reader.Texts["Site.Name"], reader.Origin + head.Path, reader.Culture, values.Text("siteDescription"));
        site["potentialAction"] = new JsonObject
        {
            ["@type"] = "SearchAction",
            ["target"] = new JsonObject { ["@type"] = "EntryPoint", ["urlTemplate"] = $"{reader.Origin}{OwnAddress.Of(reader, OwnAddress.Search)}?q={{search_term_string}}" },
            ["query-input"] = "required name=search_term_string",
        };
        return site;
    }
}

internal sealed record HomeModel(
    string Title, string? Text, string? Announcement, IReadOnlyList<Door> Doors, IReadOnlyList<ListedItem> Featured, IReadOnlyList<ListedItem> News, SeenItem? AllNews, SeenItem? Practices,
    IReadOnlyList<FacetValue> Regions, int Nowhere, int PracticeCount, string SearchPath, RegionMap? Map)
{
    public required SiteReader Reader { get; init; }

    public string PracticesPath => Reader.Carry(Practices!.Path);

    public string MapPath => Reader.Carry($"{Practices!.Path}?{ListingQuery.MapParameter}={ListingQuery.MapView}");

    /// <summary>Where it is known where the visitor is, the nearest; otherwise where they say so.</summary>
    public string NearestPath => Reader.Chosen?.Municipality is null ? MyMunicipalityPage.AddressOf(Reader, $"{Practices!.Path}?sort=distance") : Reader.Carry($"{Practices!.Path}?sort=distance");

    public string RegionPath(string key) => Reader.Carry($"{Practices!.Path}?region={Uri.EscapeDataString(key)}");

    public int MostInRegion => Math.Max(1, Regions.Select(region => region.Count).DefaultIfEmpty(0).Max());
}

/// <summary>The news that were published last, found once for each state of the content.</summary>
internal sealed class LatestNews
{
    private const int Most = 3;
    private readonly PublishedItem[] _items;

    private LatestNews(SiteReader reader) =>
        _items = [.. reader.Seen(reader.View.OfType("newsItem")).OrderByDescending(item => reader.Values(item).Text("publishedOn"), StringComparer.Ordinal).Take(Most).Select(item => item.Item)];

    public static IEnumerable<PublishedItem> Of(SiteReader reader) => reader.View.Kept.Get("", reader, static reader => new LatestNews(reader))._items;
}

/// <summary>A way in for one kind of visitor.</summary>
internal sealed record Door(string Name, string? Section, IReadOnlyList<SeenItem> Sections)
{
    private static readonly (string Name, string[] Types)[] Ways =
    [
        ("Municipality", ["practice", "municipality", "collection"]),
        ("Communicator", ["outreachMaterial", "sentenceInfographic", "glossaryTerm"]),
        ("Editor", ["actionPlan", "document", "dataset", "vocabulary"]),
    ];

    public static IEnumerable<Door> All(SiteReader reader) =>
        from way in Ways
        let sections = way.Types.Select(type => Pages.Sections.Of(reader, type)).OfType<SeenItem>().DistinctBy(section => section.Path).ToList()
        where sections.Count > 0
        select new Door(way.Name, ItemHead.SectionOf(sections[0], reader), sections);
}

/// <summary>Where things of a kind are kept: the section that the first of them stands in. So an editor may rename and move sections.</summary>
internal static class Sections
{
    public static SeenItem? Of(SiteReader reader, string contentType)
    {
        var first = reader.View.OfType(contentType).Page(0, 1).Select(ordinal => reader.View[ordinal]).FirstOrDefault();
        return first is null ? null : ItemHead.Above(reader.See(first), reader).LastOrDefault(above => above.Type == "section");
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Repository.Core.Publishing;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Pages;

/// <summary>What the page of an item says of itself.</summary>
internal static class ItemHead
{
    private const int LongestDescription = 300;
    private const string OtherThing = "CreativeWork";

    /// <summary>What each kind of content is to schema.org.</summary>
    private static readonly Dictionary<string, string> Things = new(StringComparer.Ordinal)
    {
        ["home"] = "WebSite",
        ["section"] = "CollectionPage",
        ["practice"] = "Article",
        ["replication"] = "Article",
        ["actionPlan"] = "Collection",
        ["commitment"] = "PlanAction",
        ["activity"] = "PlanAction",
        ["programme"] = "Collection",
        ["actor"] = "Organization",
        ["municipality"] = "AdministrativeArea",
        ["glossaryTerm"] = "DefinedTerm",
        ["term"] = "DefinedTerm",
        ["vocabulary"] = "DefinedTermSet",
        ["dataset"] = "Dataset",
        ["collection"] = "Collection",
        ["newsItem"] = "NewsArticle",
        ["formPage"] = "WebPage",
        ["page"] = "WebPage",
    };

    public static PageHead Of(ItemRequest request)
    {
        var (reader, item, values) = (request.Reader, request.Item, request.Values);
        var description = Shortened(values.Text("seoDescription") ?? SiteReader.Summary(item));
        var image = ImageOf(values);
        return new PageHead(values.Text("seoTitle") ?? item.Name)
        {
            Description = description,
            Path = item.Path,
            Lang = item.Lang,
            Crumbs = Above(item, reader),
            Section = SectionOf(item, reader),
            Alternates = Alternates(item, reader),
            Image = image,
            Thing = Thing(request, description, image),
        };
    }

    /// <summary>The way from the home page down to the item.</summary>
    public static ImmutableArray<SeenItem> Above(SeenItem item, SiteReader reader)
    {
        var above = ImmutableArray.CreateBuilder<SeenItem>();
        for (var parent = item.Item.ParentKey; parent is { } key && reader.Find(key) is { } ancestor; parent = ancestor.Item.ParentKey) above.Insert(0, ancestor);
        return above.ToImmutable();
    }

    private static JsonObject Thing(ItemRequest request, string? description, Medium? image)
    {
        var (reader, item) = (request.Reader, request.Item);
        var thing = JsonLd.Thing(Things.GetValueOrDefault(item.Type, OtherThing), item.Name, reader.Origin + item.Path, reader.Culture, description);
        if (image is not null) thing["image"] = reader.Origin + image.Source;
        if (request.Values.Picked("licence") is { } licence && reader.Values(licence).Links("exactMatches") is [var deed, ..]) thing["license"] = deed.Address;
        if (Things.GetValueOrDefault(item.Type, OtherThing) is "Article" or "NewsArticle" or OtherThing or "Dataset") thing["dateModified"] = item.Here.UpdatedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        return thing;
    }

    private static Medium? ImageOf(Values values) =>
        ((string[])["socialImage", "coverImage", "preview", "image"]).SelectMany(values.Media).FirstOrDefault(medium => medium is { IsPicture: true, IsDrawing: false });

    /// <summary>The section's own segment in the default language: colours do not change with the language.</summary>
    public static string? SectionOf(SeenItem item, SiteReader reader)
    {
        var at = item.Item;
        while (at is { Level: > 2, ParentKey: { } parent } && reader.Snapshot.Find(parent) is { } above) at = above;
        return at.Level == 2 ? (at.In(reader.DefaultCulture) ?? at.Cultures[0]).Segment : null;
    }

    private static ImmutableArray<(string Language, string Path)> Alternates(SeenItem item, SiteReader reader) => item.Item is { Varies: true, Cultures.Length: > 1 }
        ? [.. item.Item.Cultures.Select(culture => (culture.Culture, Routing.PathOf(reader.Snapshot, culture)))]
        : [];

    private static string? Shortened(string? text)
    {
        if (text is null || text.Length <= LongestDescription) return text;
        var end = text.LastIndexOf(' ', LongestDescription);
        return string.Concat(text.AsSpan(0, end > 0 ? end : LongestDescription), "…");
    }
}

using System.Collections.Immutable;
using Repository.Web.Site.Machines.Describing;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Pages;

/// <summary>What the page of an item says of itself.</summary>
internal static class ItemHead
{
    private const int LongestDescription = 300;

    private static readonly string[] Articles = ["practice", "replication", "newsItem"];

    public static PageHead Of(ItemRequest request)
    {
        var (reader, item, values) = (request.Reader, request.Item, request.Values);
        var description = Shortened(values.Text("seoDescription") ?? SiteReader.Summary(item));
        return new PageHead(values.Text("seoTitle") ?? item.Name)
        {
            Description = description,
            Path = item.Path,
            Lang = item.Lang,
            Crumbs = Above(item, reader),
            Section = SectionOf(item, reader),
            Alternates = LanguageVariants.Of(item.Item, reader.Snapshot),
            IsArticle = Articles.Contains(item.Type),
            Share = reader.Shares.Of(reader, item),
            Thing = Things.Of(request, description),
        };
    }

    /// <summary>The way from the home page down to the item.</summary>
    public static ImmutableArray<SeenItem> Above(SeenItem item, SiteReader reader)
    {
        var above = ImmutableArray.CreateBuilder<SeenItem>();
        for (var parent = item.Item.ParentKey; parent is { } key && reader.Find(key) is { } ancestor; parent = ancestor.Item.ParentKey) above.Insert(0, ancestor);
        return above.ToImmutable();
    }

    /// <summary>The section's own segment in the default language: colours do not change with the language.</summary>
    public static string? SectionOf(SeenItem item, SiteReader reader)
    {
        var at = item.Item;
        while (at is { Level: > 2, ParentKey: { } parent } && reader.Snapshot.Find(parent) is { } above) at = above;
        return at.Level == 2 ? (at.In(reader.DefaultCulture) ?? at.Cultures[0]).Segment : null;
    }

    private static string? Shortened(string? text)
    {
        if (text is null || text.Length <= LongestDescription) return text;
        var end = text.LastIndexOf(' ', LongestDescription);
        return string.Concat(text.AsSpan(0, end > 0 ? end : LongestDescription), "…");
    }
}

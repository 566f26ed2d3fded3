using System.Collections.Immutable;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>A section: what it is about, and a list of what is in it, to be searched and narrowed.</summary>
internal sealed class SectionPage : IItemPage
{
    private static readonly ImmutableArray<string> Facets = ["type", "region", "theme", "principle", "communityForm", "kind", "court", "status", "sdg", "year", "language"];

    public string ContentType => "section";

    public SitePage Make(ItemRequest request)
    {
        var (reader, item) = (request.Reader, request.Item);
        var children = reader.View.Children(item.Item.Key);
        // Whoever searches for words here looks for what is further down as well.
        var scope = string.IsNullOrWhiteSpace(request.Query["q"]) ? children : reader.View.Descendants(item.Item.Key);
        var index = request.Query.Count == 0 ? SectionIndexes.Of(reader, children) : null;
        var listing = children.Count == 0 ? null : ItemListing.Of(reader, item.Path, request.Query, scope, Facets);
        var values = request.Values;
        return new SitePage(request.Head, new SectionView { Model = new SectionModel(item, values.Rich("intro"), values.Picks("featured"), values.Text("emptyMessage"), listing, index) });
    }
}

internal sealed record SectionModel(SeenItem Item, RichText Intro, IReadOnlyList<SeenItem> Featured, string? EmptyMessage, ItemListing? Listing, View? Index);

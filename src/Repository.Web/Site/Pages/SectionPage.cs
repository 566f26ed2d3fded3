using System.Collections.Immutable;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Machines.Feeds;
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
        var index = request.Query.Keys.All(key => key is ChosenMunicipality.Parameter or FolioModel.Parameter) ? SectionIndexes.Of(reader, item, children) : null;
        var listing = children.Count == 0 || index is not null ? null : ItemListing.Of(reader, item.Path, request.Query, scope, Facets);
        var values = request.Values;
        var kind = children.Count == 0 ? null : FeedKind.Of(reader.View[children.Page(0, 1).First()].Type.Alias);
        var feed = listing is null ? kind?.Link(reader) : kind?.Link(reader, listing);
        var folio = FolioModel.Of(request);
        return new SitePage(request.Head with { Feed = feed, IsHidden = folio?.Asked is not null }, new SectionView
        {
            Model = new SectionModel(item, values.Rich("intro"), [.. values.Picks("featured").Select(picked => new LinkedItem(picked, reader.Carry(picked.Path)))], values.Text("emptyMessage"), listing, index)
            {
                IsSearched = index is not null || (listing is not null && (!listing.IsInSight || reader.View.Descendants(item.Item.Key).Count > children.Count)),
                Folio = folio,
            },
        });
    }
}

internal sealed record SectionModel(SeenItem Item, RichText Intro, IReadOnlyList<LinkedItem> Featured, string? EmptyMessage, ItemListing? Listing, View? Index)
{
    /// <summary>Is there more than one sees at once?</summary>
    public bool IsSearched { get; init; }

    public FolioModel? Folio { get; init; }
}

using System.Collections.Immutable;
using Repository.Core.Publishing;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Machines.Feeds;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>The search through everything.</summary>
internal static class SearchPage
{
    private static readonly ImmutableArray<string> Facets = ["type", "region", "theme", "principle", "communityForm", "sdg", "year", "language"];

    public static SitePage Make(SiteReader reader, IQueryCollection query)
    {
        var path = OwnAddress.Of(reader, OwnAddress.Search);
        var listing = ItemListing.Of(reader, path, query, Sought(reader.View), Facets);
        var home = SiteFrame.Of(reader, null)?.Home;
        var title = listing.HasText ? reader.Texts["Search.TitleOf", listing.Typed] : reader.Texts["Search.Title"];
        var head = new PageHead(title)
        {
            Description = reader.Texts["Search.Description"],
            Path = path,
            Feed = FeedKind.Everything.Link(reader, listing),
            Alternates = OwnAddress.Variants(reader.Snapshot, OwnAddress.Search),
            Crumbs = home is null ? [] : [home],
            Share = home is null ? null : reader.Shares.OfHome(reader, home),
            Thing = JsonLd.Thing("SearchResultsPage", title, reader.Origin + path, reader.Culture, reader.Texts["Search.Description"]),
        };
        return new SitePage(head, new SearchView { Model = listing });
    }

    /// <summary>Everything but the words to narrow by: they stand beside the results, and who types one looks for what it says, not for itself.</summary>
    public static ItemSet Sought(TreeView view) => view.All.Without(view.OfType("term")).Without(view.OfType("vocabulary"));
}

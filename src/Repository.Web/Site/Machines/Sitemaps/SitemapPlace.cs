using System.Collections.Immutable;
using Repository.Core.Publishing;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Machines.Sitemaps;

/// <summary>One page: that of an item in one of its languages, or one that is no item's.</summary>
internal readonly record struct SitemapPlace(string Path, PublishedItem? Item, DateTimeOffset? UpdatedAt)
{
    /// <summary>Where two roots share an address, it is the first one's that answers.</summary>
    public static IEnumerable<SitemapPlace> All(PublishedSnapshot snapshot) => Others(snapshot).Concat(Items(snapshot)).DistinctBy(place => place.Path, StringComparer.OrdinalIgnoreCase);

    /// <summary>The same page in each of its languages.</summary>
    public ImmutableArray<(string Language, string Path)> Variants(PublishedSnapshot snapshot)
    {
        if (Item is not null) return LanguageVariants.Of(Item, snapshot);
        var variants = SearchAddress.Variants(snapshot);
        return variants.Length > 1 ? variants : [];
    }

    private static IEnumerable<SitemapPlace> Items(PublishedSnapshot snapshot) =>
        from item in snapshot.Documents()
        from culture in item.Cultures
        select new SitemapPlace(Routing.PathOf(snapshot, culture), item, culture.UpdatedAt);

    /// <summary>Pages that are no item's.</summary>
    private static IEnumerable<SitemapPlace> Others(PublishedSnapshot snapshot) => SearchAddress.Variants(snapshot).Select(search => new SitemapPlace(search.Path, null, null));
}

using System.Collections.Immutable;
using Repository.Core.Publishing;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Machines.Sitemaps;

/// <summary>One page: that of an item in one of its languages, or one that is no item's (<see cref="OwnAddress"/>).</summary>
internal readonly record struct SitemapPlace(string Path, PublishedItem? Item, DateTimeOffset? UpdatedAt)
{
    private ImmutableArray<(string Language, string Path)> Others { get; init; }

    /// <summary>Where two roots share an address, it is the first one's that answers.</summary>
    public static IEnumerable<SitemapPlace> All(PublishedSnapshot snapshot) => Own(snapshot).Concat(Items(snapshot)).DistinctBy(place => place.Path, StringComparer.OrdinalIgnoreCase);

    /// <summary>The same page in each of its languages.</summary>
    public ImmutableArray<(string Language, string Path)> Variants(PublishedSnapshot snapshot)
    {
        if (Item is not null) return LanguageVariants.Of(Item, snapshot);
        return Others.Length > 1 ? Others : [];
    }

    private static IEnumerable<SitemapPlace> Items(PublishedSnapshot snapshot) =>
        from item in snapshot.Documents()
        from culture in item.Cultures
        select new SitemapPlace(Routing.PathOf(snapshot, culture), item, culture.UpdatedAt);

    private static IEnumerable<SitemapPlace> Own(PublishedSnapshot snapshot) =>
        from page in OwnAddress.All
        let variants = OwnAddress.Variants(snapshot, page)
        from variant in variants
        select new SitemapPlace(variant.Path, null, null) { Others = variants };
}

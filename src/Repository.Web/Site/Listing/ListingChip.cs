using Repository.Core.Publishing.Facets;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Listing;

/// <summary>Something that was chosen, with the address of the list without it.</summary>
internal sealed record ListingChip(string Field, string Label, string Address)
{
    private static readonly string[] Place = ["near", "within", "bbox"];

    public static IEnumerable<ListingChip> Of(ItemListing listing, IReadOnlyCollection<FacetResult> results, SiteReader reader)
    {
        foreach (var result in results)
        {
            foreach (var written in listing.Chosen(result.FieldName))
            {
                var key = written.TrimStart('!').Trim();
                var label = result.Values.FirstOrDefault(value => string.Equals(value.Key, key, StringComparison.OrdinalIgnoreCase))?.Label ?? NameOf(key, reader) ?? key;
                if (result.FieldName == Facet.Type.Alias && reader.Snapshot.Schema.DocumentType(key) is not null) label = TypeNames.Many(key, label, reader.Texts);
                yield return new ListingChip(result.FieldName, written.StartsWith('!') ? reader.Texts["Search.Not", label] : label, listing.Address.Without(result.FieldName, written));
            }
        }

        var places = listing.Address.Asked.Select(pair => pair.Key).Where(Place.Contains).ToList();
        if (places.Count > 0) yield return new ListingChip("near", reader.Texts[places.Contains("near") ? "Search.Near" : "Map.Somewhere"], listing.Address.Without(Place));
    }

    /// <summary>A value may be written by the key of its item.</summary>
    private static string? NameOf(string key, SiteReader reader) => Guid.TryParse(key, out var item) ? reader.Find(item)?.Name : null;
}

using System.Collections.Immutable;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;
using Repository.Web.Searching;
using Repository.Web.Site.Pages;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Listing;

/// <summary>A list of items as a page shows it: narrowed, counted, sorted, one page of it.</summary>
internal sealed class ItemListing
{
    private const int FacetSize = 40;
    private const int MostInSight = 6;
    private readonly ListingQuery _query;

    private ItemListing(SiteReader reader, ListingQuery query, ListingAddress address, ItemSet scope, ImmutableArray<string> facets)
    {
        _query = query;
        Address = address;
        CompareAddress = query.Compared.Address(reader);
        var request = query.Request;
        var found = request.Text is { } text ? new FoundItems(request.Searchable, request.View, text) : null;
        var all = found?.All.And(scope) ?? scope;
        var narrowing = new Narrowing(request.View, request.Place.Of(all, request.View), request.Choices);
        Total = narrowing.Items.Count;
        // Whoever comes after the last page, by an old address say, sees that one.
        Skip = Math.Min(request.Skip, Math.Max(0, (Pages - 1) * Take));
        if (query.IsMap) Map = ListedMap.Of(this, narrowing.Items, request.Place.Box, reader);
        else Items = Listed(SearchItems.Page(request with { Skip = Skip }, found, narrowing.Items).Items, found, reader);
        var counted = facets.Union(request.Choices.Select(choice => choice.Facet.Alias)).Select(alias => Facet.Find(alias)!);
        var results = counted.Select(facet => narrowing.Count(facet, FacetSize)).ToList();
        Chips = [.. ListingChip.Of(this, results, reader)];
        Facets = [.. results.Where(result => facets.Contains(result.FieldName)).Select(result => new ListedFacet(result, reader)).Where(facet => facet.IsWorthwhile)];
        ChooserAddress = HasPlaces && !IsNearAPlace ? MyMunicipalityPage.AddressOf(reader, address.Set("sort", SearchSort.Distance.Name)) : null;
        Suggestion = request.Text is { } typed ? SearchSpelling.Correct(reader.Searchable, reader.Culture, typed.Text) : null;
    }

    /// <summary>Is everything here to be looked at, or gathers what is? Then cards show it better than lines.</summary>
    public bool IsGallery => Items.Count > 0 && Items.All(item => item.Item.Type is "outreachMaterial" or "campaign");

    public ListingAddress Address { get; }

    public int Total { get; }

    /// <summary>One page of it; none of it where a map shows all.</summary>
    public IReadOnlyList<ListedItem> Items { get; } = [];

    public ListedMap? Map { get; }

    /// <summary>The practices that one of these may join.</summary>
    public Comparison Compared => _query.Compared;

    public string CompareAddress { get; }

    public IReadOnlyList<ListedFacet> Facets { get; }

    public IReadOnlyList<ListingChip> Chips { get; }

    /// <summary>What may have been meant.</summary>
    public string? Suggestion { get; }

    public string Typed => _query.Typed;

    /// <summary>Was the text too long to be searched whole?</summary>
    public bool IsCut => _query.IsCut;

    public string Sort => _query.Request.Sort.Name;

    public bool HasText => _query.Request.Text is not null;

    public bool IsNearAPlace => _query.Request.Place.Near is not null;

    /// <summary>Was anything asked at all?</summary>
    public bool IsAsked => HasText || Chips.Count > 0;

    /// <summary>Is all there is in sight at once? Then nobody has to search, narrow or sort it.</summary>
    public bool IsInSight => !IsAsked && Total <= MostInSight;

    /// <summary>Do the items have places to be looked for?</summary>
    public bool HasPlaces => Map is not null || Facets.Any(facet => facet.Alias == Facet.Region.Alias);

    /// <summary>The ways to see it: as a list, on a map.</summary>
    public IEnumerable<(string Name, string Address, bool IsChosen)> Views =>
    [
        ("List", Address.Without(ListingQuery.MapParameter), Map is null),
        ("Map", Address.Less("sort").Set(ListingQuery.MapParameter, ListingQuery.MapView), Map is not null),
    ];

    public int Skip { get; }

    public int Page => (Skip / Take) + 1;

    /// <summary>Further than a search goes there are no pages: who looks for so much narrows it.</summary>
    public int Pages => Math.Clamp((Total + Take - 1) / Take, 1, (SearchRequest.MostSkip / Take) + 1);

    public string? Previous => Skip > 0 ? Address.At(Math.Max(0, Skip - Take)) : null;

    public string? Next => Page < Pages ? Address.At(Skip + Take) : null;

    public IEnumerable<(string Name, string Address, bool IsChosen)> Sorts =>
        from name in (string[])[HasText ? "relevance" : "tree", "title", "year", "newest", IsNearAPlace ? "distance" : ""]
        where name.Length > 0
        select (name, Address.Set("sort", name), string.Equals(name, Sort, StringComparison.OrdinalIgnoreCase));

    /// <summary>Where whoever wants the nearest first says where they are; null when that is known.</summary>
    public string? ChooserAddress { get; }

    /// <summary>What the form of the filters sends besides its boxes: what else was asked, and what is to be left out, for which there is no box.</summary>
    public IEnumerable<KeyValuePair<string, string>> Unboxed
    {
        get
        {
            var boxed = Facets.Select(facet => facet.Alias).ToHashSet(StringComparer.Ordinal);
            return Address.Others("skip").Where(pair => !boxed.Contains(pair.Key) || pair.Value.StartsWith('!'));
        }
    }

    private int Take => _query.Request.Take;

    /// <param name="scope">The items the list is taken from.</param>
    /// <param name="facets">The facets it may be narrowed by.</param>
    public static ItemListing Of(SiteReader reader, string path, IQueryCollection query, ItemSet scope, ImmutableArray<string> facets)
    {
        var asked = ListingQuery.Read(query, reader);
        return new ItemListing(reader, asked, new ListingAddress(path, asked.Asked), scope, facets);
    }

    private IReadOnlyList<ListedItem> Listed(IReadOnlyList<FoundItem> page, FoundItems? all, SiteReader reader)
    {
        var request = _query.Request;
        var highlights = SearchHighlights.Of(request, reader.FileTexts);
        return
        [
            .. page.Select(found => ListedItem.Of(reader.See(found.Item), reader, highlights?.Of(found.Item)) with
            {
                DistanceKm = found.Item.Key == reader.Chosen?.Municipality?.Item.Item.Key ? null : request.Place.DistanceKm(found.Ordinal, request.View),
                AlikeTo = all?.Alike.Contains(found.Ordinal) is true ? Typed : null,
                CompareAddress = found.Item.Type.Alias == Comparison.ContentType ? Compared.AddressWith(found.Item.Key, reader) : null,
            }),
        ];
    }

    internal IEnumerable<string> Chosen(string facet) => Address.Asked.Where(pair => pair.Key == facet).Select(pair => pair.Value);
}

using System.Collections.Immutable;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;
using Repository.Web.Searching;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Listing;

/// <summary>A list of items as a page shows it: narrowed, counted, sorted, one page of it.</summary>
internal sealed class ItemListing
{
    private const int FacetSize = 40;
    private readonly ListingQuery _query;

    private ItemListing(SiteReader reader, ListingQuery query, ListingAddress address, ItemSet scope, ImmutableArray<string> facets)
    {
        _query = query;
        Address = address;
        var request = query.Request;
        var found = request.Text is { } text ? new FoundItems(request.Searchable, request.View, text.Query) : null;
        var all = found?.All.And(scope) ?? scope;
        var narrowing = new Narrowing(request.View, request.Place.Of(all, request.View), request.Choices);
        Total = narrowing.Items.Count;
        // Whoever comes after the last page, by an old address say, sees that one.
        Skip = Math.Min(request.Skip, Math.Max(0, (Pages - 1) * Take));
        var (page, _) = SearchItems.Page(request with { Skip = Skip }, found, narrowing.Items, reader.FileTexts);
        Items = [.. page.Select(item => ListedItem.Of(item, reader))];
        var counted = facets.Union(request.Choices.Select(choice => choice.Facet.Alias)).Select(alias => Facet.Find(alias)!);
        var results = counted.Select(facet => narrowing.Count(facet, FacetSize)).ToList();
        Chips = [.. ListingChip.Of(this, results, reader)];
        Facets = [.. results.Where(result => facets.Contains(result.FieldName)).Select(result => new ListedFacet(result, reader)).Where(facet => facet.IsWorthwhile)];
        Suggestion = request.Text is { } typed ? SearchSpelling.Correct(reader.Searchable, reader.Culture, typed.Text) : null;
    }

    public ListingAddress Address { get; }

    public int Total { get; }

    public IReadOnlyList<ListedItem> Items { get; }

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
        var asked = ListingQuery.Read(query, reader.Searchable, reader.Culture);
        return new ItemListing(reader, asked, new ListingAddress(path, asked.Asked), scope, facets);
    }

    internal IEnumerable<string> Chosen(string facet) => Address.Asked.Where(pair => pair.Key == facet).Select(pair => pair.Value);
}

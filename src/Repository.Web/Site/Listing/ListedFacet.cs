using Repository.Core.Publishing.Facets;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Listing;

/// <summary>A facet as boxes to tick, each with how many items choosing it would leave.</summary>
internal sealed class ListedFacet
{
    private const int MostShown = 8;

    public ListedFacet(FacetResult result, SiteReader reader)
    {
        Alias = result.FieldName;
        Values = [.. result.Values.Select(value => new ListedFacetValue(value.Key, LabelOf(value, reader), value.Count, value.Selected))];
    }

    public string Alias { get; }

    public IReadOnlyList<ListedFacetValue> Values { get; }

    /// <summary>The most frequent ones, and whatever is chosen.</summary>
    public IEnumerable<ListedFacetValue> First => Values.Where((value, place) => place < MostShown || value.IsChosen);

    public IEnumerable<ListedFacetValue> More => Values.Where((value, place) => place >= MostShown && !value.IsChosen);

    public bool IsChosen => Values.Any(value => value.IsChosen);

    /// <summary>Where something is, is what most visitors narrow by first.</summary>
    public bool IsUsual => Alias == Facet.Region.Alias;

    /// <summary>A facet with one value that all items have narrows nothing.</summary>
    public bool IsWorthwhile => Values.Count > 1 || IsChosen;

    private string LabelOf(FacetValue value, SiteReader reader) => Alias == Facet.Type.Alias ? TypeNames.Many(value.Key, value.Label, reader.Texts) : value.Label;
}

internal sealed record ListedFacetValue(string Key, string Label, int Count, bool IsChosen);

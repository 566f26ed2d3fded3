using System.Collections.Immutable;

namespace Repository.Core.Publishing.Facets;

/// <summary>
/// What was found in a view, narrowed by choices in facets. A facet is counted over what all the other choices leave, so that the counts of
/// its other values say what choosing them as well would add. Counts are exact: as many items as a list narrowed to the value holds.
/// </summary>
public sealed class Narrowing
{
    private readonly TreeView _view;
    private readonly ItemSet _found;
    private readonly ImmutableArray<(FacetChoice Choice, ItemSet Left)> _choices;

    /// <param name="found">What a text, a place or a fetch found; everything, if nothing was asked.</param>
    public Narrowing(TreeView view, ItemSet found, IEnumerable<FacetChoice> choices)
    {
        _view = view;
        _found = found;
        _choices = [.. choices.Select(choice => (choice, choice.Of(view)))];
        Items = LeftBy(static _ => true);
    }

    /// <summary>What is left by all choices.</summary>
    public ItemSet Items { get; }

    /// <summary>The values of a facet, the most frequent first, equal ones by name. Chosen values are never cut off.</summary>
    /// <param name="size">How many values at most, apart from chosen ones.</param>
    /// <param name="withEmpty">Are values that no item has among them?</param>
    public FacetResult Count(Facet facet, int size, bool withEmpty = false)
    {
        var index = _view.Facet(facet);
        FacetChoice[] own = [.. _choices.Select(choice => choice.Choice).Where(choice => choice.Facet.Alias == facet.Alias)];
        var items = own.Length == 0 ? Items : LeftBy(choice => choice.Facet.Alias != facet.Alias);
        var (any, counts) = index.Count(items);
        var values = Worthwhile(index.Terms, counts, own, withEmpty)
            .OrderByDescending(value => value.Count)
            .Where((value, place) => place < size || value.IsChosen)
            .Select(value => new FacetValue(value.Term.Key, value.Term.Label, value.Count, value.IsChosen, facet.ParentOf(value.Term, _view.Snapshot, _view.Culture)));
        return new FacetResult(facet.Alias, [.. values], items.Count - any);
    }

    /// <summary>Most values of a large vocabulary are neither found nor chosen.</summary>
    private IEnumerable<(FacetTerm Term, int Count, bool IsChosen)> Worthwhile(ImmutableArray<FacetTerm> terms, ArraySegment<int> counts, FacetChoice[] own, bool withEmpty)
    {
        for (var number = 0; number < terms.Length; number++)
        {
            var isChosen = own.Length > 0 && Array.Exists(own, choice => choice.Has(terms[number], _view.Snapshot));
            if (withEmpty || counts[number] > 0 || isChosen) yield return (terms[number], counts[number], isChosen);
        }
    }

    private ItemSet LeftBy(Func<FacetChoice, bool> condition) =>
        _choices.Where(choice => condition(choice.Choice)).Aggregate(_found, (items, choice) => items.And(choice.Left));
}

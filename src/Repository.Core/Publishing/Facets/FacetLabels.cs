using Repository.Core.Content;

namespace Repository.Core.Publishing.Facets;

/// <summary>What people call the values of a facet in a culture: the names of the terms, municipalities, actors that are picked. Immutable once made.</summary>
public sealed class FacetLabels
{
    private readonly Dictionary<string, string> _labels = new(StringComparer.OrdinalIgnoreCase);

    private FacetLabels(TreeView view)
    {
        // A value that nobody picks but that follows from one (the goal of a target) is named by the item that has it as its key.
        for (var ordinal = 0; ordinal < view.Count; ordinal++)
        {
            if (view[ordinal].Kind != ItemKind.Document) continue;
            foreach (var word in VocabularyKey.OwnOf(view[ordinal], view.Snapshot)) _labels.TryAdd(word, view.CultureOf(ordinal).Name);
            _labels.TryAdd(view[ordinal].Key.ToString(), view.CultureOf(ordinal).Name);
        }
    }

    private FacetLabels(TreeView view, Facet facet)
    {
        foreach (var key in Enumerable.Range(0, view.Count).SelectMany(ordinal => Picked(view, ordinal, facet)).Distinct())
        {
            if (view.OrdinalOf(key) is var picked and >= 0)
                foreach (var word in VocabularyKey.OwnOf(view[picked], view.Snapshot)) _labels.TryAdd(word, view.CultureOf(picked).Name);
        }
    }

    /// <summary>The label of a value; the value itself when nothing names it.</summary>
    public static string Of(TreeView view, Facet facet, string value)
    {
        var own = view.Kept.Get(facet.Alias, (view, facet), static state => new FacetLabels(state.view, state.facet));
        return own._labels.GetValueOrDefault(value) ?? view.Kept.Get("", view, static all => new FacetLabels(all))._labels.GetValueOrDefault(value) ?? value;
    }

    private static IEnumerable<Guid> Picked(TreeView view, int ordinal, Facet facet)
    {
        var values = FacetValues.Of(view[ordinal], view.Snapshot, view.Culture);
        return facet.Properties.SelectMany(alias => values.Picked(alias));
    }
}

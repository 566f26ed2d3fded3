using System.Collections.Immutable;

namespace Repository.Core.Publishing.Facets;

/// <summary>
/// What a reader chose of one facet: several values are alternatives, <c>!value</c> leaves items out, ranges stand where values have an
/// order. Blank texts, which empty fields of a form send, choose nothing.
/// </summary>
public sealed class FacetChoice
{
    private readonly ImmutableArray<Criterion> _wanted;
    private readonly ImmutableArray<Criterion> _unwanted;

    private FacetChoice(Facet facet, ImmutableArray<Criterion> criteria)
    {
        Facet = facet;
        _wanted = [.. criteria.Where(criterion => !criterion.IsUnwanted)];
        _unwanted = [.. criteria.Where(criterion => criterion.IsUnwanted)];
    }

    public Facet Facet { get; }

    /// <summary>Null when a range is asked of a facet without order, or is none.</summary>
    public static FacetChoice? Read(Facet facet, IEnumerable<string> texts)
    {
        var criteria = ImmutableArray.CreateBuilder<Criterion>();
        foreach (var text in texts.Select(text => text.Trim()))
        {
            var isUnwanted = text.StartsWith('!');
            var value = isUnwanted ? text[1..].Trim() : text;
            if (value.Length == 0) continue;
            var range = FacetRange.Is(value) ? FacetRange.Read(facet, value) : null;
            if (FacetRange.Is(value) && range is null) return null;
            criteria.Add(new Criterion(value, range, isUnwanted));
        }

        return new FacetChoice(facet, criteria.ToImmutable());
    }

    /// <summary>The items of a view that it leaves.</summary>
    public ItemSet Of(TreeView view)
    {
        var wanted = _wanted.IsEmpty ? view.All : Any(view, _wanted);
        return _unwanted.IsEmpty ? wanted : wanted.Without(Any(view, _unwanted));
    }

    /// <summary>Is this one of the values that were asked for?</summary>
    internal bool Has(FacetTerm term, PublishedSnapshot snapshot) => !_wanted.IsEmpty && term.Names(snapshot).Any(name => _wanted.Any(criterion => criterion.Holds(Facet, name)));

    private ItemSet Any(TreeView view, ImmutableArray<Criterion> criteria) => ItemSet.Union(view.Count, criteria.Select(criterion => criterion.Of(view, Facet)));

    private sealed record Criterion(string Value, FacetRange? Range, bool IsUnwanted)
    {
        public ItemSet Of(TreeView view, Facet facet) => Range is null ? view.With(facet, Value) : view.With(facet, value => Range.Holds(facet, value));

        public bool Holds(Facet facet, string value) => Range?.Holds(facet, value) ?? string.Equals(Value, value, StringComparison.OrdinalIgnoreCase);
    }
}

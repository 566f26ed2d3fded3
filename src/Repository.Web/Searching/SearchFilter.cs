using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;

namespace Repository.Web.Searching;

/// <summary>
/// What is asked of one facet: any of the values, none of those behind <c>!</c>; of a facet with an order also ranges, <c>2015..2019</c>, open at either end.
/// </summary>
internal sealed record SearchFilter(string Alias, ImmutableArray<string> Values, ItemSet Items)
{
    private const string Between = "..";

    public static SearchFilter OfType(TreeView view, StringValues values) => Of(view, "type", values, view.OfType);

    public static SearchFilter Of(TreeView view, Facet facet, StringValues values) =>
        Of(view, facet.Alias, values, value => facet.Order != FacetOrder.None && Range(facet, value) is { } within ? view.With(facet, within) : view.With(facet, value));

    private static SearchFilter Of(TreeView view, string alias, StringValues values, Func<string, ItemSet> having)
    {
        var wanted = values.OfType<string>().SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToLookup(value => !value.StartsWith('!'));
        var items = wanted.Contains(true) ? ItemSet.Union(view.Count, wanted[true].Select(having)) : view.All;
        foreach (var value in wanted[false]) items = items.Without(having(value[1..]));
        return new SearchFilter(alias, [.. wanted[true]], items);
    }

    private static Func<string, bool>? Range(Facet facet, string text)
    {
        var dots = text.IndexOf(Between, StringComparison.Ordinal);
        if (dots < 0) return null;
        var (from, to) = (text[..dots], text[(dots + Between.Length)..]);
        return value => (from.Length == 0 || Compare(facet, value, from) >= 0) && (to.Length == 0 || Compare(facet, value, to) <= 0);
    }

    private static int Compare(Facet facet, string one, string other)
    {
        if (facet.Order == FacetOrder.Text) return string.CompareOrdinal(one, other);
        return decimal.TryParse(one, NumberStyles.Number, CultureInfo.InvariantCulture, out var left) && decimal.TryParse(other, NumberStyles.Number, CultureInfo.InvariantCulture, out var right)
            ? left.CompareTo(right)
            : string.CompareOrdinal(one, other);
    }
}

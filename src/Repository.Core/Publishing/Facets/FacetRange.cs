using System.Globalization;

namespace Repository.Core.Publishing.Facets;

/// <summary>Values between two, both included; an end that is missing is open. Written <c>2015..2019</c>, <c>..2019</c> or <c>2015..</c>.</summary>
internal sealed record FacetRange(string Lowest, string Highest)
{
    private const string Dots = "..";

    public static bool Is(string text) => text.Contains(Dots, StringComparison.Ordinal);

    /// <summary>Null when the facet's values have no order, or an end is no value of that order.</summary>
    public static FacetRange? Read(Facet facet, string text)
    {
        if (facet.Order == FacetOrder.None || text.Split(Dots) is not [var low, var high]) return null;
        var range = new FacetRange(low.Trim(), high.Trim());
        if (range.Lowest.Length == 0 && range.Highest.Length == 0) return null;
        return facet.Order == FacetOrder.Text || (IsOpenOrNumber(range.Lowest) && IsOpenOrNumber(range.Highest)) ? range : null;
    }

    public bool Holds(Facet facet, string value) => facet.Order == FacetOrder.Number ? HoldsNumber(value) : HoldsText(value);

    private bool HoldsNumber(string value) =>
        Number(value) is { } number && (Number(Lowest) is not { } low || number >= low) && (Number(Highest) is not { } high || number <= high);

    /// <summary>What begins like the upper end belongs to it: <c>..2019</c> ends with December of 2019.</summary>
    private bool HoldsText(string value) =>
        (Lowest.Length == 0 || string.CompareOrdinal(value, Lowest) >= 0)
        && (Highest.Length == 0 || string.CompareOrdinal(value, Highest) <= 0 || value.StartsWith(Highest, StringComparison.Ordinal));

    private static bool IsOpenOrNumber(string text) => text.Length == 0 || Number(text) is not null;

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Collections.Immutable;
using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Queries;

internal enum FilterOperator
{
    Is,
    IsNot,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

/// <summary>A filter's text in its parts: <c>name:value</c>, <c>name:!value</c>, <c>name&gt;value</c>, <c>name&gt;:value</c> and so on.</summary>
internal sealed record FilterText(string Name, FilterOperator Operator, string Value)
{
    /// <summary>Longest first, so that <c>&gt;:</c> is not taken for <c>&gt;</c>.</summary>
    private static readonly (string Sign, FilterOperator Operator)[] Signs =
    [
        (">:", FilterOperator.GreaterOrEqual), ("<:", FilterOperator.LessOrEqual),
        (":!", FilterOperator.IsNot), (">", FilterOperator.Greater), ("<", FilterOperator.Less), (":", FilterOperator.Is),
    ];

    /// <summary>Values parted by commas, blanks around them trimmed, empty ones left out.</summary>
    public ImmutableArray<string> Values => [.. Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public static FilterText? Read(string text)
    {
        var at = text.AsSpan().IndexOfAny(':', '<', '>');
        if (at <= 0) return null;
        var rest = text.AsSpan(at);
        foreach (var (sign, known) in Signs)
        {
            if (rest.StartsWith(sign, StringComparison.Ordinal)) return new FilterText(text[..at].Trim(), known, rest[sign.Length..].Trim().ToString());
        }

        return null;
    }

    /// <summary>The items with any of the values.</summary>
    public ItemSet Any(TreeView view, Func<string, ItemSet> having) => Values switch
    {
        [var only] => having(only),
        var several => ItemSet.Union(view.Count, several.Select(having)),
    };

    /// <summary>Does the operator hold for the sign of a comparison?</summary>
    public bool Holds(int compared) => Operator switch
    {
        FilterOperator.Greater => compared > 0,
        FilterOperator.GreaterOrEqual => compared >= 0,
        FilterOperator.Less => compared < 0,
        FilterOperator.LessOrEqual => compared <= 0,
        FilterOperator.IsNot => compared != 0,
        _ => compared == 0,
    };
}

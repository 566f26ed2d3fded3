using System.Buffers;
using System.Globalization;

namespace Repository.Search.Queries.Parsing;

/// <summary>
/// What stands behind <c>~</c>. Lucene hands it to Java's <c>Float.parseFloat</c> and takes its default where that fails, so that <c>~</c>, <c>~x</c> and <c>~1x</c> are
/// all alike. (Java's hexadecimal floats are left out: nobody types them.)
/// </summary>
internal static class TildeNumber
{
    private const float DefaultSimilarity = FuzzyQuery.MostEdits;
    private const int DefaultSlop = 0;
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.+-eE");

    public static float Similarity(ReadOnlySpan<char> text) => TryRead(text, out var number) ? number : DefaultSimilarity;

    public static int Slop(ReadOnlySpan<char> text) => !TryRead(text, out var number) ? DefaultSlop : number switch
    {
        float.NaN => 0,
        >= int.MaxValue => int.MaxValue,
        <= int.MinValue => int.MinValue,
        _ => (int)number,
    };

    private static bool TryRead(ReadOnlySpan<char> text, out float number)
    {
        text = QuerySyntax.Trim(text);
        var unsigned = text is ['+' or '-', .. var behind] ? behind : text;
        number = unsigned is "NaN" ? float.NaN : text is ['-', ..] ? float.NegativeInfinity : float.PositiveInfinity;
        if (unsigned is "NaN" or "Infinity") return true;
        if (text is [.. var digits, 'f' or 'F' or 'd' or 'D']) text = digits;
        const NumberStyles Java = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return !text.ContainsAnyExcept(OfNumbers) && float.TryParse(text, Java, CultureInfo.InvariantCulture, out number);
    }
}

using System.Globalization;
using Repository.Search.Indexing;

namespace Repository.Search.Queries.Parsing;

/// <summary>Ranges over fields of numbers and days, from the text of their ends.</summary>
internal static class FieldValues
{
    public static Outcome Between(FieldDefinition field, RangeBounds bounds)
    {
        var (lower, upper) = (new ValuePeriod(long.MinValue, long.MinValue), new ValuePeriod(long.MaxValue, long.MaxValue));
        if (bounds.Lower is not null && !TryRead(field.Kind, bounds.Lower, out lower)) return BadValue(field);
        if (bounds.Upper is not null && !TryRead(field.Kind, bounds.Upper, out upper)) return BadValue(field);
        var first = bounds.IncludesLower || bounds.Lower is null ? lower.First : lower.Last + 1;
        var last = bounds.IncludesUpper || bounds.Upper is null ? upper.Last : upper.First - 1;
        return Outcome.Of(first > last ? new MatchNoneQuery() : new ValueRangeQuery(field.Name, first, last));
    }

    private static bool TryRead(FieldKind kind, string text, out ValuePeriod period) =>
        kind == FieldKind.Day ? DayPeriod.TryRead(QuerySyntax.Trim(text), out period) : TryNumber(QuerySyntax.Trim(text), out period);

    /// <summary>As Java's Integer.parseInt: a sign and decimal digits of any script, within 32 bits.</summary>
    private static bool TryNumber(ReadOnlySpan<char> text, out ValuePeriod period)
    {
        period = default;
        var digits = text is ['+' or '-', .. var unsigned] ? unsigned : text;
        if (digits.IsEmpty) return false;
        var number = 0L;
        foreach (var character in digits)
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(character);
            if (digit < 0 || number > int.MaxValue) return false;
            number = (number * 10) + digit;
        }

        if (text[0] == '-') number = -number;
        period = new ValuePeriod(number, number);
        return number is >= int.MinValue and <= int.MaxValue;
    }

    private static Outcome BadValue(FieldDefinition field) => Outcome.Refused($"Not a value of {field.Name}.");
}

using System.Globalization;

namespace Repository.Search.Queries.Parsing;

/// <summary>
/// Reads <c>2019</c>, <c>2019-05</c> and <c>2019-05-03</c> as strictly as Java's Year, YearMonth and LocalDate do. Days are counted from 1970-01-01; years may have more
/// than four digits and a sign in whole dates, so that the calendar of the base library is too small.
/// </summary>
internal static class DayPeriod
{
    private const int MostYears = 999_999_999;

    public static bool TryRead(ReadOnlySpan<char> text, out ValuePeriod period)
    {
        if (text.Length == 4) return TryYear(text, out period);
        period = default;
        var end = YearLength(text);
        if (end == 0 || !int.TryParse(text[..end], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var year) || Math.Abs((long)year) > MostYears) return false;
        var rest = text[end..];
        if (!TryTwoDigits(ref rest, out var month) || month is < 1 or > 12) return false;
        if (text.Length == 7)
        {
            period = new ValuePeriod(DayOf(year, month, 1), DayOf(year, month, DaysIn(year, month)));
            return rest.IsEmpty;
        }

        if (!TryTwoDigits(ref rest, out var day) || day < 1 || day > DaysIn(year, month) || !rest.IsEmpty) return false;
        period = new ValuePeriod(DayOf(year, month, day), DayOf(year, month, day));
        return true;
    }

    /// <summary>A year that stands alone may have three digits behind a sign.</summary>
    private static bool TryYear(ReadOnlySpan<char> text, out ValuePeriod period)
    {
        period = default;
        if (text[1..].ContainsAnyExceptInRange('0', '9') || !(text[0] is '+' or '-' || char.IsAsciiDigit(text[0]))) return false;
        var year = int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        period = new ValuePeriod(DayOf(year, 1, 1), DayOf(year, 12, 31));
        return true;
    }

    /// <summary>How many characters the year has: four digits, more of them only behind a sign, a plus only where there are more. 0 if it is none.</summary>
    private static int YearLength(ReadOnlySpan<char> text)
    {
        var sign = text is ['+' or '-', ..] ? 1 : 0;
        var end = sign;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        var digits = end - sign;
        var fits = text[..sign] switch
        {
            [] => digits == 4,
            "-" => digits is >= 4 and <= 10 && text[1..end].ContainsAnyExcept('0'),
            _ => digits is > 4 and <= 10,
        };
        return fits ? end : 0;
    }

    private static bool TryTwoDigits(ref ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        if (text is not ['-', >= '0' and <= '9' and var tens, >= '0' and <= '9' and var ones, ..]) return false;
        number = ((tens - '0') * 10) + ones - '0';
        text = text[3..];
        return true;
    }

    private static int DaysIn(long year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static bool IsLeap(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    /// <summary>The Gregorian calendar, also before it was made. The year begins in March here, so that the leap day is its last.</summary>
    private static long DayOf(long year, int month, int day)
    {
        const long DaysBefore1970 = 719_468;
        if (month < 3) year--;
        var era = Math.DivRem(year >= 0 ? year : year - 399, 400).Quotient;
        var yearOfEra = year - (era * 400);
        var dayOfYear = (((153 * ((month + 9) % 12)) + 2) / 5) + day - 1;
        return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - DaysBefore1970;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Repository.Core.Editors.Dates;

/// <summary>A day of the proleptic Gregorian calendar, of any year. Year 0 is 1 BC.</summary>
public readonly record struct EdtfDay(long Year, int Month, int Day) : IComparable<EdtfDay>
{
    public int CompareTo(EdtfDay other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    public static bool operator <(EdtfDay left, EdtfDay right) => left.CompareTo(right) < 0;

    public static bool operator >(EdtfDay left, EdtfDay right) => left.CompareTo(right) > 0;

    public static bool operator <=(EdtfDay left, EdtfDay right) => left.CompareTo(right) <= 0;

    public static bool operator >=(EdtfDay left, EdtfDay right) => left.CompareTo(right) >= 0;
}

/// <summary>How exactly a date is known.</summary>
public enum EdtfPrecision
{
    Day,
    Month,
    Season,
    Year,
    Decade,
    Century,

    /// <summary>From one date to another: each has a precision of its own.</summary>
    Interval,
}

/// <summary>
/// A date of the Extended Date/Time Format, level 1, without times of day. <see cref="First"/> and <see cref="Last"/> are the first and
/// last day it can mean, both included; null where the interval is open or its end unknown. Immutable.
/// </summary>
public sealed partial record EdtfDate(string Text, EdtfDay? First, EdtfDay? Last)
{
    private const string Open = "..";

    public EdtfPrecision Precision { get; private init; }

    /// <summary>Somewhere about then.</summary>
    public bool IsApproximate => Text[^1] is '~' or '%';

    /// <summary>Nobody is sure of it.</summary>
    public bool IsUncertain => Text[^1] is '?' or '%';

    /// <summary>Where an interval begins; null where that is open or unknown.</summary>
    public EdtfDate? From { get; private init; }

    /// <summary>Where an interval ends; null where that is open or unknown.</summary>
    public EdtfDate? To { get; private init; }

    /// <summary>Null for a text that is not such a date, an interval that runs backwards, or one without any date.</summary>
    public static EdtfDate? Parse(string text)
    {
        text = text.Trim().ToUpperInvariant();
        var ends = text.Split('/');
        if (ends.Length == 1) return Single(text);
        if (ends.Length != 2 || !TryEnd(ends[0], out var from) || !TryEnd(ends[1], out var to)) return null;
        if (from is null && to is null) return null;
        return from?.First > to?.Last ? null : new EdtfDate(text, from?.First, to?.Last) { Precision = EdtfPrecision.Interval, From = from, To = to };
    }

    private static bool TryEnd(string text, out EdtfDate? end)
    {
        end = text is "" or Open ? null : Single(text);
        return end is not null || text is "" or Open;
    }

    private static EdtfDate? Single(string text)
    {
        if (LongYearPattern().Match(text) is { Success: true } match) return Year(text, long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        match = DatePattern().Match(text);
        if (!match.Success || match.Groups["year"].Value == "-0000") return null;
        var year = match.Groups["year"].Value;
        if (year.Contains('X', StringComparison.Ordinal)) return match.Groups["month"].Success ? null : Years(text, year);
        return Dated(text, long.Parse(year, CultureInfo.InvariantCulture), match.Groups["month"].Value, match.Groups["day"].Value);
    }

    private static EdtfDate Year(string text, long year) => new(text, new EdtfDay(year, 1, 1), new EdtfDay(year, 12, 31)) { Precision = EdtfPrecision.Year };

    private static EdtfDate Years(string text, string year)
    {
        var (first, last) = (long.Parse(year.Replace('X', '0'), CultureInfo.InvariantCulture), long.Parse(year.Replace('X', '9'), CultureInfo.InvariantCulture));
        var precision = year.EndsWith("XX", StringComparison.Ordinal) ? EdtfPrecision.Century : EdtfPrecision.Decade;
        return new EdtfDate(text, new EdtfDay(first, 1, 1), new EdtfDay(last, 12, 31)) { Precision = precision };
    }

    private static EdtfDate? Dated(string text, long year, string month, string day)
    {
        if (month.Length == 0) return Year(text, year);
        if (month == "XX") return day is "" or "XX" ? Year(text, year) : null;
        var number = int.Parse(month, CultureInfo.InvariantCulture);
        if (number is >= 21 and <= 24) return day.Length == 0 ? Season(text, year, number) : null;
        if (number is < 1 or > 12) return null;
        var length = DaysIn(year, number);
        if (day is "" or "XX") return new EdtfDate(text, new EdtfDay(year, number, 1), new EdtfDay(year, number, length)) { Precision = EdtfPrecision.Month };
        var date = int.Parse(day, CultureInfo.InvariantCulture);
        return date >= 1 && date <= length ? new EdtfDate(text, new EdtfDay(year, number, date), new EdtfDay(year, number, date)) : null;
    }

    // Spring (21) to winter (24) of the northern half of the world, by whole months; winter ends in the next year.
    private static EdtfDate Season(string text, long year, int season)
    {
        var start = (season - 20) * 3;
        var (endYear, end) = season == 24 ? (year + 1, 2) : (year, start + 2);
        return new EdtfDate(text, new EdtfDay(year, start, 1), new EdtfDay(endYear, end, DaysIn(endYear, end))) { Precision = EdtfPrecision.Season };
    }

    private static int DaysIn(long year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    [GeneratedRegex(@"\AY(-?[1-9][0-9]{4,14})\z", RegexOptions.CultureInvariant)]
    private static partial Regex LongYearPattern();

    [GeneratedRegex(@"\A(?<year>-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(-(?<month>[0-9]{2}|XX)(-(?<day>[0-9]{2}|XX))?)?[?~%]?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DatePattern();
}

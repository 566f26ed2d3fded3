using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;

namespace Repository.Web.Site.Reading;

/// <summary>Dates and lengths of time as people say them, in the current culture. What is not understood stays as it is.</summary>
internal static partial class DateWords
{
    private const string Open = "..";

    /// <summary>A day, a moment, or a date of the Extended Date/Time Format: approximate, of a month or a year only, or an interval.</summary>
    public static string Of(string text, IStringLocalizer texts)
    {
        if (text.Split('/') is not [var from, var to]) return Single(text, texts);
        if (from is "" or Open) return texts["Date.Until", Single(to, texts)];
        return to is "" or Open ? texts["Date.Since", Single(from, texts)] : texts["Date.Between", Single(from, texts), Single(to, texts)];
    }

    public static string Of(DateOnly day) => day.ToString(CultureInfo.CurrentCulture.DateTimeFormat.LongDatePattern.Replace("dddd, ", "", StringComparison.Ordinal).Replace("dddd", "", StringComparison.Ordinal), CultureInfo.CurrentCulture);

    /// <summary>An ISO 8601 length of time.</summary>
    public static string Length(string text, IStringLocalizer texts)
    {
        var match = LengthPattern().Match(text);
        if (!match.Success) return text;
        var parts = from name in (string[])["Years", "Months", "Weeks", "Days", "Hours", "Minutes", "Seconds"]
                    let number = match.Groups[name]
                    where number.Success
                    select texts[number.Value == "1" ? $"Length.{name}.One" : $"Length.{name}.Many", number.Value].Value;
        return string.Join(' ', parts);
    }

    private static string Single(string text, IStringLocalizer texts)
    {
        var match = DatePattern().Match(text);
        if (!match.Success) return text;
        var words = Words(match, texts) ?? text;
        return match.Groups["doubt"].Value switch
        {
            "?" => texts["Date.Uncertain", words],
            "~" or "%" => texts["Date.About", words],
            _ => words,
        };
    }

    private static string? Words(Match match, IStringLocalizer texts)
    {
        var year = match.Groups["year"].Value;
        if (year.EndsWith("XX", StringComparison.OrdinalIgnoreCase)) return texts["Date.Century", year.Replace('X', '0').Replace('x', '0')];
        if (year.EndsWith('X') || year.EndsWith('x')) return texts["Date.Decade", year.Replace('X', '0').Replace('x', '0')];
        if (!int.TryParse(match.Groups["month"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var month)) return year;
        var number = int.Parse(year, CultureInfo.InvariantCulture);
        if (month is < 1 or > 12 || number is < 1 or > 9999) return null;
        var format = CultureInfo.CurrentCulture.DateTimeFormat;
        if (!int.TryParse(match.Groups["day"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var day)) return texts["Date.Month", format.GetMonthName(month), year];
        return day >= 1 && day <= DateTime.DaysInMonth(number, month) ? Of(new DateOnly(number, month, day)) : null;
    }

    [GeneratedRegex(@"\A(?<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(-(?<month>[0-9]{2}|XX)(-(?<day>[0-9]{2}|XX))?)?(T[0-9:.]+(Z|[+-][0-9:]+)?)?(?<doubt>[?~%])?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"\AP((?<Years>[0-9]+)Y)?((?<Months>[0-9]+)M)?((?<Weeks>[0-9]+)W)?((?<Days>[0-9]+)D)?(T((?<Hours>[0-9]+)H)?((?<Minutes>[0-9]+)M)?((?<Seconds>[0-9.]+)S)?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LengthPattern();
}

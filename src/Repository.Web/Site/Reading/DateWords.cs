using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Repository.Core.Editors.Dates;

namespace Repository.Web.Site.Reading;

/// <summary>Dates and lengths of time as people say them, in the current culture. What is not understood stays as it is.</summary>
internal static partial class DateWords
{
    private const int DayLength = 10;

    /// <summary>A day, a moment, or a date of the Extended Date/Time Format: approximate, of a month or a year only, or an interval.</summary>
    public static string Of(string text, IStringLocalizer texts) => Read(text) is { } date ? Of(date, texts) : text;

    public static string Of(DateOnly day) => day.ToString(CultureInfo.CurrentCulture.DateTimeFormat.LongDatePattern.Replace("dddd, ", "", StringComparison.Ordinal).Replace("dddd", "", StringComparison.Ordinal), CultureInfo.CurrentCulture);

    /// <summary>A moment with its time of day, as whoever wrote it has it on the clock.</summary>
    public static string OfMoment(string text, IStringLocalizer texts) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
        ? texts["Date.Moment", Of(DateOnly.FromDateTime(moment.DateTime)), moment.ToString("HH:mm", CultureInfo.InvariantCulture)]
        : Of(text, texts);

    /// <summary>The date as programs read it in a page; null for what they have no form for, such as an interval or a season.</summary>
    public static string? Machine(string? text) => text is not null && Read(text) is { First: { Year: > 0 and < 10_000 } first, IsApproximate: false, IsUncertain: false } date
        ? date.Precision switch
        {
            EdtfPrecision.Day => string.Create(CultureInfo.InvariantCulture, $"{first.Year:0000}-{first.Month:00}-{first.Day:00}"),
            EdtfPrecision.Month => string.Create(CultureInfo.InvariantCulture, $"{first.Year:0000}-{first.Month:00}"),
            EdtfPrecision.Year => string.Create(CultureInfo.InvariantCulture, $"{first.Year:0000}"),
            _ => null,
        }
        : null;

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

    /// <summary>A moment says its day first, and then the time of day.</summary>
    private static EdtfDate? Read(string text) => EdtfDate.Parse(text.Length > DayLength && text[DayLength] is 'T' or ' ' ? text[..DayLength] : text);

    private static string Of(EdtfDate date, IStringLocalizer texts) => date switch
    {
        { Precision: EdtfPrecision.Interval, From: null, To: { } to } => texts["Date.Until", Of(to, texts)],
        { Precision: EdtfPrecision.Interval, From: { } from, To: null } => texts["Date.Since", Of(from, texts)],
        { Precision: EdtfPrecision.Interval, From: { } from, To: { } to } => texts["Date.Between", Of(from, texts), Of(to, texts)],
        { IsApproximate: true } => texts["Date.About", Exact(date, texts)],
        { IsUncertain: true } => texts["Date.Uncertain", Exact(date, texts)],
        _ => Exact(date, texts),
    };

    private static string Exact(EdtfDate date, IStringLocalizer texts)
    {
        if (date.First is not { Year: > 0 and < 10_000 } first) return date.Text;
        var year = first.Year.ToString("0000", CultureInfo.InvariantCulture);
        return date.Precision switch
        {
            EdtfPrecision.Day => Of(new DateOnly((int)first.Year, first.Month, first.Day)),
            EdtfPrecision.Month => texts["Date.Month", CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName(first.Month), year],
            EdtfPrecision.Season => texts[$"Season.{first.Month}", year],
            EdtfPrecision.Decade => texts["Date.Decade", year],
            EdtfPrecision.Century => texts["Date.Century", year],
            _ => year,
        };
    }

    [GeneratedRegex(@"\AP((?<Years>[0-9]+)Y)?((?<Months>[0-9]+)M)?((?<Weeks>[0-9]+)W)?((?<Days>[0-9]+)D)?(T((?<Hours>[0-9]+)H)?((?<Minutes>[0-9]+)M)?((?<Seconds>[0-9.]+)S)?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LengthPattern();
}

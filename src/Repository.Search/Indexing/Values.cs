using System.Globalization;

namespace Repository.Search.Indexing;

/// <summary>Numbers and days as they are written in documents.</summary>
internal static class Values
{
    public const string DayFormat = "yyyy-MM-dd";

    private static readonly DateOnly Epoch = new(1970, 1, 1);

    /// <summary>The value, or null when the text is none of this kind.</summary>
    public static long? Read(FieldKind kind, string text) => kind == FieldKind.Day
        ? DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? DaysOf(day) : null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static long DaysOf(DateOnly day) => day.DayNumber - Epoch.DayNumber;
}

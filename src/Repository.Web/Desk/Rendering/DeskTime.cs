using System.Globalization;

namespace Repository.Web.Desk.Rendering;

/// <summary>Instants as editors in Oaxaca read them on the wall.</summary>
internal static class DeskTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City");

    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The instant at which a day begins.</summary>
    public static DateTimeOffset Start(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }

    /// <summary>26 nov 2026, 14:05</summary>
    public static string Text(DateTimeOffset instant) => Local(instant).ToString("d MMM yyyy, HH:mm", CultureInfo.CurrentCulture).Replace(".", "", StringComparison.Ordinal);

    /// <summary>26 nov 2026</summary>
    public static string Text(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture).Replace(".", "", StringComparison.Ordinal);

    /// <summary>For the <c>datetime</c> of a time element.</summary>
    public static string Machine(DateTimeOffset instant) => Local(instant).ToString("yyyy-MM-ddTHH:mmzzz", CultureInfo.InvariantCulture);
}

namespace Repository.Web.Site.Reading;

/// <summary>The day a moment falls on where the site's people live.</summary>
internal static class LocalDay
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City");

    public static string Words(DateTimeOffset moment) => DateWords.Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime));
}

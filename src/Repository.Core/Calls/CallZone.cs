using System.Globalization;

namespace Repository.Core.Calls;

/// <summary>
/// The time zone a call lives in, with its history: Mexico City kept summer time until October 2022, so that July 2022 is five hours behind UTC and
/// July 2023 six.
/// </summary>
public sealed class CallZone
{
    public const string Usual = "America/Mexico_City";

    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es-MX");

    private readonly TimeZoneInfo _zone;

    private CallZone(string id, TimeZoneInfo zone) => (Id, _zone) = (id, zone);

    public string Id { get; }

    /// <summary>Null when the system knows no zone of this name.</summary>
    public static CallZone? Find(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? new CallZone(id, zone) : null;

    /// <summary>When a clock on the wall shows this. Of an hour that comes twice the later one counts, and one that is skipped ends with the gap: nobody loses time to a change of clocks.</summary>
    public DateTimeOffset At(DateTime local)
    {
        var (first, last, before) = Around(local);
        return Shows(last, local) ? last : Shows(first, local) ? first : before;
    }

    /// <summary>The instants at which a clock would show this by the difference from UTC of the day before and of the day after, and that of the day before.</summary>
    private (DateTimeOffset First, DateTimeOffset Last, DateTimeOffset Before) Around(DateTime local)
    {
        // Asked of the clock itself: what the system calls ambiguous or invalid leaves out the nights on which a zone took another standard time (Cancún, 2015).
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var (before, after) = (new DateTimeOffset(wall, OffsetNear(wall, -1)), new DateTimeOffset(wall, OffsetNear(wall, 1)));
        return before < after ? (before, after, before) : (after, before, before);
    }

    private bool Shows(DateTimeOffset instant, DateTime wall) => Local(instant).DateTime == wall;

    /// <summary>The difference from UTC some days from then.</summary>
    private TimeSpan OffsetNear(DateTime wall, int days) =>
        _zone.GetUtcOffset(new DateTimeOffset(Math.Clamp(wall.Ticks + (days * TimeSpan.TicksPerDay), 0, DateTime.MaxValue.Ticks), TimeSpan.Zero));

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone);

    public DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The first moment of a day, also of one whose first hour comes twice.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return Around(midnight) is var (first, _, _) && Shows(first, midnight) ? first : At(midnight);
    }

    /// <summary>As people read it who need not count seconds: <c>31 de julio de 2022, 23:59</c>.</summary>
    public string TellMinute(DateTimeOffset instant) => Local(instant).ToString("d 'de' MMMM 'de' yyyy, HH:mm", Spanish);

    /// <summary>The last day that is whole before a moment: <c>31 de julio de 2022</c>.</summary>
    public string TellDayBefore(DateTimeOffset instant) => Day(instant.AddTicks(-1)).ToString("d 'de' MMMM 'de' yyyy", Spanish);

    /// <summary>As people are told it: <c>31 de julio de 2022, 23:59:00 (UTC−05:00)</c>.</summary>
    public string Tell(DateTimeOffset instant)
    {
        var local = Local(instant);
        var sign = local.Offset < TimeSpan.Zero ? '−' : '+';
        return string.Create(Spanish, $"{local:d 'de' MMMM 'de' yyyy, HH:mm:ss} (UTC{sign}{local.Offset:hh\\:mm})");
    }
}

using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Calls;

namespace Repository.Core.Tests.Calls;

public sealed class CallDatesTests
{
    private static readonly CallZone Mexico = CallZone.Find(CallZone.Usual)!;
    private static readonly CallDates Call2022 = CallDates.UntilEndOf(new DateOnly(2022, 7, 31), Mexico);

    [Theory]
    [InlineData("2022-08-01T04:59:59Z", CallWindow.Open)]
    [InlineData("2022-08-01T05:00:00Z", CallWindow.Closed)]
    [InlineData("2022-07-31T23:59:59-05:00", CallWindow.Open)]
    [InlineData("2022-08-01T06:59:59+02:00", CallWindow.Open)]
    public void the_call_of_2022_closed_at_midnight_of_summer_time(string instant, CallWindow expected)
    {
        var window = Call2022.At(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, window);
    }

    [Theory]
    [InlineData("2022-07-31", -5)]
    [InlineData("2022-10-29", -5)]
    [InlineData("2022-10-30", -6)]
    [InlineData("2023-07-31", -6)]
    [InlineData("2026-07-31", -6)]
    [InlineData("2015-12-31", -6)]
    public void mexico_has_kept_no_summer_time_since_october_2022(string day, int offset)
    {
        var noon = Mexico.At(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(12, 0)));

        Assert.Equal(TimeSpan.FromHours(offset), noon.Offset);
    }

    [Fact]
    public void zones_of_one_country_close_at_moments_of_their_own()
    {
        var closings = new[] { "America/Cancun", "America/Mexico_City", "America/Hermosillo", "America/Tijuana" }
            .Select(zone => CallDates.UntilEndOf(new DateOnly(2026, 7, 31), CallZone.Find(zone)!).Closing.UtcDateTime.Hour);

        Assert.Equal([5, 6, 7, 7], closings);
    }

    [Fact]
    public void an_hour_that_comes_twice_closes_the_second_time_and_one_that_is_skipped_after_the_gap()
    {
        Assert.Equal(new DateTimeOffset(2021, 10, 31, 1, 30, 0, TimeSpan.FromHours(-6)), Mexico.At(new DateTime(2021, 10, 31, 1, 30, 0)));
        Assert.Equal(new DateTimeOffset(2021, 4, 4, 3, 30, 0, TimeSpan.FromHours(-5)), Mexico.At(new DateTime(2021, 4, 4, 2, 30, 0)));
    }

    [Fact]
    public void a_late_attempt_is_refused_with_both_hours()
    {
        var refusal = Call2022.Refusal(new DateTimeOffset(2022, 8, 1, 5, 0, 7, TimeSpan.Zero));

        Assert.Equal(
            "La convocatoria cerró el 31 de julio de 2022, 23:59:00 (UTC−05:00). Tu intento llegó el 1 de agosto de 2022, 00:00:07 (UTC−05:00), ya fuera de plazo.",
            refusal);
    }

    [Fact]
    public void whoever_only_looks_is_told_when_and_of_no_attempt()
    {
        var call = Call2022 with { OpensAt = new DateTime(2022, 5, 2, 9, 0, 0) };

        Assert.Equal("La convocatoria abre el 2 de mayo de 2022, 09:00:00 (UTC−05:00).", call.Closure(new DateTimeOffset(2022, 5, 2, 13, 59, 59, TimeSpan.Zero)));
        Assert.Null(call.Closure(new DateTimeOffset(2022, 5, 2, 14, 0, 0, TimeSpan.Zero)));
        Assert.Equal("La convocatoria cerró el 31 de julio de 2022, 23:59:00 (UTC−05:00).", call.Closure(new DateTimeOffset(2022, 8, 1, 5, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("America/Mexico_City", "2022-10-30T01:59:00", "2022-10-30T08:00:00Z")]
    [InlineData("America/Mexico_City", "2023-04-02T02:30:00", "2023-04-02T08:31:00Z")]
    [InlineData("America/Tijuana", "2022-11-06T01:30:00", "2022-11-06T09:31:00Z")]
    [InlineData("America/Tijuana", "2023-03-12T02:30:00", "2023-03-12T10:31:00Z")]
    [InlineData("America/Tijuana", "2026-11-01T01:00:00", "2026-11-01T09:01:00Z")]
    [InlineData("America/Hermosillo", "2022-10-30T01:30:00", "2022-10-30T08:31:00Z")]
    [InlineData("America/Cancun", "2015-02-01T02:30:00", "2015-02-01T08:31:00Z")]
    [InlineData("America/Cancun", "2022-10-30T01:30:00", "2022-10-30T06:31:00Z")]
    public void a_call_closes_by_the_clock_on_the_wall_of_its_zone_on_nights_when_clocks_change(string zone, string wall, string closed)
    {
        var call = new CallDates(CallZone.Find(zone)!, null, DateTime.Parse(wall, CultureInfo.InvariantCulture));
        var moment = DateTimeOffset.Parse(closed, CultureInfo.InvariantCulture);

        Assert.Equal(moment, call.Closing);
        Assert.Equal((CallWindow.Open, CallWindow.Closed), (call.At(moment.AddTicks(-1)), call.At(moment)));
    }

    [Theory]
    [InlineData("America/Mexico_City")]
    [InlineData("America/Tijuana")]
    [InlineData("America/Hermosillo")]
    [InlineData("America/Cancun")]
    [InlineData("America/Chihuahua")]
    [InlineData("America/Ciudad_Juarez")]
    [InlineData("America/Mazatlan")]
    [InlineData("America/Bahia_Banderas")]
    public void no_clock_on_a_wall_shows_a_time_after_the_moment_that_counts_for_it(string name)
    {
        var (zone, first) = (CallZone.Find(name)!, new DateTimeOffset(1995, 12, 31, 0, 0, 0, TimeSpan.Zero));
        // What the wall shows, half-hour by half-hour; later moments win.
        var shown = Enumerable.Range(0, 33 * 366 * 48).Select(step => first.AddMinutes(step * 30)).GroupBy(moment => zone.Local(moment).DateTime).ToDictionary(same => same.Key, same => same.Max());

        foreach (var (wall, last) in shown.Where(same => same.Value > first.AddDays(2) && same.Value < first.AddYears(32))) Assert.Equal(last, zone.At(wall));
        for (var wall = new DateTime(1996, 2, 1); wall < new DateTime(2027, 1, 1); wall = wall.AddMinutes(30))
        {
            // A time that no clock showed counts as long after the change as it lies in the gap.
            if (!shown.ContainsKey(wall)) Assert.Equal(shown[wall.AddHours(-2)].AddHours(2), zone.At(wall));
        }
    }

    [Fact]
    public void an_attempt_before_the_opening_is_told_when_to_come_back()
    {
        var call = Call2022 with { OpensAt = new DateTime(2022, 5, 2, 9, 0, 0) };

        var refusal = call.Refusal(new DateTimeOffset(2022, 5, 2, 13, 59, 59, TimeSpan.Zero));

        Assert.StartsWith("La convocatoria abre el 2 de mayo de 2022, 09:00:00 (UTC−05:00).", refusal, StringComparison.Ordinal);
        Assert.Null(call.Refusal(new DateTimeOffset(2022, 5, 2, 14, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void a_call_opens_and_closes_once_and_for_all() => Prop.ForAll(
        Gen.Choose(0, 20 * 365 * 24 * 60).ToArbitrary(),
        minutes =>
        {
            var closes = new DateTime(2015, 1, 1).AddMinutes(minutes);
            var call = new CallDates(Mexico, null, closes);

            return call.At(call.Closing.AddTicks(-1)) == CallWindow.Open && call.At(call.Closing) == CallWindow.Closed
                && Mexico.Local(call.Closing.AddTicks(-1)).DateTime >= closes && call.Closing - Mexico.At(closes) == TimeSpan.FromMinutes(1);
        }).QuickCheckThrowOnFailure();
}

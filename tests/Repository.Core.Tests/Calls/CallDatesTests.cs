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

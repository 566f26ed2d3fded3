using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Calls;

namespace Repository.Core.Tests.Calls;

public sealed class RecognitionTermTests
{
    private static readonly CallZone Mexico = CallZone.Find(CallZone.Usual)!;

    [Theory]
    [InlineData("2022-09-15", "2023-09-15")]
    [InlineData("2023-03-01", "2024-03-01")]
    [InlineData("2024-02-29", "2025-03-01")]
    [InlineData("2023-02-28", "2024-02-28")]
    public void twelve_months_are_never_less(string start, string end) => Assert.Equal(Day(end), Term(start).End);

    [Theory]
    [InlineData("2022-09-14T23:59:59-05:00", RecognitionState.Upcoming)]
    [InlineData("2022-09-15T00:00:00-05:00", RecognitionState.InForce)]
    [InlineData("2023-07-16T23:59:59-06:00", RecognitionState.InForce)]
    [InlineData("2023-07-17T00:00:00-06:00", RecognitionState.Expiring)]
    [InlineData("2023-09-14T23:59:59-06:00", RecognitionState.Expiring)]
    [InlineData("2023-09-15T00:00:00-06:00", RecognitionState.Expired)]
    public void its_state_follows_the_clock_of_its_zone(string now, RecognitionState expected) => Assert.Equal(expected, Term("2022-09-15").At(Instant(now)));

    /// <summary>In Havana the first hour of 3 November 2024 came twice: the day began with the first.</summary>
    [Fact]
    public void a_copy_is_not_told_to_last_beyond_the_change_on_a_day_whose_first_hour_comes_twice()
    {
        var term = new RecognitionTerm(Day("2023-11-03"), Day("2024-11-03"), CallZone.Find("America/Havana")!);
        var evening = Instant("2024-11-02T23:30:00-04:00");

        var change = term.ChangesAt(evening)!.Value;

        Assert.Equal(Instant("2024-11-03T00:00:00-04:00"), change);
        Assert.Equal((RecognitionState.Expiring, RecognitionState.Expired), (term.At(change.AddTicks(-1)), term.At(change)));
    }

    [Fact]
    public void a_renewal_takes_over_on_its_first_day_and_a_revocation_at_once()
    {
        var term = Term("2022-09-15");
        var renewed = new RecognitionFate(Day("2023-09-01"), null);
        var revoked = new RecognitionFate(null, Instant("2023-01-10T10:00:00-06:00"));

        Assert.Equal(RecognitionState.Expiring, term.At(Instant("2023-08-31T23:59:59-06:00"), renewed));
        Assert.Equal(RecognitionState.Renewed, term.At(Instant("2023-09-01T00:00:00-06:00"), renewed));
        Assert.Equal(RecognitionState.InForce, term.At(Instant("2023-01-10T09:59:59-06:00"), revoked));
        Assert.Equal(RecognitionState.Revoked, term.At(Instant("2023-01-10T10:00:00-06:00"), revoked));
        Assert.Equal(RecognitionState.Revoked, term.At(Instant("2024-01-10T10:00:00-06:00"), revoked with { RenewedFrom = Day("2023-09-15") }));
    }

    [Fact]
    public void whoever_keeps_a_copy_is_told_until_when_it_is_true() => Prop.ForAll(
        Gen.Choose(0, 9_000).ToArbitrary(),
        Gen.Choose(-40_000, 400_000).ToArbitrary(),
        Gen.Choose(-1, 800).ToArbitrary(),
        (start, minutes, renewal) =>
        {
            var term = RecognitionTerm.Of(new DateOnly(2010, 1, 1).AddDays(start), 12, Mexico);
            var fate = new RecognitionFate(renewal < 0 ? null : term.Start.AddDays(renewal), null);
            var now = Mexico.StartOf(term.Start).AddMinutes(minutes * 2);

            if (term.ChangesAt(now, fate) is not { } next) return term.At(now.AddYears(9), fate) == term.At(now, fate);
            return next > now && term.At(next, fate) != term.At(now, fate) && term.At(next.AddTicks(-1), fate) == term.At(now, fate);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_term_has_a_year_of_days_and_ends_in_the_order_it_began() => Prop.ForAll(
        Gen.Choose(0, 20_000).ToArbitrary(),
        day =>
        {
            var term = RecognitionTerm.Of(new DateOnly(2000, 1, 1).AddDays(day), 12, Mexico);
            var next = RecognitionTerm.Of(term.Start.AddDays(1), 12, Mexico);

            return term.End.DayNumber - term.Start.DayNumber is 365 or 366 && term.End <= next.End;
        }).QuickCheckThrowOnFailure();

    private static RecognitionTerm Term(string start) => RecognitionTerm.Of(Day(start), 12, Mexico);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

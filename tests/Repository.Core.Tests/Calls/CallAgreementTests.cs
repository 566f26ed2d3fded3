using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Calls;

namespace Repository.Core.Tests.Calls;

public sealed class CallAgreementTests
{
    private static readonly Rubric Rubric = Rubric.Make([new Criterion("agua", "Agua", 70, ""), new Criterion("luz", "Luz", 30, "")], Enumerable.Range(0, 5).Select(value => new Level(value, $"nivel {value}")), 70).Rubric!;

    [Fact]
    public void who_of_two_is_the_first_means_nothing() => Prop.ForAll(
        Gen.Four(Gen.Choose(0, 4)).NonEmptyListOf().ToArbitrary(),
        scores =>
        {
            var one = CallAgreement.Of(scores.Select(four => Panel((four.Item1, four.Item2), (four.Item3, four.Item4))));
            var other = CallAgreement.Of(scores.Select(four => Panel((four.Item3, four.Item4), (four.Item1, four.Item2))));

            return Same(one.Kappa, other.Kappa) && Same(one.Intraclass, other.Intraclass) && one.Applications == scores.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void two_who_say_the_same_of_what_differs_agree_wholly() => Prop.ForAll(
        Gen.Two(Gen.Choose(0, 4)).ListOf(6).ToArbitrary(),
        scores =>
        {
            var agreement = CallAgreement.Of(scores.Select(levels => Panel(levels, levels)));

            return (agreement.Kappa is null or 1) && (agreement.Intraclass is not { } whole || Math.Abs(whole - 1) < 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void what_is_not_sealed_by_all_does_not_count()
    {
        var half = EvaluationPanel.For(Guid.NewGuid(), Rubric, 100) with { Sheets = [Sealed((4, 4)), new ScoreSheet(Guid.NewGuid())] };

        var agreement = CallAgreement.Of([half, Panel((1, 2), (2, 2))]);

        Assert.Equal(1, agreement.Applications);
    }

    [Fact]
    public void a_third_reader_changes_nothing_about_how_far_the_first_two_agree()
    {
        var two = Panel((4, 4), (3, 3));

        Assert.Equal(CallAgreement.Of([two, Panel((1, 2), (2, 2))]), CallAgreement.Of([two with { Sheets = two.Sheets.Add(Sealed((0, 0))) }, Panel((1, 2), (2, 2))]));
    }

    private static bool Same(double? one, double? other) => one is null ? other is null : other is { } value && Math.Abs(one.Value - value) < 1e-9;

    private static EvaluationPanel Panel((int Water, int Light) first, (int Water, int Light) second) => EvaluationPanel.For(Guid.NewGuid(), Rubric, 100) with { Sheets = [Sealed(first), Sealed(second)] };

    private static ScoreSheet Sealed((int Water, int Light) levels) => new(Guid.NewGuid())
    {
        HasConflict = false,
        SealedAt = DateTimeOffset.UnixEpoch,
        Scores = new ScoreSheet(Guid.Empty).Scores.Add("agua", new CriterionScore(levels.Water, "sí")).Add("luz", new CriterionScore(levels.Light, "sí")),
    };
}

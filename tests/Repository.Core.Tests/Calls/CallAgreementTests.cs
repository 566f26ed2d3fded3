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

    /// <summary>Written from the definitions, and not as the code is: kappa from the table of both readings, ICC(1,1) from the sums of squares of an analysis of variance.</summary>
    [Fact]
    public void it_is_what_the_definitions_say_of_any_evaluations() => Prop.ForAll(
        Gen.Four(Gen.Choose(0, 4)).NonEmptyListOf().ToArbitrary(),
        scores =>
        {
            var agreement = CallAgreement.Of(scores.Select(four => Panel((four.Item1, four.Item2), (four.Item3, four.Item4))));

            var pairs = scores.SelectMany(four => ((int, int)[])[(four.Item1, four.Item3), (four.Item2, four.Item4), (four.Item3, four.Item1), (four.Item4, four.Item2)]);
            var wholes = scores.Select(four => (17.5 * four.Item1 + 7.5 * four.Item2, 17.5 * four.Item3 + 7.5 * four.Item4)).ToList();
            return Same(agreement.Kappa, KappaOf(pairs)) && Same(agreement.Intraclass, IntraclassOf(wholes));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void where_all_wholes_are_the_same_there_is_nothing_to_correlate_however_they_are_rounded()
    {
        var thirds = Rubric.Make([new Criterion("agua", "Agua", 70, ""), new Criterion("luz", "Luz", 30, "")], Enumerable.Range(0, 4).Select(value => new Level(value, $"nivel {value}")), 70).Rubric!;

        Assert.All(Enumerable.Range(2, 30), applications =>
        {
            var same = Enumerable.Range(0, applications).Select(_ => Panel((1, 2), (1, 2)) with { Rubric = thirds });

            Assert.Null(CallAgreement.Of(same).Intraclass);
        });
    }

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

    private static double? KappaOf(IEnumerable<(int One, int Other)> pairs)
    {
        var table = new double[5, 5];
        foreach (var (one, other) in pairs) table[one, other]++;
        var all = table.Cast<double>().Sum();
        double Row(int one) => Enumerable.Range(0, 5).Sum(other => table[one, other]);
        double Column(int other) => Enumerable.Range(0, 5).Sum(one => table[one, other]);
        var cells = Enumerable.Range(0, 5).SelectMany(one => Enumerable.Range(0, 5).Select(other => (one, other, Weight: 1 - (Math.Pow(one - other, 2) / 16)))).ToList();
        var observed = cells.Sum(cell => cell.Weight * table[cell.one, cell.other]) / all;
        var expected = cells.Sum(cell => cell.Weight * Row(cell.one) * Column(cell.other)) / (all * all);
        return Math.Abs(1 - expected) < 1e-12 ? null : (observed - expected) / (1 - expected);
    }

    private static double? IntraclassOf(List<(double One, double Other)> wholes)
    {
        if (wholes.Count < 2) return null;
        var correction = Math.Pow(wholes.Sum(pair => pair.One + pair.Other), 2) / (2 * wholes.Count);
        var total = wholes.Sum(pair => (pair.One * pair.One) + (pair.Other * pair.Other)) - correction;
        var rows = wholes.Sum(pair => Math.Pow(pair.One + pair.Other, 2) / 2) - correction;
        var (between, within) = (rows / (wholes.Count - 1), (total - rows) / wholes.Count);
        return Math.Abs(total) < 1e-9 ? null : (between - within) / (between + within);
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

using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Calls;

namespace Repository.Core.Tests.Calls;

public sealed class EvaluationPanelTests
{
    private static readonly DateTimeOffset Now = new(2022, 8, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly (Guid Ana, Guid Beto, Guid Carmen) Who = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
    private static readonly Rubric Rubric = Rubric.Make([new Criterion("agua", "Agua", 70, ""), new Criterion("luz", "Luz", 30, "")], Levels(), 70).Rubric!;

    [Fact]
    public void weights_that_do_not_make_a_hundred_are_refused_with_their_sum()
    {
        var (rubric, problems) = Rubric.Make([new Criterion("agua", "Agua", 70, ""), new Criterion("agua", "Luz", 20, "")], [new Level(1, "uno")], 170);

        Assert.Null(rubric);
        Assert.Equal(["Los pesos suman 90 y deben sumar 100.", "Dos criterios tienen la misma clave.", "La escala lleva al menos dos niveles.", "El puntaje mínimo va de 0 a 100."], problems);
    }

    /// <summary>Fifths and quarters have an end in decimals, thirds and sevenths have none: what stands exactly on a bound must not fall off it by a rounding.</summary>
    [Fact]
    public void who_is_exactly_on_the_minimum_is_recognised_and_who_is_exactly_at_the_threshold_needs_no_third_reader_on_any_scale() => Prop.ForAll(
        (from highest in Gen.Choose(2, 9)
         from weight in Gen.Choose(1, 99)
         from marks in Gen.Four(Gen.Choose(0, highest))
         select (highest, weight, marks)).ToArbitrary(),
        chosen =>
        {
            var (highest, weight, marks) = chosen;
            // In whole parts of a percent: nothing is rounded.
            var (one, other) = ((weight * marks.Item1) + ((100 - weight) * marks.Item2), (weight * marks.Item3) + ((100 - weight) * marks.Item4));
            var scale = Enumerable.Range(0, highest + 1).Select(value => new Level(value, $"nivel {value}"));
            Criterion[] criteria = [new("agua", "Agua", weight, ""), new("luz", "Luz", 100 - weight, "")];
            var threshold = Math.Abs(one - other) / highest;
            var minimum = (one + other) / (2 * highest);
            var panel = new EvaluationPanel(Rubric.Make(criteria, scale, minimum).Rubric!, Guid.NewGuid(), threshold, [Sheet(marks.Item1, marks.Item2), Sheet(marks.Item3, marks.Item4)]);

            var needsThird = Math.Abs(one - other) > threshold * highest;
            return needsThird == (panel.State == PanelState.NeedsThirdReader) && (needsThird || panel.Verdict!.IsRecognised);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void of_two_pairs_as_close_the_higher_one_counts_on_any_scale()
    {
        var thirds = Rubric.Make([new Criterion("agua", "Agua", 70, ""), new Criterion("luz", "Luz", 30, "")], Enumerable.Range(0, 4).Select(value => new Level(value, $"nivel {value}")), 50).Rubric!;

        var panel = new EvaluationPanel(thirds, Guid.NewGuid(), 20, [Sheet(0, 0), Sheet(1, 1), Sheet(2, 2)]);

        Assert.Equal((50m, true), (decimal.Round(panel.Verdict!.Percentage, 12), panel.Verdict.IsRecognised));
    }

    [Fact]
    public void an_evaluator_reads_no_score_of_others_before_sealing_their_own()
    {
        var panel = Panel(Who.Ana, Who.Beto).Sealed(Who.Ana, 4, 4).Scored(Who.Beto, 1, 1);

        Assert.Equal([Who.Beto], panel.ReadableBy(Who.Beto).Select(sheet => sheet.Evaluator));
        Assert.Equal([Who.Ana], panel.ReadableBy(Who.Ana).Select(sheet => sheet.Evaluator));
        Assert.Empty(panel.ReadableBy(Who.Carmen));
        Assert.Empty(panel.ReadableByConvener);
        Assert.Equal(2, panel.Done(panel.Seal(Who.Beto, Now)).ReadableBy(Who.Beto).Count());
    }

    [Fact]
    public void what_is_sealed_never_changes()
    {
        var panel = Panel(Who.Ana, Who.Beto).Sealed(Who.Ana, 4, 4);

        Assert.Equal("Tu evaluación está sellada y ya no cambia.", Reason(panel.Score(Who.Ana, "agua", 1, "me arrepentí")));
        Assert.Equal("Tu evaluación está sellada y ya no cambia.", Reason(panel.Declare(Who.Ana, true, "es mi prima")));
        Assert.Equal("Tu evaluación está sellada y ya no cambia.", Reason(panel.Seal(Who.Ana, Now)));
    }

    [Fact]
    public void whoever_has_a_conflict_of_interest_scores_nothing_and_makes_room()
    {
        var panel = Panel(Who.Ana, Who.Beto).Scored(Who.Beto, 4, 4);

        panel = panel.Done(panel.Declare(Who.Beto, true, "Trabajé en la práctica."));

        Assert.Equal(PanelState.NeedsEvaluators, panel.State);
        Assert.StartsWith("Declaraste un conflicto", Reason(panel.Score(Who.Beto, "agua", 4, "buena")), StringComparison.Ordinal);
        Assert.Empty(panel.Sheets[1].Scores);
        panel = panel.Done(panel.Assign(Who.Carmen)).Sealed(Who.Ana, 3, 3).Sealed(Who.Carmen, 3, 3);
        Assert.Equal(75, panel.Verdict!.Percentage);
    }

    [Fact]
    public void nobody_scores_before_declaring_nor_seals_before_everything_has_a_score()
    {
        var panel = EvaluationPanel.For(Guid.NewGuid(), Rubric, 20);
        panel = panel.Done(panel.Assign(Who.Ana));

        Assert.StartsWith("Antes de calificar", Reason(panel.Score(Who.Ana, "agua", 2, "va bien")), StringComparison.Ordinal);
        panel = panel.Done(panel.Declare(Who.Ana, false, ""));
        panel = panel.Done(panel.Score(Who.Ana, "agua", 2, "va bien"));
        Assert.Equal("Falta calificar «Luz».", Reason(panel.Seal(Who.Ana, Now)));
        Assert.Equal("Quien postula no puede evaluar su postulación.", Reason(panel.Assign(Who.Beto, applicant: Who.Beto)));
        Assert.Equal("La escala no tiene un nivel 9.", Reason(panel.Score(Who.Ana, "luz", 9, "más que buena")));
    }

    [Fact]
    public void two_who_are_far_apart_call_for_a_third_and_the_two_closest_count()
    {
        var panel = Panel(Who.Ana, Who.Beto).Sealed(Who.Ana, 4, 4).Sealed(Who.Beto, 1, 1);

        Assert.Equal(PanelState.NeedsThirdReader, panel.State);
        Assert.Null(panel.Verdict);
        panel = panel.Done(panel.Assign(Who.Carmen)).Sealed(Who.Carmen, 3, 4);

        var verdict = panel.Verdict!;
        Assert.Equal((100 + 82.5m) / 2, verdict.Percentage);
        Assert.True(verdict.IsRecognised);
        Assert.Equal(87.5m, verdict.ByCriterion["agua"]);
        Assert.Equal(["Evaluación A", "Evaluación B"], verdict.Feedback.Select(feedback => feedback.Name));
    }

    [Fact]
    public void two_who_agree_need_no_third()
    {
        var panel = Panel(Who.Ana, Who.Beto).Sealed(Who.Ana, 3, 3).Sealed(Who.Beto, 3, 4);

        Assert.Equal(PanelState.Decided, panel.State);
        Assert.StartsWith("La postulación ya tiene", Reason(panel.Assign(Who.Carmen)), StringComparison.Ordinal);
        Assert.Equal(2, panel.ReadableByConvener.Count());
    }

    [Fact]
    public void a_percentage_lies_between_those_of_its_criteria_and_grows_with_every_level() => Prop.ForAll(
        Gen.Two(Gen.Choose(0, 4)).ToArbitrary(),
        levels =>
        {
            var whole = Rubric.Percentage(new Dictionary<string, int> { ["agua"] = levels.Item1, ["luz"] = levels.Item2 });
            var (low, high) = (Math.Min(levels.Item1, levels.Item2) * 25m, Math.Max(levels.Item1, levels.Item2) * 25m);
            var more = Rubric.Percentage(new Dictionary<string, int> { ["agua"] = Math.Min(4, levels.Item1 + 1), ["luz"] = levels.Item2 });

            return whole >= low && whole <= high && (levels.Item1 == 4 ? more == whole : more == whole + 17.5m);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(false, 0.2374)]
    [InlineData(true, 0.3320)]
    public void weighted_kappa_gives_the_figures_of_a_published_table(bool squared, double expected)
    {
        // Hout, Duncan and Sobel (1987), ratings of 91 couples, as in Agresti's "Categorical Data Analysis"; linear kappa 0.237 in the documentation of R's vcd.
        int[][] table = [[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]];
        var pairs = table.SelectMany((row, first) => row.SelectMany((count, second) => Enumerable.Repeat((first, second), count))).ToList();

        Assert.Equal(91, pairs.Count);
        Assert.Equal(expected, Agreement.WeightedKappa(pairs, squared)!.Value, 4);
    }

    [Fact]
    public void the_intraclass_correlation_gives_the_figure_of_shrout_and_fleiss()
    {
        double[][] ratings = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];

        Assert.Equal(0.17, Agreement.Intraclass(ratings)!.Value, 2);
    }

    [Fact]
    public void those_who_agree_in_everything_agree_wholly()
    {
        Assert.Equal(1, Agreement.WeightedKappa([(0, 0), (3, 3), (1, 1)], squared: true));
        Assert.Null(Agreement.WeightedKappa([(2, 2), (2, 2)], squared: true));
        Assert.Equal(1, Agreement.Intraclass([[1, 1], [4, 4]]));
        Assert.Null(Agreement.Intraclass([[1, 2]]));
    }

    private static IEnumerable<Level> Levels() => Enumerable.Range(0, 5).Select(level => new Level(level, $"Nivel {level}"));

    private static ScoreSheet Sheet(int water, int light) => new(Guid.NewGuid())
    {
        HasConflict = false,
        SealedAt = Now,
        Scores = new ScoreSheet(Guid.Empty).Scores.Add("agua", new CriterionScore(water, "sí")).Add("luz", new CriterionScore(light, "sí")),
    };

    private static string Reason(PanelResult result) => Assert.IsType<PanelResult.Refused>(result).Reason;

    private static EvaluationPanel Panel(params Guid[] evaluators) =>
        evaluators.Aggregate(EvaluationPanel.For(Guid.NewGuid(), Rubric, 20), (panel, evaluator) => panel.Done(panel.Assign(evaluator)));
}

internal static class PanelSentences
{
    public static EvaluationPanel Done(this EvaluationPanel panel, PanelResult result) => Assert.IsType<PanelResult.Done>(result).Panel;

    public static EvaluationPanel Scored(this EvaluationPanel panel, Guid evaluator, int water, int light)
    {
        panel = panel.Done(panel.Declare(evaluator, false, ""));
        panel = panel.Done(panel.Score(evaluator, "agua", water, "Lo dicen los soportes."));
        return panel.Done(panel.Score(evaluator, "luz", light, "Lo dicen los soportes."));
    }

    public static EvaluationPanel Sealed(this EvaluationPanel panel, Guid evaluator, int water, int light)
    {
        panel = panel.Scored(evaluator, water, light);
        return panel.Done(panel.Seal(evaluator, new DateTimeOffset(2022, 8, 15, 12, 0, 0, TimeSpan.Zero)));
    }
}

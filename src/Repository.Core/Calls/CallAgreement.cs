namespace Repository.Core.Calls;

/// <summary>How far those who evaluated a call agree, over all applications that both of the first two have sealed and that are decided. Told to nobody before.</summary>
/// <param name="Kappa">Weighted by the square of the distance between levels, over all criteria. Who of two is the first means nothing: each pair counts both ways.</param>
/// <param name="Intraclass">Of the percentages of whole applications.</param>
public sealed record CallAgreement(double? Kappa, double? Intraclass, int Applications)
{
    public static CallAgreement Of(IEnumerable<EvaluationPanel> panels)
    {
        var pairs = panels.Where(panel => panel.State == PanelState.Decided).Select(panel => (panel.Rubric, First: panel.Counting.Take(EvaluationPanel.Least).ToArray())).ToList();
        var levels = pairs.SelectMany(pair => pair.Rubric.Criteria.Select(criterion => (pair.First[0].Scores[criterion.Key].Level, pair.First[1].Scores[criterion.Key].Level))).ToList();
        List<IReadOnlyList<double>> wholes = [.. pairs.Select(pair => pair.First.Select(sheet => (double)sheet.Percentage(pair.Rubric)).ToArray())];
        return new CallAgreement(
            Agreement.WeightedKappa([.. levels, .. levels.Select(pair => (pair.Item2, pair.Item1))], squared: true),
            Agreement.Intraclass(wholes),
            pairs.Count);
    }
}

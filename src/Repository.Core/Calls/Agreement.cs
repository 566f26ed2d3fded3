namespace Repository.Core.Calls;

/// <summary>How far evaluators agree beyond chance: 1 is perfect, 0 is chance. Not defined – null – where nobody differs from anybody in anything.</summary>
public static class Agreement
{
    /// <summary>Cohen's weighted kappa of pairs of levels (Cohen 1968): disagreement grows with the distance of the levels, or with its square.</summary>
    public static double? WeightedKappa(IReadOnlyCollection<(int First, int Second)> pairs, bool squared)
    {
        if (pairs.Count == 0) return null;
        double observed = pairs.Sum(pair => Weight(pair.First, pair.Second, squared));
        double expected = pairs.Sum(one => pairs.Sum(other => Weight(one.First, other.Second, squared))) / pairs.Count;
        return expected == 0 ? null : 1 - (observed / expected);
    }

    /// <summary>
    /// Intraclass correlation of single scores, one-way: ICC(1,1) of Shrout and Fleiss (1979). It fits panels whose evaluators differ from
    /// application to application; each must have the same number of scores.
    /// </summary>
    public static double? Intraclass(IReadOnlyList<IReadOnlyList<double>> scores)
    {
        if (scores.Count < 2 || scores[0].Count < 2 || scores.Any(row => row.Count != scores[0].Count)) return null;
        // Asked of the scores themselves: their mean may be rounded to something else than all of them are.
        if (scores.All(row => row.All(score => score == scores[0][0]))) return null;
        var (targets, judges) = (scores.Count, scores[0].Count);
        var mean = scores.Average(row => row.Average());
        var between = judges * scores.Sum(row => Square(row.Average() - mean)) / (targets - 1);
        var within = scores.Sum(row => row.Sum(score => Square(score - row.Average()))) / (targets * (judges - 1));
        var whole = between + ((judges - 1) * within);
        return whole == 0 ? null : (between - within) / whole;
    }

    private static double Weight(int one, int other, bool squared) => squared ? Square(one - other) : Math.Abs(one - other);

    private static double Square(double number) => number * number;
}

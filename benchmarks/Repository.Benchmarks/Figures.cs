namespace Repository.Benchmarks;

/// <summary>What is told of many measurements.</summary>
internal static class Figures
{
    public static double Median(this IEnumerable<double> values)
    {
        var sorted = Sorted(values);
        return sorted[sorted.Length / 2];
    }

    /// <summary>The 99th percentile: of a hundred measurements no more than one is higher.</summary>
    public static double MostOf100(this IEnumerable<double> values)
    {
        var sorted = Sorted(values);
        return sorted[(int)(sorted.Length * 0.99)];
    }

    private static double[] Sorted(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? throw new InvalidOperationException("Nothing was measured.") : sorted;
    }
}

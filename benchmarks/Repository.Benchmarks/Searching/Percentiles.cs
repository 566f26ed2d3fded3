using System.Globalization;
using System.Text.RegularExpressions;

namespace Repository.Benchmarks.Searching;

/// <summary>How long the queries of a kind took, in microseconds, out of a line of the search command or of the Lucene harness.</summary>
internal sealed partial record Percentiles(string Kind, double Half, double MostOf20, double MostOf100)
{
    public static Percentiles Read(string line)
    {
        double Of(string name) => double.Parse(Figure(name).Match(line).Groups[1].Value, CultureInfo.InvariantCulture);
        return new Percentiles(Class().Match(line) is { Success: true } found ? found.Groups[1].Value : "all queries", Of("p50"), Of("p95"), Of("p99"));
    }

    /// <summary>The median of several measurements, figure by figure.</summary>
    public static Percentiles Median(IEnumerable<Percentiles> measured)
    {
        var all = measured.ToList();
        return new Percentiles(all[0].Kind, all.Select(one => one.Half).Median(), all.Select(one => one.MostOf20).Median(), all.Select(one => one.MostOf100).Median());
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Half:F0} / {MostOf20:F0} / {MostOf100:F0} µs");

    public string Over(Percentiles other) => string.Create(CultureInfo.InvariantCulture, $"{Half / other.Half:F2} / {MostOf20 / other.MostOf20:F2} / {MostOf100 / other.MostOf100:F2}");

    private static Regex Figure(string name) => new(name + "_us=([0-9.]+)");

    [GeneratedRegex("class=(\\S+)")]
    private static partial Regex Class();
}

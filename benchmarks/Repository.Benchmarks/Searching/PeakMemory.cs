using System.Globalization;

namespace Repository.Benchmarks.Searching;

/// <summary>The most memory a process had resident, as the kernel counts it. 0 where there is no such count.</summary>
internal static class PeakMemory
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    public static async Task<long> WatchAsync(int process)
    {
        var peak = 0L;
        while (Read(process) is { } bytes)
        {
            peak = Math.Max(peak, bytes);
            await Task.Delay(Interval);
        }

        return peak;
    }

    private static long? Read(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return null;
        }
    }
}

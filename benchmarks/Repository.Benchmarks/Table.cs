namespace Repository.Benchmarks;

/// <summary>What was measured, beside what was promised. It tells; it does not judge with an exit code.</summary>
internal sealed class Table
{
    private readonly List<(string Figure, string Measured, string Promised, bool? IsKept)> _rows = [];

    public void Add(string figure, string measured, string promised = "", bool? isKept = null)
    {
        _rows.Add((figure, measured, promised, isKept));
        Console.Error.WriteLine($"{figure}: {measured}");
    }

    public void Print()
    {
        Console.WriteLine("| figure | measured | promised | |");
        Console.WriteLine("| --- | --- | --- | --- |");
        foreach (var (figure, measured, promised, isKept) in _rows)
        {
            Console.WriteLine($"| {figure} | {measured} | {promised} | {isKept switch { true => "kept", false => "missed", null => "" }} |");
        }
    }
}

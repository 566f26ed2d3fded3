using System.Collections.Immutable;

namespace Repository.Core.Calls;

/// <summary>What applications are judged by: criteria whose weights make a hundred, and one scale of levels for all. Immutable, always whole.</summary>
public sealed class Rubric
{
    private Rubric(ImmutableArray<Criterion> criteria, ImmutableArray<Level> levels, decimal minimum)
    {
        (Criteria, Levels, Minimum) = (criteria, levels, minimum);
    }

    public ImmutableArray<Criterion> Criteria { get; }

    /// <summary>From the lowest to the highest; the lowest is worth nothing, the highest all of a criterion's weight.</summary>
    public ImmutableArray<Level> Levels { get; }

    /// <summary>From which percentage on an application is recognised.</summary>
    public decimal Minimum { get; }

    public static (Rubric? Rubric, ImmutableArray<string> Problems) Make(IEnumerable<Criterion> criteria, IEnumerable<Level> levels, decimal minimum)
    {
        ImmutableArray<Criterion> weighed = [.. criteria];
        ImmutableArray<Level> scale = [.. levels.OrderBy(level => level.Value)];
        ImmutableArray<string> problems = [.. Problems(weighed, scale, minimum)];
        return problems.IsEmpty ? (new Rubric(weighed, scale, minimum), problems) : (null, problems);
    }

    public bool Has(string criterion) => Criteria.Any(known => known.Key == criterion);

    public bool Has(int level) => Levels.Any(known => known.Value == level);

    /// <summary>How much of a criterion a level reaches, in percent.</summary>
    public decimal Percentage(int level) => 100m * (level - Levels[0].Value) / Span;

    /// <summary>From the lowest level to the highest: so many points make one percent.</summary>
    public int Span => Levels[^1].Value - Levels[0].Value;

    /// <summary>The whole by which applications are compared: nothing is divided, so whoever is exactly on a bound is. Every criterion must have a level.</summary>
    public decimal Points(IReadOnlyDictionary<string, int> levels) => Criteria.Sum(criterion => criterion.Weight * (levels[criterion.Key] - Levels[0].Value));

    /// <summary>The whole in percent, to be told.</summary>
    public decimal Percentage(IReadOnlyDictionary<string, int> levels) => Points(levels) / Span;

    private static IEnumerable<string> Problems(ImmutableArray<Criterion> criteria, ImmutableArray<Level> levels, decimal minimum)
    {
        if (criteria.IsEmpty) yield return "La rúbrica no tiene criterios.";
        else if (criteria.Sum(criterion => criterion.Weight) is var sum && sum != 100m) yield return $"Los pesos suman {sum} y deben sumar 100.";
        if (criteria.Any(criterion => criterion.Weight <= 0)) yield return "Cada criterio pesa más que cero.";
        if (criteria.Any(criterion => criterion.Key.Length == 0 || criterion.Name.Length == 0)) yield return "Cada criterio lleva una clave y un nombre.";
        if (criteria.DistinctBy(criterion => criterion.Key).Count() != criteria.Length) yield return "Dos criterios tienen la misma clave.";
        if (levels.Length < 2) yield return "La escala lleva al menos dos niveles.";
        if (levels.DistinctBy(level => level.Value).Count() != levels.Length) yield return "Dos niveles tienen el mismo valor.";
        if (minimum is < 0 or > 100) yield return "El puntaje mínimo va de 0 a 100.";
    }
}

public sealed record Criterion(string Key, string Name, decimal Weight, string RequiredEvidence)
{
    public string Description { get; init; } = "";

    /// <summary>What some levels mean for this criterion, by their values.</summary>
    public ImmutableSortedDictionary<int, string> Marks { get; init; } = ImmutableSortedDictionary<int, string>.Empty;
}

public sealed record Level(int Value, string Name)
{
    public string Description { get; init; } = "";
}

using System.Collections.Immutable;

namespace Repository.Core.Calls;

/// <summary>What one evaluator says of one application. Once sealed it never changes.</summary>
public sealed record ScoreSheet(Guid Evaluator)
{
    /// <summary>Goes up with every change, so that whoever writes on a sheet that is open twice finds out.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Null until said; true keeps the evaluator from scoring.</summary>
    public bool? HasConflict { get; init; }

    public string ConflictReason { get; init; } = "";

    public ImmutableSortedDictionary<string, CriterionScore> Scores { get; init; } = ImmutableSortedDictionary.Create<string, CriterionScore>(StringComparer.Ordinal);

    public DateTimeOffset? SealedAt { get; init; }

    public bool IsSealed => SealedAt is not null;

    public decimal Points(Rubric rubric) => rubric.Points(Levels());

    public decimal Percentage(Rubric rubric) => rubric.Percentage(Levels());

    private Dictionary<string, int> Levels() => Scores.ToDictionary(score => score.Key, score => score.Value.Level);
}

public sealed record CriterionScore(int Level, string Reason);

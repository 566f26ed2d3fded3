using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Repository.Core.Calls;

/// <summary>How rubrics and scores are kept as text.</summary>
public static class CallJson
{
    private static readonly CallJsonTypes Types = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase });

    public static string Write(Rubric rubric) => JsonSerializer.Serialize(new RubricText(rubric.Criteria, rubric.Levels, rubric.Minimum), Types.RubricText);

    public static Rubric ReadRubric(string json)
    {
        var text = JsonSerializer.Deserialize(json, Types.RubricText) ?? throw new JsonException("A rubric is an object.");
        return Rubric.Make(text.Criteria, text.Levels, text.Minimum) is { Rubric: { } rubric } ? rubric : throw new JsonException("A rubric that was kept does not hold together.");
    }

    public static string Write(ImmutableSortedDictionary<string, CriterionScore> scores) => JsonSerializer.Serialize(scores, Types.ImmutableSortedDictionaryStringCriterionScore);

    public static ImmutableSortedDictionary<string, CriterionScore> ReadScores(string json) =>
        (JsonSerializer.Deserialize(json, Types.ImmutableSortedDictionaryStringCriterionScore) ?? ImmutableSortedDictionary<string, CriterionScore>.Empty).WithComparers(StringComparer.Ordinal);
}

internal sealed record RubricText(ImmutableArray<Criterion> Criteria, ImmutableArray<Level> Levels, decimal Minimum);

[JsonSerializable(typeof(RubricText))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, CriterionScore>))]
internal sealed partial class CallJsonTypes : JsonSerializerContext;

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Repository.Core.Forms.Results;

/// <summary>How published results are kept as text: equal results have equal texts.</summary>
public static class ResultJson
{
    private static readonly ResultJsonTypes Types = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter<TableShape>() },
    });

    public static string Write(PublishedResults results) => JsonSerializer.Serialize(results, Types.PublishedResults);

    public static PublishedResults Read(string json) => JsonSerializer.Deserialize(json, Types.PublishedResults) ?? throw new JsonException("Results are an object.");

    /// <summary>Does what comes after hold every group of what was before, letter by letter, and in its place?</summary>
    public static bool GoesOn(PublishedResults before, PublishedResults after) =>
        before.Groups.Length <= after.Groups.Length && before.Groups.Zip(after.Groups).All(pair => Write(pair.First) == Write(pair.Second));

    private static string Write(PublishedGroup group) => JsonSerializer.Serialize(group, Types.PublishedGroup);
}

[JsonSerializable(typeof(PublishedResults))]
[JsonSerializable(typeof(PublishedGroup))]
internal sealed partial class ResultJsonTypes : JsonSerializerContext;

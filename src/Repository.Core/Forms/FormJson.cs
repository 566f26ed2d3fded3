using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Repository.Core.Forms;

/// <summary>How definitions and answers are kept as text. Members stand in the order of the records, so that equal definitions have equal bytes and one hash.</summary>
public static class FormJson
{
    private static readonly FormJsonTypes Types = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Words, so that a new member never renumbers what is kept.
        Converters =
        {
            new JsonStringEnumConverter<FormPurpose>(), new JsonStringEnumConverter<FieldIndication>(), new JsonStringEnumConverter<ConditionAction>(),
            new JsonStringEnumConverter<ConditionLogic>(), new JsonStringEnumConverter<ConditionOperator>(),
        },
    });

    public static byte[] Write(FormDefinition definition) => JsonSerializer.SerializeToUtf8Bytes(definition, Types.FormDefinition);

    public static FormDefinition ReadDefinition(string json) => JsonSerializer.Deserialize(json, Types.FormDefinition) ?? throw new JsonException("A definition is an object.");

    public static string Write(Answers answers) => JsonSerializer.Serialize(answers.ByAlias, Types.ImmutableSortedDictionaryStringImmutableArrayString);

    public static Answers ReadAnswers(string json) =>
        new((JsonSerializer.Deserialize(json, Types.ImmutableSortedDictionaryStringImmutableArrayString) ?? Answers.None.ByAlias).WithComparers(StringComparer.Ordinal));

    /// <summary>Tells one state of a form from another.</summary>
    public static string Hash(FormDefinition definition) => Convert.ToHexStringLower(SHA256.HashData(Write(definition)));
}

[JsonSerializable(typeof(FormDefinition))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, ImmutableArray<string>>))]
internal sealed partial class FormJsonTypes : JsonSerializerContext;

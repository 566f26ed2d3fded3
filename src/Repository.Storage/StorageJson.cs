using System.Text.Json.Serialization;

namespace Repository.Storage;

/// <summary>A line of the change log on its way to the database, named as its columns.</summary>
internal sealed record ChangeLine(
    [property: JsonPropertyName("seq")] long Seq,
    [property: JsonPropertyName("kind")] string Kind,
    [property: JsonPropertyName("item_kind")] string ItemKind,
    [property: JsonPropertyName("key")] Guid Key,
    [property: JsonPropertyName("culture")] string Culture,
    [property: JsonPropertyName("at")] long At,
    [property: JsonPropertyName("by")] string By);

/// <summary>Rows travel to the database as JSON where one statement takes many.</summary>
[JsonSerializable(typeof(List<ChangeLine>))]
[JsonSerializable(typeof(string[][]))]
[JsonSerializable(typeof(IEnumerable<Guid>))]
internal sealed partial class StorageJson : JsonSerializerContext;

using System.Text.Json.Serialization;
using Repository.Core.Workflow;

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

/// <summary>A decision on its way to the database, named as its columns; numbered within what travels together.</summary>
internal sealed class ReviewLine(long number, Review review)
{
    [JsonIgnore]
    public Review Review => review;

    [JsonPropertyName("number")]
    public long Number => number;

    [JsonPropertyName("item_key")]
    public Guid ItemKey => review.ItemKey;

    [JsonPropertyName("culture")]
    public string Culture => review.Culture;

    [JsonPropertyName("revision")]
    public int Revision => review.Revision;

    [JsonPropertyName("state")]
    public string State => review.State.ToString();

    [JsonPropertyName("at")]
    public long At => review.At.UtcTicks;

    [JsonPropertyName("by")]
    public string By => review.By;

    [JsonPropertyName("note")]
    public string Note => review.Note;

    [JsonPropertyName("origin")]
    public string Origin => review.Origin;
}

/// <summary>Rows travel to the database as JSON where one statement takes many.</summary>
[JsonSerializable(typeof(List<ChangeLine>))]
[JsonSerializable(typeof(List<ReviewLine>))]
[JsonSerializable(typeof(string[][]))]
[JsonSerializable(typeof(IEnumerable<Guid>))]
internal sealed partial class StorageJson : JsonSerializerContext;

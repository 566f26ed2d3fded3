using System.Text.Json.Serialization;

namespace Repository.Web.Media.Uploads;

/// <summary>An upload that is not finished: how long it will be and what is said of it. How much of it is there is the length of its file.</summary>
internal sealed record Upload(Guid Id, long Length, string FileName, string By, IReadOnlyDictionary<string, string> Told);

[JsonSerializable(typeof(Upload))]
[JsonSerializable(typeof(UploadedFile))]
internal sealed partial class UploadJson : JsonSerializerContext;

/// <summary>What is answered when a file has become an item.</summary>
internal sealed record UploadedFile(
    [property: JsonPropertyName("id")] Guid Id, [property: JsonPropertyName("url")] string Url, [property: JsonPropertyName("sameFile")] IReadOnlyList<Guid> SameFile);

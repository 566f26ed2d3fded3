using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Repository.Web.Media.Kits.Archive;

/// <summary>What an archive holds, for programs: every file but this one, with what proves that it is whole.</summary>
internal sealed record KitManifest(string Id, string Title, string Language, string? Address, string Updated, string Credit, KitLicence Licence, KitManifestFile[] Files, KitManifestLeftOut[] LeftOut)
{
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, KitJson.Readable.KitManifest);
}

internal sealed record KitLicence(string Name, string? Address);

internal sealed record KitManifestFile(string Path, string Type, long Bytes, string Sha256)
{
    public int? Width { get; init; }

    public int? Height { get; init; }

    public string? Use { get; init; }

    public string? Credit { get; init; }

    public KitLicence? Licence { get; init; }
}

/// <summary>A file too large for a kit, and where it is to be had.</summary>
internal sealed record KitManifestLeftOut(string Address, string Type, long Bytes);

[JsonSerializable(typeof(KitManifest))]
internal sealed partial class KitJson : JsonSerializerContext
{
    /// <summary>People read it too.</summary>
    public static readonly KitJson Readable = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    });
}

using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Repository.Web.Forms.Wire;

/// <summary>An entry as a program sends it, before anything of it is believed. Files are still the text they came in.</summary>
internal sealed record EntryJson(ImmutableArray<EntryValue> Values, Guid? Content, string? Culture)
{
    private const int DeepestJson = 8;
    private const int MostFiles = 100;

    /// <summary>Null for what is not JSON.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            // Some editors and shells mark a text as UTF-8 by its first bytes.
            return JsonDocument.Parse(body.Span.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body, new JsonDocumentOptions { MaxDepth = DeepestJson });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Null for what is of another shape; then <paramref name="where"/> says in which member.</summary>
    public static EntryJson? Read(JsonDocument document, out string where)
    {
        try
        {
            return ReadMembers(document, out where);
        }
        catch (InvalidOperationException)
        {
            // A text of half letters is found out only when it is read.
            where = "values";
            return null;
        }
    }

    private static EntryJson? ReadMembers(JsonDocument document, out string where)
    {
        where = "";
        var body = document.RootElement;
        if (body.ValueKind != JsonValueKind.Object) return null;
        where = "values";
        if (!body.TryGetProperty("values", out var values) || values.ValueKind != JsonValueKind.Object) return null;
        var read = ImmutableArray.CreateBuilder<EntryValue>();
        foreach (var member in values.EnumerateObject())
        {
            where = $"values.{Shortened(member.Name)}";
            if (ReadValue(member.Name, member.Value) is not { } value) return null;
            read.Add(value);
        }

        where = "contentId";
        if (!IsText(body, "contentId", out var content) || (content is { Length: > 0 } && !Guid.TryParse(content, out _))) return null;
        where = "culture";
        if (!IsText(body, "culture", out var culture)) return null;
        where = "additionalData";
        if (body.TryGetProperty("additionalData", out var more) && more.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null)) return null;
        return new EntryJson(read.ToImmutable(), Guid.TryParse(content, out var key) ? key : null, culture);
    }

    private static EntryValue? ReadValue(string alias, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => new EntryValue(alias, [], []),
        JsonValueKind.String => new EntryValue(alias, [value.GetString()!], []),
        JsonValueKind.Array when value.EnumerateArray().All(text => text.ValueKind == JsonValueKind.String) =>
            new EntryValue(alias, [.. value.EnumerateArray().Select(text => text.GetString()!)], []),
        JsonValueKind.Array when value.GetArrayLength() <= MostFiles && value.EnumerateArray().All(IsFile) =>
            new EntryValue(alias, [], [.. value.EnumerateArray().Select(file => new SentFile(file.GetProperty("fileName").GetString()!, file.GetProperty("fileContents")))]),
        _ => null,
    };

    private static bool IsFile(JsonElement file) =>
        file.ValueKind == JsonValueKind.Object
        && file.TryGetProperty("fileName", out var name) && name.ValueKind == JsonValueKind.String
        && file.TryGetProperty("fileContents", out var contents) && contents.ValueKind == JsonValueKind.String;

    private static bool IsText(JsonElement body, string member, out string? text)
    {
        text = null;
        if (!body.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null) return true;
        if (value.ValueKind != JsonValueKind.String) return false;
        text = value.GetString();
        return true;
    }

    private static string Shortened(string alias) => alias.Length <= 60 ? alias : $"{alias[..60]}…";
}

/// <summary>What was sent for one alias: texts, or files.</summary>
internal sealed record EntryValue(string Alias, ImmutableArray<string> Texts, ImmutableArray<SentFile> Files);

/// <summary>A file as a data URL. What type it claims to be is not looked at.</summary>
internal sealed record SentFile(string Name, JsonElement Contents)
{
    private static ReadOnlySpan<byte> Marker => ";base64,"u8;

    /// <summary>Its bytes; null for what is no data URL in Base64.</summary>
    public ArraySegment<byte>? Bytes()
    {
        var raw = JsonMarshal.GetRawUtf8Value(Contents)[1..^1];
        // Some writers put a backslash before each slash; only then must the text be read anew.
        if (raw.Contains((byte)'\\')) raw = Encoding.UTF8.GetBytes(Contents.GetString()!);
        if (!raw.StartsWith("data:"u8) || raw.IndexOf(Marker) is not (var at and >= 0)) return null;
        var text = raw[(at + Marker.Length)..];
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Base64.DecodeFromUtf8(text, bytes, out var consumed, out var written) == OperationStatus.Done && consumed == text.Length
            ? new ArraySegment<byte>(bytes, 0, written)
            : default(ArraySegment<byte>?);
    }
}

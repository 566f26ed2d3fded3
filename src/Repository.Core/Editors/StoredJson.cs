using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Repository.Core.Editors;

/// <summary>Reads and writes the JSON inside stored values and settings. Reading never throws; writing gives the one form that uSync files hold.</summary>
public static class StoredJson
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 128, AllowDuplicateProperties = false };

    private static readonly JsonWriterOptions Indented = new() { Indented = true, IndentSize = 2, NewLine = "\n" };

    private static readonly JsonWriterOptions Wire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null for anything that is not JSON, is nested too deep, names a member twice, or holds half a character.</summary>
    public static JsonElement? Parse(string text)
    {
        try
        {
            var root = JsonElement.Parse(text, Strict);
            if (text.Contains(@"\ud", StringComparison.OrdinalIgnoreCase)) ReadEveryText(root);
            return root;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The stored form: indented by two, except within a block, where the text becomes part of another JSON text.</summary>
    internal static string Write(EditorContext context, Action<Utf8JsonWriter> write) => Write(context.Depth == 0 ? Indented : default, write);

    /// <summary>As <see cref="Write(EditorContext, Action{Utf8JsonWriter})"/>; null when what was unfolded on the way is now nested deeper than we read.</summary>
    internal static string? WriteNested(EditorContext context, Action<Utf8JsonWriter> write)
    {
        var text = Write(context, write);
        return context.Depth > 0 || Parse(text) is not null ? text : null;
    }

    /// <summary>The form of the wire: no blanks, letters as themselves.</summary>
    internal static string WriteCompact(Action<Utf8JsonWriter> write) => Write(Wire, write);

    private static string Write(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // An escape may name half of a surrogate pair; the parser lets it pass and only reading the text would throw.
    private static void ReadEveryText(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) ReadEveryText(item);
                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    ReadEveryText(member.Value);
                }

                break;
        }
    }
}

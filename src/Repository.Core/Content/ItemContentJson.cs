using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Repository.Core.Content;

/// <summary>
/// How content is stored: <c>{"names":{"es-MX":"Tequio"},"values":{"summary":{"es-MX":"…"},"year":{"":"2018"}}}</c>, keys in ordinal order,
/// so that equal content has equal bytes.
/// </summary>
public static class ItemContentJson
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(ItemContent content)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            json.WriteStartObject("names"u8);
            WriteTexts(json, content.Names);
            json.WriteStartObject("values"u8);
            foreach (var (alias, byCulture) in content.Values)
            {
                json.WriteStartObject(alias);
                WriteTexts(json, byCulture);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static ItemContent Read(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        var names = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var values = ImmutableSortedDictionary.CreateBuilder<string, ImmutableSortedDictionary<string, string>>(StringComparer.Ordinal);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isNames = json.ValueTextEquals("names"u8);
            json.Read();
            if (isNames)
            {
                ReadTexts(ref json, names);
                continue;
            }

            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var alias = json.GetString()!;
                var byCulture = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
                json.Read();
                ReadTexts(ref json, byCulture);
                values[alias] = byCulture.ToImmutable();
            }
        }

        return new ItemContent(names.ToImmutable(), values.ToImmutable());
    }

    /// <summary>The names by culture, found without reading the rest.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> Names(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        json.Read();
        if (!Seek(ref json, "names")) return [];
        var names = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(1);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var culture = json.GetString()!;
            json.Read();
            names.Add(KeyValuePair.Create(string.Intern(culture), json.GetString()!));
        }

        return names.DrainToImmutable();
    }

    /// <summary>One stored text, found without reading the rest.</summary>
    public static string? Value(ReadOnlySpan<byte> utf8, string alias, string culture)
    {
        var json = new Utf8JsonReader(utf8);
        json.Read();
        return Seek(ref json, "values") && Seek(ref json, alias) && Seek(ref json, culture) ? json.GetString() : null;
    }

    /// <summary>The stored texts by alias, those that do not vary and those of one culture: what a reader needs, with less ado than <see cref="Read"/>.</summary>
    public static Dictionary<string, (string? Invariant, string? Own)> Texts(ReadOnlySpan<byte> utf8, string culture)
    {
        var texts = new Dictionary<string, (string? Invariant, string? Own)>(StringComparer.Ordinal);
        var json = new Utf8JsonReader(utf8);
        json.Read();
        if (!Seek(ref json, "values")) return texts;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var alias = json.GetString()!;
            json.Read();
            var (invariant, own) = (default(string), default(string));
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var (isInvariant, isOwn) = (json.ValueTextEquals(ItemContent.Invariant), json.ValueTextEquals(culture));
                json.Read();
                if (isInvariant) invariant = json.GetString();
                if (isOwn) own = json.GetString();
            }

            texts[alias] = (invariant, own);
        }

        return texts;
    }

    /// <summary>From the start of an object to the value of one of its members.</summary>
    private static bool Seek(ref Utf8JsonReader json, string member)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var found = json.ValueTextEquals(member);
            json.Read();
            if (found) return true;
            json.Skip();
        }

        return false;
    }

    private static void WriteTexts(Utf8JsonWriter json, ImmutableSortedDictionary<string, string> texts)
    {
        foreach (var (culture, text) in texts) json.WriteString(culture, text);
        json.WriteEndObject();
    }

    private static void ReadTexts(ref Utf8JsonReader json, ImmutableSortedDictionary<string, string>.Builder texts)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var culture = json.GetString()!;
            json.Read();
            texts[culture] = json.GetString()!;
        }
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>Values that are lists of short texts, stored as a JSON array.</summary>
public static class TextLists
{
    /// <summary>The texts of a JSON array; null for anything else. Blank texts and repetitions are left out.</summary>
    public static ImmutableArray<string>? Parse(string stored)
    {
        if (!stored.AsSpan().TrimStart().StartsWith('[') || StoredJson.Parse(stored) is not { ValueKind: JsonValueKind.Array } root) return null;
        if (root.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Array or JsonValueKind.Object)) return null;
        return Distinct(root.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Null).Select(item => item.ToString()));
    }

    internal static ImmutableArray<string> Distinct(IEnumerable<string> texts) =>
        [.. texts.Select(text => StoredText.Clean(text).Trim()).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)];

    internal static string Write(EditorContext context, ImmutableArray<string> texts) => StoredJson.Write(context, json =>
    {
        json.WriteStartArray();
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    });

    internal static ImmutableArray<SearchText> SearchTexts(ImmutableArray<string> texts) => [.. texts.Select(text => new SearchText(SearchTier.Other, text))];

    /// <summary>The texts an editor may choose from; none means any. Older settings wrap each in an object with a number.</summary>
    public static ImmutableArray<string> Choices(DataType dataType) =>
        Distinct(dataType.Config.Items("items").Select(item => item.ValueKind == JsonValueKind.String ? item.GetString() ?? "" : item.Text("value") ?? ""));

    internal static ImmutableArray<string> ChoiceProblems(ImmutableArray<string> chosen, DataType dataType)
    {
        var choices = Choices(dataType);
        return choices.IsEmpty ? [] : [.. chosen.Where(text => !choices.Contains(text, StringComparer.Ordinal)).Select(text => $"«{text}» no es una de las opciones.")];
    }
}

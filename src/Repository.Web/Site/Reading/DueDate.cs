using System.Globalization;
using System.Text.Json;
using Repository.Core.Editors;

namespace Repository.Web.Site.Reading;

/// <summary>When something in a plan is due: the words of the plan and, where they name days, the first and the last one.</summary>
internal sealed record DueDate(string Literal, DateOnly? From, DateOnly? To, string Kind)
{
    public static DueDate? Read(string json) =>
        StoredJson.Parse(json) is { } root && Text(root, "literal") is { } literal ? new DueDate(literal, Day(Text(root, "from")), Day(Text(root, "to")), Text(root, "kind") ?? "") : null;

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

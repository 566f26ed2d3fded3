using System.Globalization;
using System.Text.Json;
using Repository.Core.Editors;

namespace Repository.Web.Site.Reading;

/// <summary>When something in a plan is due: the words of the plan and, where they name days, the first and the last one.</summary>
/// <param name="Day">Where the words name a single day or month: that, as machines write it.</param>
internal sealed record DueDate(string Literal, DateOnly? From, DateOnly? To, string? Day)
{
    public static DueDate? Read(string json)
    {
        if (StoredJson.Parse(json) is not { } root || Text(root, "literal") is not { } literal) return null;
        var (from, to) = (Text(root, "from"), Text(root, "to"));
        return new DueDate(literal, DayOf(from), DayOf(to), from is not null && from == to ? DateWords.Machine(from) : null);
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

using System.Globalization;
using System.Text.Json;

namespace Repository.Core.Editors;

/// <summary>Looks into JSON of unknown shape: what is absent, null or of another kind is null.</summary>
public static class JsonMembers
{
    extension(JsonElement element)
    {
        public JsonElement? Member(string name) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

        public string? Text(string name) => element.Member(name) is { ValueKind: JsonValueKind.String } member ? StoredText.Clean(member.GetString() ?? "") : null;

        public Guid? Key(string name) => Guid.TryParse(element.Text(name), out var key) ? key : null;

        public decimal? Number(string name) => element.Member(name)?.AsNumber();

        /// <summary>A whole number that fits; otherwise the one given.</summary>
        public int Whole(string name, int otherwise) =>
            element.Number(name) is { } number && number == decimal.Truncate(number) && Math.Abs(number) <= int.MaxValue ? (int)number : otherwise;

        public bool Flag(string name) => element.Member(name) is { } member
            && (member.ValueKind == JsonValueKind.True || element.Text(name) is "1" or "true" or "True" || member.AsNumber() == 1);

        public IEnumerable<JsonElement> Items(string name) => element.Member(name) is { ValueKind: JsonValueKind.Array } member ? member.EnumerateArray() : [];

        private decimal? AsNumber() => element.ValueKind switch
        {
            JsonValueKind.Number when element.TryGetDecimal(out var number) => number,
            JsonValueKind.String when decimal.TryParse(element.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };
    }
}

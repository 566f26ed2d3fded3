using System.Collections.Immutable;
using System.Text.Json;

namespace Repository.Core.Forms.Designs;

/// <summary>Looks into the facts a design is made from: what must be there is there.</summary>
internal static class DesignFacts
{
    extension(JsonElement fact)
    {
        public string Told(string member) => fact.TryGetProperty(member, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText() : "";

        public bool Says(string member) => fact.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.True;

        public IEnumerable<JsonElement> Each(string member) => fact.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

        public ImmutableArray<PreValue> Options(string member) => [.. fact.Each(member).Select(option => new PreValue(option.Told("valor"), option.Told("etiqueta")))];
    }
}

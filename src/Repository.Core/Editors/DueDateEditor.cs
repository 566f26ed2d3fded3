using System.Text.Json;
using Repository.Core.Editors.Dates;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>When something in a plan is due: the words of the plan and, where they name days, the first and the last one.</summary>
internal sealed class DueDateEditor : IPropertyEditor
{
    private sealed record DueDate(string Literal, DateOnly? From, DateOnly? To, string Kind);

    private static readonly string[] Kinds = ["day", "month", "range", "permanent", "quadrimestral", "conditional", "unknown"];

    public string Alias => "Umbraco.Plain.Json";

    public string UiAlias => "Repository.DueDate";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        if (StoredJson.Parse(stored) is not { } root) return PropertyReading.Refused(stored, "El texto guardado no es un plazo.");
        if (root.Text("literal")?.Trim() is not { Length: > 0 } literal) return PropertyReading.Refused(stored, "Escribe el plazo con las palabras del plan.");
        if (Kinds.FirstOrDefault(known => known == root.Text("kind")) is not { } kind) return PropertyReading.Refused(stored, "Elige la clase de plazo.");
        if (!TryDay(root, "from", out var from) || !TryDay(root, "to", out var to)) return PropertyReading.Refused(stored, "Escribe las fechas del plazo como 2018-03-01.");
        if (from > to) return PropertyReading.Refused(stored, "El plazo no puede terminar antes de empezar.");
        var due = new DueDate(literal, from, to, kind);
        return new PropertyReading(StoredJson.Write(context, json => Write(json, due)), new JsonValue(StoredJson.WriteCompact(json => Write(json, due))))
        {
            SearchTexts = [new SearchText(SearchTier.Other, literal)],
        };
    }

    private static bool TryDay(JsonElement root, string name, out DateOnly? day)
    {
        day = root.Text(name) is { } text ? IsoText.Day(text) : null;
        return day is not null || root.Member(name) is null;
    }

    private static void Write(Utf8JsonWriter json, DueDate due)
    {
        json.WriteStartObject();
        json.WriteString("literal"u8, due.Literal);
        json.WriteString("from"u8, due.From is { } from ? IsoText.Write(from) : null);
        json.WriteString("to"u8, due.To is { } to ? IsoText.Write(to) : null);
        json.WriteString("kind"u8, due.Kind);
        json.WriteEndObject();
    }
}

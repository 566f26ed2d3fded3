using System.Collections.Immutable;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms.Kinds;

/// <summary>A box to tick, for a statement or for consent. Stored as <c>on</c>; unticked is no answer at all.</summary>
internal sealed class Tick(string id, string name) : IFieldKind
{
    public const string On = "on";

    public Guid Id { get; } = new(id);

    public string Name => name;

    public FieldReading Read(FormField field, FieldInput input, FormPlaces places)
    {
        string[] said = [.. SentText.Said(input).Distinct(StringComparer.Ordinal)];
        return said switch
        {
            [] or ["false"] or ["off"] => FieldReading.Empty,
            ["on"] or ["true"] => FieldReading.Of(On),
            _ => FieldReading.Refused(
                [.. said.Take(2)],
                $"La casilla {FieldMessage.Name(field)} se marca o se deja sin marcar; no lleva texto.",
                $"The box {FieldMessage.Name(field)} is ticked or left alone; it takes no text."),
        };
    }

    public IEnumerable<string> Problems(FormField field) => [];

    public IEnumerable<ExportColumn> Columns(FormField field) => [new(field.Alias, field.Caption, "0/1", [new("1", "Marcada"), new("0", "Sin marcar")])];

    public IEnumerable<string> Cells(FormField field, ImmutableArray<string> stored) => [stored.IsEmpty ? "0" : "1"];
}

using System.Collections.Immutable;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms.Kinds;

/// <summary>One of the municipalities of the state, stored as its official key of five digits.</summary>
internal sealed class MunicipalityField : IFieldKind
{
    public Guid Id { get; } = OwnKindKey.Of("municipality");

    public string Name => "Municipality";

    public FieldReading Read(FormField field, FieldInput input, FormPlaces places)
    {
        string[] said = [.. SentText.Said(input).Distinct(StringComparer.Ordinal)];
        return said switch
        {
            [] => FieldReading.Empty,
            [var key] when places.Find(key) is not null => FieldReading.Of(key),
            [var strange] => FieldReading.Refused(
                [strange],
                $"En {FieldMessage.Name(field)} elige un municipio de la lista.",
                $"Please choose a municipality of the list in {FieldMessage.Name(field)}."),
            _ => SentText.OnlyOne(field, input),
        };
    }

    public IEnumerable<string> Problems(FormField field) => [];

    public IEnumerable<ExportColumn> Columns(FormField field) => [ExportColumn.Text(field, "municipality key")];

    public IEnumerable<string> Cells(FormField field, ImmutableArray<string> stored) => TextAnswer.Cells(stored);
}

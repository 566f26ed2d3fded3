using System.Collections.Immutable;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms.Kinds;

/// <summary>As many of the options as apply.</summary>
internal sealed class MultipleChoice : IFieldKind
{
    public Guid Id { get; } = new("fab43f20-a6bf-11de-a28f-9b5755d89593");

    public string Name => "Multiple choice";

    public FieldReading Read(FormField field, FieldInput input, FormPlaces places) => ChosenAnswer.Any(field, input);

    public IEnumerable<string> Problems(FormField field) => ChosenAnswer.Problems(field);

    public IEnumerable<ExportColumn> Columns(FormField field) => ChosenAnswer.ColumnForEach(field);

    public IEnumerable<string> Cells(FormField field, ImmutableArray<string> stored) => ChosenAnswer.CellForEach(field, stored);
}

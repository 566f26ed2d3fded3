using System.Collections.Immutable;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms.Kinds;

/// <summary>One of several options, all of them in sight.</summary>
internal sealed class SingleChoice : IFieldKind
{
    public Guid Id { get; } = OwnKindKey.Of("single-choice");

    public string Name => "Single choice";

    public FieldReading Read(FormField field, FieldInput input, FormPlaces places) => ChosenAnswer.One(field, input);

    public IEnumerable<string> Problems(FormField field) => ChosenAnswer.Problems(field);

    public IEnumerable<ExportColumn> Columns(FormField field) => ChosenAnswer.OneColumn(field);

    public IEnumerable<string> Cells(FormField field, ImmutableArray<string> stored) => TextAnswer.Cells(stored);
}

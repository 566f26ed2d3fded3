using System.Collections.Immutable;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms.Kinds;

/// <summary>One of several options out of a list that opens; several of them where <c>allowMultipleSelections</c> says so.</summary>
public sealed class Dropdown : IFieldKind
{
    private const string Multiple = "allowMultipleSelections";

    public Guid Id { get; } = new("0dd29d42-a6a5-11de-a2f2-222256d89593");

    public string Name => "Dropdown";

    public static bool TakesSeveral(FormField field) => bool.TryParse(field.Setting(Multiple), out var several) && several;

    public FieldReading Read(FormField field, FieldInput input, FormPlaces places) => TakesSeveral(field) ? ChosenAnswer.Any(field, input) : ChosenAnswer.One(field, input);

    public IEnumerable<string> Problems(FormField field)
    {
        foreach (var problem in ChosenAnswer.Problems(field)) yield return problem;
        if (field.Setting(Multiple) is { Length: > 0 } text && !bool.TryParse(text, out _)) yield return $"El ajuste «{Multiple}» debe ser «true» o «false».";
    }

    public IEnumerable<ExportColumn> Columns(FormField field) => TakesSeveral(field) ? ChosenAnswer.ColumnForEach(field) : ChosenAnswer.OneColumn(field);

    public IEnumerable<string> Cells(FormField field, ImmutableArray<string> stored) => TakesSeveral(field) ? ChosenAnswer.CellForEach(field, stored) : TextAnswer.Cells(stored);
}

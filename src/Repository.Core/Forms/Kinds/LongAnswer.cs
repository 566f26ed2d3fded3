using System.Collections.Immutable;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms.Kinds;

/// <summary>Text of several lines.</summary>
public sealed class LongAnswer : IFieldKind
{
    private const string NumberOfRows = "numberOfRows";

    public Guid Id { get; } = new("023f09ac-1445-4bcb-b8fa-ab49f33bd046");

    public string Name => "Long answer";

    public FieldReading Read(FormField field, FieldInput input, FormPlaces places) =>
        TextAnswer.Read(field, input, Longest(field));

    public IEnumerable<string> Problems(FormField field) =>
        [.. field.WholeProblems(TextAnswer.MaximumLength, FormLimits.LongText), .. field.WholeProblems(NumberOfRows, 60)];

    public IEnumerable<ExportColumn> Columns(FormField field) => [ExportColumn.Text(field)];

    public IEnumerable<string> Cells(FormField field, ImmutableArray<string> stored) => TextAnswer.Cells(stored);

    public static int Longest(FormField field) => field.Whole(TextAnswer.MaximumLength, FormLimits.OrdinaryLongText, FormLimits.LongText);

    public static int Rows(FormField field) => field.Whole(NumberOfRows, 6, 60);
}

using System.Collections.Immutable;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms.Kinds;

/// <summary>A title with a text between the questions. There is nothing to answer.</summary>
internal sealed class Heading : IFieldKind
{
    public Guid Id { get; } = OwnKindKey.Of("heading");

    public string Name => "Heading";

    public bool TakesAnswers => false;

    public FieldReading Read(FormField field, FieldInput input, FormPlaces places) => input.IsEmpty ? FieldReading.Empty : FieldReading.Refused(
        [], $"{FieldMessage.Name(field)} es un título y no lleva respuesta.", $"{FieldMessage.Name(field)} is a heading and takes no answer.");

    public IEnumerable<string> Problems(FormField field)
    {
        if (field.Required) yield return "Un título no puede ser obligatorio.";
    }

    public IEnumerable<ExportColumn> Columns(FormField field) => [];

    public IEnumerable<string> Cells(FormField field, ImmutableArray<string> stored) => [];
}

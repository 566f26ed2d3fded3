using System.Collections.Frozen;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>All editors the repository knows. A data type is served by the editor with its schema alias and, where several share one, with its user-interface alias.</summary>
public sealed class EditorRegistry(IEnumerable<IPropertyEditor> editors)
{
    private const string TooLong = "El contenido es demasiado largo.";

    private readonly FrozenDictionary<(string Alias, string? UiAlias), IPropertyEditor> _editors = editors.ToFrozenDictionary(editor => (editor.Alias, editor.UiAlias));

    public IPropertyEditor? Find(DataType dataType) =>
        _editors.GetValueOrDefault((dataType.EditorAlias, null)) ?? _editors.GetValueOrDefault((dataType.EditorAlias, dataType.EditorUiAlias));

    /// <summary>
    /// Reads one property of one item or block. An empty text, or one of blanks, is delivered as null and is no problem here: whether
    /// a value must be there is the content type's business. Editors get a text of bearable length that any XML file can carry.
    /// </summary>
    public PropertyReading Read(string? stored, DataType dataType, EditorContext context)
    {
        if (stored is { Length: > StoredText.MaxLength }) return PropertyReading.Refused(stored, TooLong);
        var text = StoredText.Clean(stored ?? "");
        if (string.IsNullOrWhiteSpace(text)) return PropertyReading.Empty;
        if (Find(dataType) is not { } editor) return PropertyReading.Refused(text, $"El editor «{dataType.EditorAlias}» no existe en este repositorio.");
        var reading = editor.Read(text, dataType, context);
        // Escapes and indentation make a text longer; what is stored must still be read next time.
        return reading.Stored.Length > StoredText.MaxLength ? PropertyReading.Refused(text, TooLong) : reading;
    }
}

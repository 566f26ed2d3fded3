using System.Collections.Frozen;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>All editors the repository knows. A data type is served by the editor with its schema alias and, where several share one, with its user-interface alias.</summary>
public sealed class EditorRegistry(IEnumerable<IPropertyEditor> editors)
{
    private readonly FrozenDictionary<(string Alias, string? UiAlias), IPropertyEditor> _editors = editors.ToFrozenDictionary(editor => (editor.Alias, editor.UiAlias));

    public IPropertyEditor? Find(DataType dataType) =>
        _editors.GetValueOrDefault((dataType.EditorAlias, null)) ?? _editors.GetValueOrDefault((dataType.EditorAlias, dataType.EditorUiAlias));

    /// <summary>Reads one property of one item or block. An empty text is delivered as null and is no problem here: whether a value must be there is the content type's business.</summary>
    public PropertyReading Read(string? stored, DataType dataType, EditorContext context)
    {
        if (string.IsNullOrEmpty(stored)) return new PropertyReading("", DeliveryValue.Null);
        return Find(dataType) is { } editor
            ? editor.Read(stored, dataType, context)
            : PropertyReading.Refused(stored, $"El editor «{dataType.EditorAlias}» no existe en este repositorio.");
    }
}

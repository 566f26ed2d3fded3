using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>
/// One kind of property. An editor reads a stored text once; the reading then answers everything anyone asks of a value:
/// is it acceptable, what is stored, what is delivered, what does it refer to, what can be searched in it.
/// </summary>
public interface IPropertyEditor
{
    /// <summary>The schema alias, as in <c>Umbraco.TextBox</c>.</summary>
    string Alias { get; }

    /// <summary>The user-interface alias, where several editors share a schema alias (<c>Umbraco.Plain.String</c>); otherwise null.</summary>
    string? UiAlias => null;

    /// <summary>Reads a stored text that is not empty. Never throws on bad input: what is wrong stands in <see cref="PropertyReading.Problems"/>.</summary>
    PropertyReading Read(string stored, DataType dataType, EditorContext context);
}

/// <summary>What an editor may need besides the text: the types that blocks are made of, the editors of their properties, and the culture being read.</summary>
public sealed record EditorContext(ContentSchema Schema, EditorRegistry Editors, string Culture)
{
    /// <summary>How many block editors stand above this one; <see cref="MaxDepth"/> is refused.</summary>
    public int Depth { get; init; }

    public const int MaxDepth = 16;
}

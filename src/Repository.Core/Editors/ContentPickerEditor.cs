using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>One document. Whether it is there is for the content rules to say: an editor knows no store.</summary>
internal sealed class ContentPickerEditor : IPropertyEditor
{
    public string Alias => "Umbraco.ContentPicker";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context) =>
        Udi.TryParse(stored.Trim(), Udi.Document, out var udi)
            ? Picked(udi, new ItemReference(ReferenceKind.Document, udi.Key), dataType)
            : PropertyReading.Refused(stored, "Elige una página del repositorio.");

    private static PropertyReading Picked(Udi udi, ItemReference item, DataType dataType) =>
        new(udi.ToString(), new SingleItemValue(item)) { Picks = Pick.Of(dataType.Config, dataType.Config.Text("startNodeId"), [item]) };
}

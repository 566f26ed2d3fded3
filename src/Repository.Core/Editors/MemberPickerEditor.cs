using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>A member. The repository has none, and Umbraco delivers none either.</summary>
internal sealed class MemberPickerEditor : IPropertyEditor
{
    /// <summary>What Umbraco's Delivery API says wherever a member was picked.</summary>
    public static readonly TextValue Unsupported = new("(unsupported)");

    public string Alias => "Umbraco.MemberPicker";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context) =>
        Udi.TryParse(stored.Trim(), Udi.Member, out var udi)
            ? new PropertyReading(udi.ToString(), Unsupported)
            : PropertyReading.Refused(stored, "Elige un miembro.");
}

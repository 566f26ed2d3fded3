using System.Collections.Immutable;
using System.Text.Json;
using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>One property in a form: under which name its controls are sent, and the text it is made from.</summary>
internal sealed record Field(FieldSetting Setting, PropertyType Property, string Name, string Stored)
{
    private const int LongestName = 60;

    public string Id { get; } = $"c-{Name.Replace('/', '-').Replace("$", "", StringComparison.Ordinal)}";

    public string Label => Property.Name;

    public JsonElement Config => Property.DataType.Config;

    public IFieldEditor Editor => FieldEditors.Of(Property.DataType);

    public bool IsGroup => Editor.IsGroup(Property.DataType);

    public PropertyReading Reading => field ??= Setting.Editors.Read(Stored, Property.DataType, Setting.Context);

    /// <summary>The value as readers get it; null where nothing that could be read is there.</summary>
    public DeliveryValue? Value => Reading.Delivery is NullValue ? null : Reading.Delivery;

    public ImmutableArray<string> Problems => Setting.ProblemsOf(Name);

    public string HintId => $"{Id}-hint";

    public string ErrorId => $"{Id}-error";

    public string? Described => (Property.Description.Length > 0, Problems.IsEmpty) switch
    {
        (true, true) => HintId,
        (true, false) => $"{HintId} {ErrorId}",
        (false, false) => ErrorId,
        _ => null,
    };

    public string? Invalid => Problems.IsEmpty ? null : "true";

    public string Part(string part) => $"{Name}/${part}";

    /// <summary>Texts of this length and above deserve more than a line.</summary>
    public bool IsLong => Stored.Length > LongestName;
}

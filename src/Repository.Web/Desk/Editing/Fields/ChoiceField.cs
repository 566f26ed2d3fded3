using System.Collections.Immutable;
using System.Text.Json;
using Repository.Core.Editors;
using Repository.Core.Schema;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>One or several of a list of texts. What was chosen and is no longer offered stays on offer here until somebody leaves it.</summary>
internal sealed class ChoiceField : IFieldEditor
{
    private const string Dropdown = "Umbraco.DropDown.Flexible";

    public bool IsGroup(DataType dataType) => dataType.EditorAlias != Dropdown || IsMultiple(dataType);

    public View Show(Field field)
    {
        var chosen = Chosen(field.Stored);
        var control = new ChoiceControl(field, [.. TextLists.Choices(field.Property.DataType).Concat(chosen).Distinct()], [.. chosen]);
        if (!field.IsGroup) return new SelectFieldView { Model = control };
        return IsMultiple(field.Property.DataType) ? new ChecksFieldView { Model = control } : new RadiosFieldView { Model = control };
    }

    public string Read(PostedField posted)
    {
        var now = posted.Texts.ToList();
        var before = Chosen(posted.Prior);
        if (now.Count == before.Length && now.All(before.Contains)) return posted.Prior;
        if (now.Count == 0) return "";
        return posted.Property.DataType.EditorAlias == "Umbraco.RadioButtonList" ? now[^1] : JsonSerializer.Serialize(now, FieldJson.Default.ListString);
    }

    private static bool IsMultiple(DataType dataType) => dataType.EditorAlias == "Umbraco.CheckBoxList" || (dataType.EditorAlias == Dropdown && dataType.Config.Flag("multiple"));

    private static ImmutableArray<string> Chosen(string stored) => TextLists.Parse(stored) ?? (stored.Trim() is { Length: > 0 } one ? [one] : []);
}

internal sealed record ChoiceControl(Field Field, ImmutableArray<string> Choices, ImmutableHashSet<string> Chosen);

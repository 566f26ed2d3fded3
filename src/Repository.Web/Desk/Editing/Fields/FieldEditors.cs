using System.Collections.Frozen;
using Repository.Core.Schema;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>Every kind of field: a new editor of Core gets a line here. What has none is shown as the text that is stored.</summary>
internal static class FieldEditors
{
    private static readonly StoredField Stored = new();

    private static readonly FrozenDictionary<(string Alias, string? UiAlias), IFieldEditor> All = new Dictionary<(string, string?), IFieldEditor>
    {
        [("Umbraco.TextBox", null)] = new LineField(),
        [("Umbraco.EmailAddress", null)] = new LineField { Type = "email", Width = "medium" },
        [("Umbraco.Integer", null)] = new LineField { InputMode = "numeric", Width = "short" },
        [("Umbraco.Decimal", null)] = new LineField { InputMode = "decimal", Width = "short" },
        [("UmbracoForms.FormPicker", null)] = new FormPickerField(),
        [("Umbraco.Plain.String", "Repository.EdtfDate")] = new LineField { Example = "Edit.Edtf.Example", Width = "medium" },
        [("Umbraco.Plain.String", "Repository.Duration")] = new LineField { Example = "Edit.Duration.Example", Width = "short" },
        [("Umbraco.TextArea", null)] = new LinesField(),
        [("Umbraco.MultipleTextstring", null)] = new LinesField { Example = "Edit.OnePerLine" },
        [("Umbraco.TrueFalse", null)] = new ToggleField(),
        [("Umbraco.DateTime", null)] = new MomentField(),
        [("Umbraco.DateOnly", null)] = new MomentField(),
        [("Umbraco.TimeOnly", null)] = new MomentField(),
        [("Umbraco.DateTimeWithTimeZone", null)] = new ZonedMomentField(),
        [("Umbraco.DropDown.Flexible", null)] = new ChoiceField(),
        [("Umbraco.RadioButtonList", null)] = new ChoiceField(),
        [("Umbraco.CheckBoxList", null)] = new ChoiceField(),
        [("Umbraco.Tags", null)] = new TagsField(),
        [("Umbraco.Slider", null)] = new ScaleField(),
        [("Umbraco.Label", null)] = new LabelField(),
        [("Umbraco.ColorPicker", null)] = new ColourField(),
        [("Umbraco.MultiUrlPicker", null)] = new LinksField(),
        [("Umbraco.ContentPicker", null)] = new PickField(),
        [("Umbraco.MultiNodeTreePicker", null)] = new PickField(),
        [("Umbraco.MediaPicker3", null)] = new MediaField(),
        [("Umbraco.ImageCropper", null)] = new PictureField(),
        [("Umbraco.UploadField", null)] = new FileField(),
        [("Umbraco.Plain.Json", "Repository.Coordinates")] = new CoordinatesField(),
        [("Umbraco.Plain.Json", "Repository.DueDate")] = new DueDateField(),
        [("Umbraco.BlockList", null)] = new BlocksField(),
        [("Umbraco.BlockGrid", null)] = new BlocksField(),
        [("Umbraco.RichText", null)] = new RichTextField(),
    }.ToFrozenDictionary();

    public static IFieldEditor Of(DataType dataType) => Find(dataType) ?? Stored;

    public static IFieldEditor? Find(DataType dataType) => All.GetValueOrDefault((dataType.EditorAlias, null)) ?? All.GetValueOrDefault((dataType.EditorAlias, dataType.EditorUiAlias));
}

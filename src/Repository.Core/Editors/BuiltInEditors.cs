using System.Collections.Immutable;

namespace Repository.Core.Editors;

/// <summary>Every editor that comes with the repository: a new one is a new file and a line here.</summary>
public static class BuiltInEditors
{
    public static ImmutableArray<IPropertyEditor> All { get; } =
    [
        new TextBoxEditor(),
        new TextAreaEditor(),
        new IntegerEditor(),
        new DecimalEditor(),
        new TrueFalseEditor(),
        new DateTimeEditor(),
        new DateOnlyEditor(),
        new TimeOnlyEditor(),
        new DateTimeWithTimeZoneEditor(),
        new TagsEditor(),
        new DropDownEditor(),
        new CheckBoxListEditor(),
        new RadioButtonListEditor(),
        new MultipleTextstringEditor(),
        new EmailAddressEditor(),
        new SliderEditor(),
        new LabelEditor(),
        new ColorPickerEditor(),
        new MultiUrlPickerEditor(),
        new ContentPickerEditor(),
        new MultiNodeTreePickerEditor(),
        new MemberPickerEditor(),
        new MediaPickerEditor(),
        new ImageCropperEditor(),
        new UploadFieldEditor(),
        new FormPickerEditor(),
        new EdtfDateEditor(),
        new CoordinatesEditor(),
        new DurationEditor(),
        new DueDateEditor(),
        new BlockListEditor(),
        new BlockGridEditor(),
        new RichTextEditor(),
    ];

    public static EditorRegistry Registry { get; } = new(All);
}

using System.Text.Json;
using Repository.Core.Editors;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>Short words, parted by commas.</summary>
internal sealed class TagsField : IFieldEditor
{
    private static readonly LineField Look = new() { Example = "Edit.Tags.Example" };

    public View Show(Field field) => new LineFieldView { Model = new LineControl(field with { Stored = Shown(field.Stored) }, Look) };

    public string Read(PostedField posted)
    {
        if (posted.Text == Shown(posted.Prior)) return posted.Prior;
        var tags = posted.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        return tags.Count == 0 ? "" : JsonSerializer.Serialize(tags, FieldJson.Default.ListString);
    }

    private static string Shown(string stored) => TextLists.Parse(stored) is { } tags ? string.Join(", ", tags) : stored;
}

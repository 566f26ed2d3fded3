using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>A line of text, whatever it means: words, a number, an address, a date in letters and digits. It is shown as it is stored, so that nothing that is wrong gets lost.</summary>
internal sealed class LineField : IFieldEditor
{
    public string Type { get; init; } = "text";

    public string? InputMode { get; init; }

    /// <summary>The key of a text that shows what may be written.</summary>
    public string? Example { get; init; }

    public string Width { get; init; } = "full";

    public View Show(Field field) => new LineFieldView { Model = new LineControl(field, this) };

    public string Read(PostedField posted) => posted.Text;
}

internal sealed record LineControl(Field Field, LineField Look);

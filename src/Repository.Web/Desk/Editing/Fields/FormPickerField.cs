using System.Collections.Immutable;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>One of the forms in force. One that was picked and is no longer in force stays on offer here until somebody leaves it.</summary>
internal sealed class FormPickerField : IFieldEditor
{
    public View Show(Field field)
    {
        var chosen = Guid.TryParse(field.Stored.Trim(), out var key) ? key : (Guid?)null;
        var forms = field.Setting.Forms.Select(form => (form.Definition.Key, form.Definition.Name)).ToImmutableArray();
        if (chosen is { } known && forms.All(form => form.Key != known)) forms = forms.Add((known, known.ToString("d")));
        return new FormPickerView { Model = new FormPick(field, forms, chosen) };
    }

    /// <summary>A form that nobody touched gives back the text it was made from, however its key was written there.</summary>
    public string Read(PostedField posted) => Guid.TryParse(posted.Text, out var now) && Guid.TryParse(posted.Prior.Trim(), out var before) && now == before ? posted.Prior : posted.Text;
}

internal sealed record FormPick(Field Field, ImmutableArray<(Guid Key, string Name)> Forms, Guid? Chosen);

using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>A value that programs write: shown, never sent.</summary>
internal sealed class LabelField : IFieldEditor
{
    public View Show(Field field) => new LabelFieldView { Model = field };

    public string Read(PostedField posted) => posted.Prior;
}

using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>A file that was brought. Its address is never written by hand: only what was taken in and cleaned may be handed out.</summary>
internal sealed class FileField : IFieldEditor
{
    public View Show(Field field) => new FileFieldView { Model = field };

    public string Read(PostedField posted) => posted.Prior;
}

using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>A kind of property the desk has no controls for: its stored text.</summary>
internal sealed class StoredField : IFieldEditor
{
    public View Show(Field field) => new StoredFieldView { Model = field };

    public string Read(PostedField posted) => posted.Text;
}

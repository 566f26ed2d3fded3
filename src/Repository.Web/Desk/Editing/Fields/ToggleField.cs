using Repository.Core.Schema;
using Repository.Web.Desk.Views;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>Yes or no. What nobody ever answered stays unanswered until somebody says yes.</summary>
internal sealed class ToggleField : IFieldEditor
{
    public const string Yes = "1";
    private const string No = "0";

    /// <summary>Its one control has a label of its own: the sentence it says yes to.</summary>
    public bool IsGroup(DataType dataType) => true;

    public View Show(Field field) => new ToggleFieldView { Model = field };

    public string Read(PostedField posted) => posted.Texts.Contains(Yes) ? Yes : posted.Prior.Length == 0 ? "" : No;
}

using Repository.Core.Schema;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>
/// How one kind of property is written at the desk: as controls of a form, and back from what the form sends into the text that is stored. What is acceptable is not its business;
/// that is for the editors of Core to say.
/// </summary>
internal interface IFieldEditor
{
    /// <summary>Several controls under one caption, rather than one with its label.</summary>
    bool IsGroup(DataType dataType) => false;

    View Show(Field field);

    /// <summary>The stored text. Called only for fields that stood in the form; a field nobody touched gives back the text it was made from, letter by letter.</summary>
    string Read(PostedField posted);
}

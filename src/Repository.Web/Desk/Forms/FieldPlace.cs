using Repository.Core.Forms;

namespace Repository.Web.Desk.Forms;

/// <summary>A column a question could go on to, by its page, its group and its number, counted from 0.</summary>
/// <param name="Column">Null where the group has no more than one.</param>
/// <param name="Step">What a button would say to move it there, to the end.</param>
internal sealed record FieldPlace(int Page, int Fieldset, string Caption, int? Column, string Step)
{
    public static IEnumerable<FieldPlace> Of(FormDefinition form, Guid field) =>
        from page in form.Pages.Index()
        from fieldset in page.Item.Fieldsets.Index()
        from column in fieldset.Item.Columns.Index()
        where column.Item.Fields.All(there => there.Id != field)
        select new FieldPlace(
            page.Index,
            fieldset.Index,
            fieldset.Item.Caption,
            fieldset.Item.Columns.Length > 1 ? column.Index : null,
            FormattableString.Invariant($"fieldTo:{field:d}/{fieldset.Item.Id:d}/{column.Index}/{FormLimits.Fields}"));
}

using System.Globalization;
using Repository.Core.Forms;
using Repository.Core.Forms.Building;

namespace Repository.Web.Desk.Forms;

/// <summary>One press of a button in the outline of a form, as its value says it: <c>fieldUp:key</c>. A button that says anything else changes nothing.</summary>
internal static class FormStep
{
    /// <summary>What becomes of the form, and which part of the page to show afterwards.</summary>
    public static (FormDefinition Changed, string Anchor) Take(FormDefinition form, string button)
    {
        var (step, what) = button.Split(':', 2) is [var before, var after] ? (before, after) : (button, "");
        var key = Guid.TryParseExact(what, "d", out var parsed) ? parsed : Guid.Empty;
        var page = int.TryParse(what, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return step switch
        {
            "addPage" => (form.Pages.Length < FormLimits.Pages ? form.WithPage("") : form, $"page-{form.Pages.Length}"),
            "pageUp" => (form.MovePage(page, -1), $"page-{page - 1}"),
            "pageDown" => (form.MovePage(page, 1), $"page-{page + 1}"),
            "removePage" => (form.WithoutPage(page), "contenido"),
            "addFieldset" => (form.WithFieldset(page, ""), $"page-{page}"),
            "fieldsetUp" => (form.MoveFieldset(key, -1), $"set-{key:n}"),
            "fieldsetDown" => (form.MoveFieldset(key, 1), $"set-{key:n}"),
            "removeFieldset" => (form.WithoutFieldset(key), "contenido"),
            "addColumn" => (form.ChangeFieldset(key, fieldset => fieldset.Columns.Length < 12 ? fieldset.WithColumn() : fieldset), $"set-{key:n}"),
            "removeColumn" => RemoveColumn(form, what),
            "fieldUp" => (form.MoveField(key, -1), $"field-{key:n}"),
            "fieldDown" => (form.MoveField(key, 1), $"field-{key:n}"),
            "removeField" => (form.WithoutField(key), "contenido"),
            _ => (form, "contenido"),
        };
    }

    private static (FormDefinition Changed, string Anchor) RemoveColumn(FormDefinition form, string what) =>
        what.Split('/') is [var fieldset, var column] && Guid.TryParseExact(fieldset, "d", out var key) && int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (form.ChangeFieldset(key, there => there.WithoutColumn(number)), $"set-{key:n}")
            : (form, "contenido");
}

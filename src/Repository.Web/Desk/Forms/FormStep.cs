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
        var (key, page) = (Key(what), Place(what));
        var places = what.Split('/');
        return step switch
        {
            "addPage" => (form.Pages.Length < FormLimits.Pages ? form.WithPage("") : form, $"page-{form.Pages.Length}"),
            "pageUp" => (form.MovePage(page, -1), $"page-{page - 1}"),
            "pageDown" => (form.MovePage(page, 1), $"page-{page + 1}"),
            "pageTo" when places is [var from, var at] => (form.PlacePage(Place(from), Place(at)), $"page-{Math.Min(Place(at), form.Pages.Length - 1)}"),
            "removePage" => (form.WithoutPage(page), "contenido"),
            "addFieldset" => (form.WithFieldset(page, ""), $"page-{page}"),
            "fieldsetUp" => (form.MoveFieldset(key, -1), $"set-{key:n}"),
            "fieldsetDown" => (form.MoveFieldset(key, 1), $"set-{key:n}"),
            "fieldsetTo" when places is [var set, var on, var at] => (form.PlaceFieldset(Key(set), Place(on), Place(at)), $"set-{Key(set):n}"),
            "removeFieldset" => (form.WithoutFieldset(key), "contenido"),
            "addColumn" => (form.ChangeFieldset(key, fieldset => fieldset.Columns.Length < 12 ? fieldset.WithColumn() : fieldset), $"set-{key:n}"),
            "removeColumn" => RemoveColumn(form, what),
            "fieldUp" => (form.MoveField(key, -1), $"field-{key:n}"),
            "fieldDown" => (form.MoveField(key, 1), $"field-{key:n}"),
            "fieldTo" when places is [var field, var set, var column, var at] => (form.PlaceField(Key(field), Key(set), Place(column), Place(at)), $"field-{Key(field):n}"),
            "copyField" => Copy(form, key),
            "removeField" => (form.WithoutField(key), "contenido"),
            _ => (form, "contenido"),
        };
    }

    /// <summary>Does a button take something away that may be wanted back?</summary>
    public static bool Removes(string button) => button.StartsWith("remove", StringComparison.Ordinal);

    private static Guid Key(string text) => Guid.TryParseExact(text, "d", out var key) ? key : Guid.Empty;

    private static int Place(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : -1;

    private static (FormDefinition Changed, string Anchor) Copy(FormDefinition form, Guid field)
    {
        var copy = Guid.NewGuid();
        return (form.Fields().Count() < FormLimits.Fields ? form.WithCopyOf(field, copy) : form, $"field-{copy:n}");
    }

    private static (FormDefinition Changed, string Anchor) RemoveColumn(FormDefinition form, string what) =>
        what.Split('/') is [var fieldset, var column] && Guid.TryParseExact(fieldset, "d", out var key) && int.TryParse(column, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (form.ChangeFieldset(key, there => there.WithoutColumn(number)), $"set-{key:n}")
            : (form, "contenido");
}

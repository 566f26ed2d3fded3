using Repository.Web.Desk.Serving;

namespace Repository.Web.Desk.Forms;

/// <summary>Where a form is looked after at the desk.</summary>
internal static class FormAddress
{
    public const string New = $"{DeskAddress.Forms}/new";
    public const string Quarantine = $"{DeskAddress.Forms}/quarantine";
    public const string Accesses = $"{DeskAddress.Forms}/accesses";
    public const string Outbox = $"{DeskAddress.Forms}/outbox";

    public static string Of(Guid form) => $"{DeskAddress.Forms}/{form:d}";

    public static string Field(Guid form, Guid field) => $"{Of(form)}/field/{field:d}";

    public static string Fieldset(Guid form, Guid fieldset) => $"{Of(form)}/fieldset/{fieldset:d}";

    public static string Page(Guid form, int page) => FormattableString.Invariant($"{Of(form)}/page/{page + 1}");

    public static string Entries(Guid form) => $"{Of(form)}/entries";

    /// <param name="show">Nothing for what waits, or <c>shown</c> or <c>aside</c>.</param>
    public static string Open(Guid form, string show = "") => $"{Of(form)}/open{(show.Length > 0 ? $"?show={Uri.EscapeDataString(show)}" : "")}";

    public static string Entry(Guid form, Guid entry) => $"{Of(form)}/entries/{entry:d}";

    public static string File(Guid form, Guid entry, Guid file) => $"{Entry(form, entry)}/files/{file:d}";
}

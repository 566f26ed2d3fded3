using System.Globalization;
using Microsoft.Extensions.Localization;
using Repository.Core.Forms;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Forms;

/// <summary>A part of a form as pairs of a label and a text, so that two states of it can be laid side by side.</summary>
internal sealed class PartWords(FormDefinition whole, IStringLocalizer<DeskTexts> texts)
{
    private const string Ticked = "✓";

    /// <summary>What differs: the key of the label, and what is kept on the other side.</summary>
    public static IEnumerable<(string Label, string Text)> Differing(IEnumerable<(string Label, string Text)> mine, IEnumerable<(string Label, string Text)> theirs) =>
        mine.Zip(theirs).Where(pair => pair.First.Text != pair.Second.Text).Select(pair => pair.Second);

    public static string Lines(IEnumerable<PreValue> options) => string.Join('\n', options.Select(Line));

    public static string Line(PreValue option) => $"{option.Value}={option.Caption}".ReplaceLineEndings(" ");

    public IEnumerable<(string Label, string Text)> Of(FormField field) =>
    [
        ("Forms.Field.caption", field.Caption),
        ("Forms.Field.alias", field.Alias),
        ("Forms.Field.help", field.HelpText),
        ("Forms.Field.required", Tick(field.Required)),
        ("Forms.Field.required.message", field.RequiredErrorMessage),
        ("Forms.Field.placeholder", field.Placeholder),
        ("Forms.Field.pattern", field.Pattern),
        ("Forms.Field.pattern.message", field.PatternInvalidErrorMessage),
        ("Forms.Field.options", Lines(field.PreValues)),
        ("Forms.Field.settings", string.Join('\n', field.Settings.Select(setting => $"{setting.Key}: {setting.Value}"))),
        ("Forms.Field.uploads.all", Tick(field.Uploads?.AllowAll == true)),
        ("Forms.Field.uploads.extensions", field.Uploads is { } uploads ? string.Join(", ", uploads.Extensions) : ""),
        ("Forms.Field.uploads.files", Number(field.Uploads?.MaxFiles)),
        ("Forms.Field.uploads.megabytes", Number(field.Uploads?.MaxBytes / (1024 * 1024))),
        ("Forms.Condition", Told(field.Condition)),
    ];

    /// <param name="page">The address of the page it leads to.</param>
    public IEnumerable<(string Label, string Text)> Of(FormDefinition form, string page) =>
    [
        ("Forms.Settings.name", form.Name),
        ("Forms.Settings.purpose", texts[$"Forms.Purpose.{form.Purpose}"]),
        ("Forms.Settings.alias", form.Alias),
        ("Forms.Settings.prefix", form.FolioPrefix),
        ("Forms.Settings.origin", form.Origin),
        ("Forms.Settings.previous", form.PreviousLabel),
        ("Forms.Settings.next", form.NextLabel),
        ("Forms.Settings.submit", form.SubmitLabel),
        ("Forms.Settings.message", form.MessageOnSubmit),
        ("Forms.Settings.message.html", Tick(form.MessageOnSubmitIsHtml)),
        ("Forms.Settings.page", page),
        ("Forms.Settings.indication", texts[$"Forms.Indication.{form.Indication}"]),
        ("Forms.Settings.indicator", form.Indicator),
        ("Forms.Settings.summary", Tick(form.ShowValidationSummary)),
        ("Forms.Settings.summary.only", Tick(form.HideFieldValidation)),
        ("Forms.Settings.plain", Tick(form.DisableDefaultStylesheet)),
        ("Forms.Settings.notice.text", form.Notice?.Text ?? ""),
        ("Forms.Settings.notice.version", form.Notice?.Version ?? ""),
        ("Forms.Settings.retention", Number(form.RetentionDays)),
        ("Forms.Settings.drafts", Number(form.DraftDays)),
    ];

    public IEnumerable<(string Label, string Text)> Of(FormPage page) => [("Forms.Part.caption", page.Caption), ("Forms.Condition", Told(page.Condition))];

    public IEnumerable<(string Label, string Text)> Of(Fieldset fieldset) =>
    [
        ("Forms.Part.caption", fieldset.Caption),
        ("Forms.Condition", Told(fieldset.Condition)),
        ("Forms.Columns", string.Join('\n', fieldset.Columns.Select(column => column.Width == 0 ? $"{texts["Forms.Width.Whole"]} {column.Caption}" : $"{texts["Forms.Width", column.Width]} {column.Caption}"))),
    ];

    private static string Tick(bool isSo) => isSo ? Ticked : "";

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private string Told(FieldCondition? condition) => condition is null ? ""
        : $"{texts[$"Forms.Condition.{condition.Action}"]} {texts[$"Forms.Condition.{condition.Logic}"]}\n{string.Join('\n', condition.Rules.Select(Told))}";

    private string Told(ConditionRule rule) =>
        $"«{whole.Fields().FirstOrDefault(field => field.Id == rule.Field)?.Caption ?? texts["Forms.Rule.Gone"]}» {texts[$"Forms.Operator.{rule.Operator}"]} «{rule.Value}»";
}

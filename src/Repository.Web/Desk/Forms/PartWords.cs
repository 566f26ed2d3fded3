using System.Globalization;
using Repository.Core.Forms;

namespace Repository.Web.Desk.Forms;

/// <summary>A part of a form as pairs of a label and a text, so that two states of it can be laid side by side.</summary>
internal static class PartWords
{
    /// <summary>What differs: the key of the label, and what is kept on the other side.</summary>
    public static IEnumerable<(string Label, string Text)> Differing(IEnumerable<(string Label, string Text)> mine, IEnumerable<(string Label, string Text)> theirs) =>
        mine.Zip(theirs).Where(pair => pair.First.Text != pair.Second.Text).Select(pair => pair.Second);

    public static IEnumerable<(string Label, string Text)> Of(FormField field) =>
    [
        ("Forms.Field.caption", field.Caption),
        ("Forms.Field.alias", field.Alias),
        ("Forms.Field.help", field.HelpText),
        ("Forms.Field.required", field.Required ? "✓" : ""),
        ("Forms.Field.required.message", field.RequiredErrorMessage),
        ("Forms.Field.placeholder", field.Placeholder),
        ("Forms.Field.pattern", field.Pattern),
        ("Forms.Field.pattern.message", field.PatternInvalidErrorMessage),
        ("Forms.Field.options", Lines(field.PreValues)),
        ("Forms.Field.settings", string.Join('\n', field.Settings.Select(setting => $"{setting.Key}: {setting.Value}"))),
        ("Forms.Field.uploads.extensions", field.Uploads is { } uploads ? string.Join(", ", uploads.Extensions) : ""),
        ("Forms.Field.uploads.files", field.Uploads?.MaxFiles.ToString(CultureInfo.InvariantCulture) ?? ""),
        ("Forms.Condition", Told(field.Condition)),
    ];

    public static IEnumerable<(string Label, string Text)> Of(FormDefinition form) =>
    [
        ("Forms.Settings.name", form.Name),
        ("Forms.Settings.alias", form.Alias),
        ("Forms.Settings.origin", form.Origin),
        ("Forms.Settings.prefix", form.FolioPrefix),
        ("Forms.Settings.previous", form.PreviousLabel),
        ("Forms.Settings.next", form.NextLabel),
        ("Forms.Settings.submit", form.SubmitLabel),
        ("Forms.Settings.message", form.MessageOnSubmit),
        ("Forms.Settings.notice.version", form.Notice?.Version ?? ""),
        ("Forms.Settings.notice.text", form.Notice?.Text ?? ""),
        ("Forms.Settings.retention", form.RetentionDays.ToString(CultureInfo.InvariantCulture)),
        ("Forms.Settings.drafts", form.DraftDays.ToString(CultureInfo.InvariantCulture)),
    ];

    public static IEnumerable<(string Label, string Text)> Of(string caption, FieldCondition? condition) => [("Forms.Part.caption", caption), ("Forms.Condition", Told(condition))];

    public static string Lines(IEnumerable<PreValue> options) => string.Join('\n', options.Select(option => $"{option.Value}={option.Caption}"));

    private static string Told(FieldCondition? condition) => condition is null ? ""
        : $"{condition.Action} {condition.Logic}\n{string.Join('\n', condition.Rules.Select(rule => $"{rule.Field:d} {rule.Operator} {rule.Value}"))}";
}

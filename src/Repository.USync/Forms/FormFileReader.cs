using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Forms;
using Repository.USync.Xml;

namespace Repository.USync.Forms;

/// <summary>Reads the words of a file; whether they make a form is asked afterwards, of the definition.</summary>
internal static class FormFileReader
{
    public static FormDefinition Read(ElementReading root)
    {
        var info = root.Required("Info");
        var plain = new FormDefinition { Key = Guid.Empty, Alias = "", Name = "" };
        return new FormDefinition
        {
            Key = root.KeyAttribute(),
            Alias = RequiredAttribute(root, "Alias"),
            Name = info.RequiredText("Name"),
            Purpose = Word(info, "Purpose", info.Text("Purpose"), plain.Purpose),
            Origin = info.Text("Origin"),
            FolioPrefix = info.RequiredText("FolioPrefix"),
            Indication = Word(info, "FieldIndicationType", info.Text("FieldIndicationType"), plain.Indication),
            Indicator = Or("Indicator", plain.Indicator),
            HideFieldValidation = info.Flag("HideFieldValidation"),
            ShowValidationSummary = info.Child("ShowValidationSummary") is null || info.Flag("ShowValidationSummary"),
            DisableDefaultStylesheet = info.Flag("DisableDefaultStylesheet"),
            PreviousLabel = Or("PreviousLabel", plain.PreviousLabel),
            NextLabel = Or("NextLabel", plain.NextLabel),
            SubmitLabel = Or("SubmitLabel", plain.SubmitLabel),
            MessageOnSubmit = info.Text("MessageOnSubmit"),
            MessageOnSubmitIsHtml = info.Flag("MessageOnSubmitIsHtml"),
            GoToPageOnSubmit = info.KeyOrZeros("GoToPageOnSubmit") is var page && page == Guid.Empty ? null : page,
            Notice = root.Child("Notice") is { } notice ? new FormNotice(RequiredAttribute(notice, "Version"), notice.Value) : null,
            RetentionDays = info.Number("RetentionDays"),
            DraftDays = info.Number("DraftDays"),
            Pages = [.. root.Required("Pages").Children("Page").Select(Page)],
        };

        string Or(string name, string unsaid) => info.Child(name)?.Value ?? unsaid;
    }

    private static FormPage Page(ElementReading page) => new(page.Attribute("Caption") ?? "", Condition(page), [.. page.Children("Fieldset").Select(Fieldset)]);

    private static Fieldset Fieldset(ElementReading set) => new(set.KeyAttribute(), set.Attribute("Caption") ?? "", Condition(set), [.. set.Children("Column").Select(Column)]);

    private static FieldColumn Column(ElementReading column) => new(column.Attribute("Caption") ?? "", column.NumberAttribute("Width", 0), [.. column.Children("Field").Select(Field)]);

    private static FormField Field(ElementReading element)
    {
        var alias = RequiredAttribute(element, "Alias");
        var field = element.About(alias);
        return new FormField
        {
            Id = field.KeyAttribute(),
            Alias = alias,
            Type = field.KeyAttribute("Type"),
            Caption = field.RequiredText("Caption"),
            HelpText = field.Text("HelpText"),
            Placeholder = field.Text("Placeholder"),
            Required = field.Flag("Required"),
            RequiredErrorMessage = field.Text("RequiredErrorMessage"),
            Pattern = field.Text("Pattern"),
            PatternInvalidErrorMessage = field.Text("PatternInvalidErrorMessage"),
            Condition = Condition(field),
            PreValues = [.. Inside(field, "PreValues", "PreValue").Select(option => new PreValue(RequiredAttribute(option, "Value"), option.Value))],
            Settings = Settings(field),
            Uploads = field.Child("Uploads") is { } uploads ? Uploads(uploads) : null,
        };
    }

    private static ImmutableSortedDictionary<string, string> Settings(ElementReading field)
    {
        var settings = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var setting in Inside(field, "Settings", "Setting"))
        {
            var name = RequiredAttribute(setting, "Name");
            if (settings.ContainsKey(name)) setting.Refuse($"El ajuste «{name}» está dos veces.");
            settings[name] = setting.Value;
        }

        return settings.ToImmutable();
    }

    private static FileUploadOptions Uploads(ElementReading uploads) =>
        new(uploads.FlagAttribute("AllowAll"), [.. uploads.Children("Extension").Select(extension => extension.Value)], uploads.FlagAttribute("AllowMultiple"))
        {
            MaxFiles = uploads.NumberAttribute("MaxFiles", 1),
            MaxBytes = Long(uploads, "MaxBytes"),
        };

    private static FieldCondition? Condition(ElementReading owner) => owner.Child("Condition") is not { } condition ? null : new FieldCondition(
        Word(condition, "Action", condition.Attribute("Action"), ConditionAction.Show),
        Word(condition, "Logic", condition.Attribute("Logic"), ConditionLogic.All),
        [.. condition.Children("Rule").Select(rule => new ConditionRule(rule.KeyAttribute("Field"), Word(rule, "Operator", rule.Attribute("Operator"), ConditionOperator.Is), rule.Value))]);

    private static IEnumerable<ElementReading> Inside(ElementReading owner, string group, string name) => owner.Child(group)?.Children(name) ?? [];

    private static string RequiredAttribute(ElementReading element, string name)
    {
        if (element.Attribute(name) is { Length: > 0 } text) return text;
        element.Refuse($"Falta el atributo «{name}».");
        return "";
    }

    /// <summary>One of the words of a list; numbers, which the platform would take too, are not.</summary>
    private static T Word<T>(ElementReading element, string name, string? text, T unsaid)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text)) return unsaid;
        if (Enum.GetNames<T>().Contains(text, StringComparer.Ordinal)) return Enum.Parse<T>(text);
        element.Refuse($"«{name}» no puede ser «{text}»; puede ser {string.Join(", ", Enum.GetNames<T>())}.");
        return unsaid;
    }

    private static long Long(ElementReading element, string name)
    {
        if (long.TryParse(element.Attribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        element.Refuse($"El atributo «{name}» debe ser un número entero.");
        return 1024 * 1024;
    }
}

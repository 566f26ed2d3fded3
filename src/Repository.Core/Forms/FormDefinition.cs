using System.Collections.Immutable;

namespace Repository.Core.Forms;

/// <summary>What a form asks, in which order and under which conditions. Immutable; whether it holds together is asked by <see cref="Form.Compile"/>.</summary>
public sealed record FormDefinition
{
    public required Guid Key { get; init; }

    /// <summary>Tells forms apart in addresses of the desk and in file names.</summary>
    public required string Alias { get; init; }

    public required string Name { get; init; }

    public FormPurpose Purpose { get; init; }

    /// <summary>Whose design it is, for those who fill it in.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The letters that folios of its entries begin with.</summary>
    public string FolioPrefix { get; init; } = "F";

    public FieldIndication Indication { get; init; } = FieldIndication.MarkMandatoryFields;

    public string Indicator { get; init; } = "*";

    public bool HideFieldValidation { get; init; }

    public bool ShowValidationSummary { get; init; } = true;

    public bool DisableDefaultStylesheet { get; init; }

    public string PreviousLabel { get; init; } = "Anterior";

    public string NextLabel { get; init; } = "Siguiente";

    public string SubmitLabel { get; init; } = "Enviar";

    public string MessageOnSubmit { get; init; } = "";

    public bool MessageOnSubmitIsHtml { get; init; }

    public Guid? GoToPageOnSubmit { get; init; }

    /// <summary>The privacy notice people agree to; its version is kept with each entry.</summary>
    public FormNotice? Notice { get; init; }

    /// <summary>How long a sent entry is kept; 0 keeps it until somebody erases it.</summary>
    public int RetentionDays { get; init; }

    /// <summary>How long a draft waits behind its private link; 0 when the form has no drafts.</summary>
    public int DraftDays { get; init; }

    public ImmutableArray<FormPage> Pages { get; init; } = [];

    public IEnumerable<FormField> Fields() => from page in Pages from fieldset in page.Fieldsets from column in fieldset.Columns from field in column.Fields select field;
}

public enum FormPurpose
{
    General,
    Survey,
    Proposal,
    Contact,
    Application,
}

public enum FieldIndication
{
    NoIndicator,
    MarkMandatoryFields,
    MarkOptionalFields,
}

public sealed record FormNotice(string Version, string Text);

public sealed record FormPage(string Caption, FieldCondition? Condition, ImmutableArray<Fieldset> Fieldsets);

public sealed record Fieldset(Guid Id, string Caption, FieldCondition? Condition, ImmutableArray<FieldColumn> Columns);

/// <summary>Fields one below the other; a width of 1 to 12 twelfths, or 0 for all of it.</summary>
public sealed record FieldColumn(string Caption, int Width, ImmutableArray<FormField> Fields);

/// <summary>One question. What <see cref="PreValues"/> and <see cref="Settings"/> mean is up to its kind.</summary>
public sealed record FormField
{
    public required Guid Id { get; init; }

    public required string Alias { get; init; }

    public required string Caption { get; init; }

    public required Guid Type { get; init; }

    public string HelpText { get; init; } = "";

    public string Placeholder { get; init; } = "";

    public bool Required { get; init; }

    public string RequiredErrorMessage { get; init; } = "";

    public string Pattern { get; init; } = "";

    public string PatternInvalidErrorMessage { get; init; } = "";

    public FieldCondition? Condition { get; init; }

    public ImmutableArray<PreValue> PreValues { get; init; } = [];

    public ImmutableSortedDictionary<string, string> Settings { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Only for uploads.</summary>
    public FileUploadOptions? Uploads { get; init; }

    public string Setting(string name) => Settings.GetValueOrDefault(name, "");
}

public sealed record PreValue(string Value, string Caption);

/// <summary>Which files an upload takes. Extensions stand in lower case without their dot.</summary>
public sealed record FileUploadOptions(bool AllowAll, ImmutableArray<string> Extensions, bool AllowMultiple)
{
    public int MaxFiles { get; init; } = 1;

    public long MaxBytes { get; init; } = 10 * 1024 * 1024;
}

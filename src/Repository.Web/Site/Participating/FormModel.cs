using System.Collections.Immutable;
using Repository.Core.Forms;
using Repository.Core.Forms.Submitting;
using Repository.Web.Forms.Receiving;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Participating;

/// <summary>One page of a form as somebody has it before them: what it asks, what they have said so far, and what is wrong with it.</summary>
internal sealed record FormModel
{
    public const string TokenInput = "_token";
    public const string PageInput = "_page";
    public const string ShownInput = "_shown";
    public const string StepInput = "_step";
    public const string TrapInput = "_website";
    public const string ProofInput = "_proof";

    public const string Next = "next";
    public const string Back = "back";
    public const string Save = "save";
    public const string Remove = "remove:";

    private const double DaysOfAYear = 365.2425;

    public required Form Form { get; init; }

    public required Submission Submission { get; init; }

    public required FilledForm Filled { get; init; }

    public required SiteReader Reader { get; init; }

    /// <summary>The number of the page in the definition, from 0.</summary>
    public required int Page { get; init; }

    /// <summary>Where it is sent.</summary>
    public string Action { get; init; } = "";

    /// <summary>The sealed ticket; empty for who only looks at how the form will be.</summary>
    public string Token { get; init; } = "";

    public ImmutableArray<KeptUpload> Uploads { get; init; } = [];

    public ImmutableSortedDictionary<string, ImmutableArray<FieldMessage>> Errors { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<FieldMessage>>.Empty;

    /// <summary>Questions that have appeared because of what was just answered.</summary>
    public ImmutableArray<string> Appeared { get; init; } = [];

    /// <summary>What must be known, each a whole sentence.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];

    /// <summary>Where the draft that was just kept is found again; told once.</summary>
    public string? DraftAddress { get; init; }

    /// <summary>What a proof of work must be for; null when none is asked for.</summary>
    public string? Challenge { get; init; }

    /// <summary>Has somebody come here from another page of the form? Then its title is where they begin to read.</summary>
    public bool IsStep { get; init; }

    public FormDefinition Definition => Form.Definition;

    public FormPage Asked => Definition.Pages[Page];

    public ImmutableArray<int> Visible => field.IsDefault ? field = [.. Filled.VisiblePages] : field;

    /// <summary>Counted from 1 among those that are there.</summary>
    public int Number => Visible.IndexOf(Page) + 1;

    public bool IsFirst => Number <= 1;

    /// <summary>Has nobody said anything yet? Then it is told what the form is for.</summary>
    public bool IsOpening => IsFirst && !IsStep && Errors.IsEmpty && Appeared.IsEmpty && Notices.IsEmpty && DraftAddress is null;

    public bool IsLast => Number == Visible.Length;

    public bool HasFiles => Form.Fields.Any(bound => bound.Kind == Core.Forms.Kinds.FieldKinds.FileUpload);

    public string Caption => Asked.Caption;

    /// <summary>How long what is sent is kept, in the largest measure that is true to the day.</summary>
    public string Retention
    {
        get
        {
            var (days, years) = (Definition.RetentionDays, (int)Math.Round(Definition.RetentionDays / DaysOfAYear));
            var isWhole = years > 0 && Math.Abs(days - (years * DaysOfAYear)) < 1;
            return isWhole ? CountedText.Of(Reader.Texts, "Form.RetentionYears", years) : CountedText.Of(Reader.Texts, "Form.Retention", days);
        }
    }

    /// <summary>In the order of the questions; those of no question first.</summary>
    public IEnumerable<ErrorLine> ErrorLines =>
        from error in Errors
        let bound = Form.Find(error.Key)
        orderby bound is null ? -1 : Form.Fields.IndexOf(bound)
        from message in error.Value
        select new ErrorLine(error.Key, bound is { } asked && asked.Page == Page ? FieldModel.IdOf(error.Key) : null, message.In(Reader.Culture));

    /// <summary>Nobody is left without a word: where the form wants no summary, it tells only what stands beside no question.</summary>
    public bool HasSummary => Definition.ShowValidationSummary || Definition.HideFieldValidation;

    /// <summary>What was answered on other pages, as this one sends it along.</summary>
    public IEnumerable<KeyValuePair<string, string>> Carried =>
        from bound in Form.Fields
        where bound.Page != Page
        from text in Filled.Said(bound)
        select KeyValuePair.Create(bound.Field.Alias, text);

    /// <summary>The questions in sight: whoever answers is asked all others before going on.</summary>
    public string Shown => string.Join(',', Form.Fields.Where(bound => bound.Page == Page && Filled.IsVisible(bound.Field)).Select(bound => bound.Field.Alias));

    /// <summary>Questions of other pages that are not there; the script that shows and hides knows them as unanswered.</summary>
    public string Absent => string.Join(',', Form.Fields.Where(bound => bound.Page != Page && !Filled.IsVisible(bound.Field)).Select(bound => bound.Field.Alias));

    public IEnumerable<FieldsetModel> Fieldsets => Asked.Fieldsets.Select(fieldset => new FieldsetModel(this, fieldset));
}

/// <summary>Something to be put right: where on this page, and what.</summary>
internal sealed record ErrorLine(string Alias, string? Id, string Text);

/// <summary>Questions that belong together.</summary>
internal sealed record FieldsetModel(FormModel Form, Fieldset Fieldset)
{
    public bool IsShown => Form.Filled.Shows(Fieldset.Condition);

    public string? When => ConditionText.Of(Fieldset.Condition, Form.Form);

    public bool IsWide => Fieldset.Columns.Length == 1;

    public IEnumerable<FieldModel> Fields(FieldColumn column) => column.Fields.Select(field => new FieldModel(Form, Form.Form.Find(field.Id)!));
}

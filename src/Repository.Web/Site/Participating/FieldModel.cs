using System.Collections.Immutable;
using System.Globalization;
using Repository.Core.Forms;
using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Submitting;
using Repository.Web.Forms;
using Repository.Web.Forms.Receiving;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Participating;

/// <summary>A question with what was said to it: how it is asked, and what is wrong.</summary>
internal sealed record FieldModel(FormModel Form, BoundField Bound)
{
    /// <summary>What browsers fill in by themselves for whoever wants it; by the names that designs give such questions.</summary>
    private static readonly Dictionary<string, string> KnownNames = new(StringComparer.Ordinal) { ["nombre"] = "name", ["organizacion"] = "organization", ["localidad"] = "address-level3" };

    private const int MostInSight = 20;

    public FormField Field => Bound.Field;

    public string Alias => Field.Alias;

    public string Id => IdOf(Alias);

    public string HelpId => $"a-{Alias}";

    public string ErrorId => $"e-{Alias}";

    public FieldInput Said => Form.Submission[Alias];

    public string Text => Said.Texts is [var first, ..] ? first : "";

    public bool IsShown => Form.Filled.Shows(Field.Condition);

    public bool HasAppeared => Form.Appeared.Contains(Alias);

    public string? When => ConditionText.Of(Field.Condition, Form.Form);

    public string? Error => Form.Errors.TryGetValue(Alias, out var messages) ? (messages[0].Beside ?? messages[0]).In(Form.Reader.Culture) : null;

    /// <summary>What stands beside the question; nothing where the form wants it told above alone.</summary>
    public string? ErrorBeside => Form.Definition.HideFieldValidation ? null : Error;

    public string? Invalid => Error is null ? null : "true";

    /// <summary>How the design wants it known whether it must be answered.</summary>
    public FieldMark Mark => (Form.Definition.Indication, Field.Required) switch
    {
        (FieldIndication.MarkMandatoryFields, true) => FieldMark.Required,
        (FieldIndication.MarkOptionalFields, false) when Bound.Kind.TakesAnswers => FieldMark.Optional,
        _ => FieldMark.None,
    };

    /// <summary>The number the question has in its source, in front of it.</summary>
    public string Caption => Field.Setting("number") is { Length: > 0 } number ? $"{number}. {Field.Caption}" : Field.Caption;

    public string? DescribedBy
    {
        get
        {
            string[] ids = [.. HasHelp ? [HelpId] : (string[])[], .. ErrorBeside is null ? [] : (string[])[ErrorId]];
            return ids.Length == 0 ? null : string.Join(' ', ids);
        }
    }

    public bool HasHelp => Field.HelpText.Length > 0 || Shape is FieldShape.Files || (Shape == FieldShape.Line && InputType == "month") || Shape == FieldShape.Ranking;

    public FieldShape Shape => Bound.Kind switch
    {
        LongAnswer => FieldShape.Text,
        Dropdown => Dropdown.TakesSeveral(Field) ? FieldShape.Checks : FieldShape.Select,
        Core.Forms.Kinds.RatingMatrix => FieldShape.Matrix,
        Core.Forms.Kinds.Ranking => FieldShape.Ranking,
        FileUpload => FieldShape.Files,
        var kind when kind == FieldKinds.MultipleChoice => FieldShape.Checks,
        var kind when kind == FieldKinds.SingleChoice => FieldShape.Radios,
        var kind when kind == FieldKinds.Checkbox => FieldShape.Tick,
        var kind when kind == FieldKinds.DataConsent => FieldShape.Consent,
        var kind when kind == FieldKinds.Municipality => FieldShape.Municipality,
        var kind when kind == FieldKinds.Heading => FieldShape.Heading,
        _ => FieldShape.Line,
    };

    public string InputType => Bound.Kind is DateField ? DateField.OfMonths(Field) ? "month" : "date" : Field.Setting(ShortAnswer.FieldType) switch
    {
        "email" => "email",
        "url" => "url",
        "tel" => "tel",
        _ => "text",
    };

    public string? InputMode => Field.Setting(ShortAnswer.FieldType) == "number" ? "decimal" : null;

    public string? Autocomplete => Field.Setting(ShortAnswer.FieldType) switch
    {
        "email" => "email",
        "url" => "url",
        "tel" => "tel",
        _ => KnownNames.GetValueOrDefault(Alias),
    };

    public string? Least => Bound.Kind is DateField && Field.Setting("minimum") is { Length: > 0 } bound ? bound : null;

    public string? Most => Bound.Kind is DateField && Field.Setting("maximum") is { Length: > 0 } bound ? bound : null;

    public string? Placeholder => Field.Placeholder.Length > 0 ? Field.Placeholder : null;

    public int Rows => LongAnswer.Rows(Field);

    public IEnumerable<OptionModel> Options => Field.PreValues.Select((option, index) => new OptionModel(index == 0 ? Id : $"{Id}-{index + 1}", option.Value, option.Caption, Said.Texts.Contains(option.Value)));

    /// <summary>So many options that nobody finds the next question behind them: they scroll by themselves.</summary>
    public bool IsLong => Field.PreValues.Length > MostInSight;

    public IEnumerable<OptionModel> Municipalities =>
        from municipality in Reading.Municipalities.Of(Form.Reader).All
        where LivePlaces.Of(Form.Reader.Snapshot).Find(municipality.Key) is not null
        select new OptionModel("", municipality.Key, municipality.Region is { } region ? $"{municipality.Name} ({region})" : municipality.Name, municipality.Key == Text);

    /// <summary>A row of a matrix with its marks.</summary>
    public IEnumerable<PartModel> MatrixRows => Field.PreValues.Select((row, index) => new PartModel(
        $"{Alias}.{row.Value}",
        row.Caption,
        [.. RatingMatrix.Scale(Field).Select((mark, place) => new OptionModel(index == 0 && place == 0 ? Id : $"{Id}-{index}-{place}", mark.Value, mark.Caption, RatingMatrix.MarkOf(Said.Texts, row.Value) == mark.Value))]));

    /// <summary>A place of a ranking with what may stand there.</summary>
    public IEnumerable<PartModel> RankingPlaces => Enumerable.Range(0, Core.Forms.Kinds.Ranking.Positions(Field)).Select(place => new PartModel(
        string.Create(CultureInfo.InvariantCulture, $"{Alias}.{place + 1}"),
        string.Create(CultureInfo.InvariantCulture, $"{place + 1}"),
        [.. Field.PreValues.Select(option => new OptionModel(place == 0 ? Id : $"{Id}-{place + 1}", option.Value, option.Caption, place < Said.Texts.Length && Said.Texts[place] == option.Value))])
    {
        Id = place == 0 ? Id : $"{Id}-{place + 1}",
    });

    public FileUploadOptions Files => FileUpload.Options(Field);

    public int MostFiles => Files.AllowMultiple ? Files.MaxFiles : 1;

    public string FileSizes => FileSize.Of(Math.Min(Files.MaxBytes, FormLimits.FileBytes));

    public string FileKinds => string.Join(", ", Files.Extensions);

    public string? Accept => Files.AllowAll ? null : string.Join(',', Files.Extensions.Select(extension => $".{extension}"));

    public ImmutableArray<KeptUpload> Kept => [.. Form.Uploads.Where(upload => upload.Alias == Alias)];

    /// <summary>Once on a page is enough: beside the first consent that is always there.</summary>
    public FormNotice? Notice => Shape == FieldShape.Consent && !IsNoticeTold ? Form.Definition.Notice : null;

    private bool IsNoticeTold => Form.Form.Fields.TakeWhile(bound => bound.Field.Id != Field.Id).Any(bound => bound.Page == Bound.Page && bound.Kind == FieldKinds.DataConsent && bound.Chain.IsEmpty);

    public static string IdOf(string alias) => $"f-{alias}";
}

/// <summary>The ways a question is asked.</summary>
internal enum FieldShape
{
    Line,
    Text,
    Select,
    Municipality,
    Radios,
    Checks,
    Tick,
    Consent,
    Matrix,
    Ranking,
    Files,
    Heading,
}

internal enum FieldMark
{
    None,
    Required,
    Optional,
}

/// <summary>What can be chosen.</summary>
internal sealed record OptionModel(string Id, string Value, string Caption, bool IsChosen);

/// <summary>A part of a question that has an input of its own.</summary>
internal sealed record PartModel(string Name, string Caption, ImmutableArray<OptionModel> Options)
{
    public string Id { get; init; } = "";
}

using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using Repository.Core.Calls;
using Repository.Core.Editors;
using Repository.Web.Forms;
using Repository.Web.Site.Machines.Badges;
using Repository.Web.Site.Participating;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>A call: until when, who may take part, what is asked for, how it is judged, and who was recognised.</summary>
internal sealed class CallPage : IItemPage
{
    private const int MostResults = 60;

    private static readonly string[] Told =
    [
        "opensAt", "closesAt", "closingDate", "evaluationDate", "awardDate", "status", "addressees", "requiredDocuments", "process", "support", "rubric", "rubricLevels", "rubricOrigin", "minimumScore", "disagreementThreshold", "body",
    ];

    public string ContentType => "call";

    public SitePage Make(ItemRequest request)
    {
        var (reader, values) = (request.Reader, request.Values);
        var record = RecordModel.Of(request, Told).WithFacts("convener", "edition", "year", "validityMonths", "contactUnit", "contactEmail", "contactLinks", "region", "municipalities", "themes", "principles", "documents");
        var results = Referrers.Of(reader, "recognition").Of(request.Item.Item.Key, reader.View, "call");
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Notices = [new CallStateView { Model = CallStateModel.Of(values) }],
                Body =
                [
                    new DatesSection { Model = [.. Dates(values)] },
                    new TakingPartSection { Model = TakingPartModel.Of(values) },
                    new RichTextSection { Model = new RichTextModel("bases", "Call.Rules", values.Rich("body")) },
                    new RubricSection { Model = RubricModel.Of(values) },
                    new RecognitionsSection { Model = new RecognitionsModel([.. reader.Seen(results, MostResults).Select(recognition => RecognitionModel.Of(recognition, reader))], results.Count) },
                    new DoubtsView { Model = record.Trust, Heading = "Doubts.Notes" },
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                ],
                AreDoubtsTold = true,
            },
        });
    }

    /// <summary>Where an editor gave the day of the deadline, that is what the source says; a time of day was then added by us.</summary>
    private static IEnumerable<DateModel> Dates(Values values)
    {
        var texts = values.Reader.Texts;
        if (values.Text("opensAt") is { } opens) yield return new DateModel(DateWords.OfMoment(opens, texts), DateWords.Machine(opens), texts["Call.Opens"]);
        if (values.Has("closingDate")) yield return DateModel.Of(values, "closingDate", texts["Call.LastDay"]);
        else if (values.Text("closesAt") is { } closes) yield return new DateModel(DateWords.OfMoment(closes, texts), DateWords.Machine(closes), texts["Call.Closes"]);
        if (values.Has("evaluationDate")) yield return DateModel.Of(values, "evaluationDate", texts["Call.Evaluation"]);
        if (values.Has("awardDate")) yield return DateModel.Of(values, "awardDate", texts["Call.Award"]);
    }
}

/// <summary>The page on which a recognition is verified: of which practice or whom, why, by which call, and whether it holds at this moment.</summary>
internal sealed class RecognitionPage : IItemPage
{
    private static readonly string[] Told = ["badge", "practice", "call", "status", "startDate", "endDate", "revocationReason", "renewalOf", "verificationUrl"];

    public string ContentType => "recognition";

    public SitePage Make(ItemRequest request)
    {
        var (reader, values) = (request.Reader, request.Values);
        var record = RecordModel.Of(request, Told).WithFacts("holder", "municipalities", "region", "folio", "year", "score");
        var head = request.Head;
        if (values.Picked("practice") is { } practice) head.Thing!["about"] = JsonLd.Thing("Article", practice.Name, reader.Origin + practice.Path, reader.Culture);
        return new SitePage(head, new RecordView
        {
            Model = record with
            {
                Notices = [new RecognitionStateView { Model = RecognitionTermModel.Of(values) }, new RevokedView { Model = values.Text("revocationReason") }],
                Body =
                [
                    new BadgeView { Model = BadgeModel.Of(values) },
                    new CardsSection { Model = ItemsModel.Of("practica", "Recognition.Practice", values.Picks("practice"), 1, reader) },
                    new FieldsSection { Model = new FieldsModel("vigencia", "Recognition.Validity", Fields.Of(values, "renewalOf", "verificationUrl")) },
                    new CardsSection { Model = ItemsModel.Of("convocatoria", "Recognition.Call", values.Picks("call"), 1, reader) },
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                ],
            },
        });
    }
}

/// <summary>Whether a call takes applications, by the clock; and what editors say of it besides, which counts once it is closed.</summary>
internal sealed record CallStateModel(string? Words, SeenItem? Status)
{
    /// <summary>Where one applies, while it is open.</summary>
    public string? ApplyAddress { get; init; }

    private static readonly string[] AfterClosing = ["inEvaluation", "resolved"];

    public static CallStateModel Of(ItemValues values)
    {
        var (status, words) = (values.Picked("status"), ClockWords.Of(values.Seen, values.Reader));
        return new CallStateModel(words, words is null || IsAfterClosing(status, values) ? status : null) { ApplyAddress = IsIn(CallWindow.Open, values) ? FormAddress(values) : null };
    }

    /// <summary>The page of its form, told which call it is about.</summary>
    private static string? FormAddress(ItemValues values) =>
        values["form"] is FormValue { FormKey: var form } && PublishedForms.Of(values.Reader.Snapshot).PageOf(form) is { } page ? $"{values.Reader.See(page).Path}?{FormVisit.AboutParameter}={values.Seen.Item.Key:d}" : null;

    private static bool IsIn(CallWindow window, ItemValues values) => values.Reader.Almanac.Call(values.Seen.Item.Key)?.At(values.Reader.Now) == window;

    private static bool IsAfterClosing(SeenItem? status, ItemValues values) =>
        status is not null && AfterClosing.Contains(status.Item.Content.Value("key", "")) && IsIn(CallWindow.Closed, values);
}

/// <summary>Whether a recognition holds, and from when until when.</summary>
internal sealed record RecognitionTermModel(RecognitionState? State, string? Words, string? First, string? Last, string? Zone)
{
    /// <summary>The colours of the badge, where the site has them.</summary>
    public string Look => State switch { RecognitionState.InForce => "notice notice-good", RecognitionState.Expiring => "notice", _ => "notice notice-plain" };

    public static RecognitionTermModel Of(ItemValues values)
    {
        var recognition = values.Reader.Almanac.Recognition(values.Seen.Item.Key);
        var term = recognition?.Term;
        return new RecognitionTermModel(
            recognition?.At(values.Reader.Now), ClockWords.Of(values.Seen, values.Reader), term is null ? null : DateWords.Of(term.Start), term is null ? null : DateWords.Of(term.End.AddDays(-1)), term is null ? null : ZoneOf(term.Zone, values.Reader));
    }

    private static string ZoneOf(CallZone zone, SiteReader reader) => zone.Id == CallZone.Usual ? reader.Texts["Recognition.CentralTime"] : reader.Texts["Recognition.TimeOf", zone.Id];
}

/// <summary>The badge that says by itself whether the recognition holds, what others need to show it, and the picture an editor chose besides.</summary>
internal sealed record BadgeModel(SeenItem Item, string Words, string Origin, IReadOnlyList<Medium> Pictures)
{
    public string Address(string format) => Badge.AddressOf(Item, format);

    public string Snippet => $"<a href=\"{Origin}{Item.Path}\"><img src=\"{Origin}{Address("svg")}\" alt=\"{System.Net.WebUtility.HtmlEncode(Item.Name)}\" width=\"{Badge.Width}\" height=\"{Badge.Height}\"></a>";

    public static BadgeModel Of(ItemValues values) => new(values.Seen, ClockWords.State(values.Seen, values.Reader) ?? "", values.Reader.Origin, values.Media("badge"));
}

/// <summary>Who may take part, what they hand in, and what happens then.</summary>
internal sealed record TakingPartModel(string? Addressees, IReadOnlyList<BlockValues> Documents, IReadOnlyList<string> Process, string? Support)
{
    public bool IsEmpty => Addressees is null && Documents.Count == 0 && Process.Count == 0 && Support is null;

    public static TakingPartModel Of(Values values) => new(values.Text("addressees"), values.Blocks("requiredDocuments"), values.Lines("process"), values.Text("support"));
}

/// <summary>By what a practice is judged.</summary>
internal sealed record RubricModel(TableText? Criteria, string? Origin, IReadOnlyList<string> Levels, string? Least, string? Tolerated)
{
    public static RubricModel Of(Values values)
    {
        var (criteria, levels) = (values.Blocks("rubric"), values.Blocks("rubricLevels"));
        return new RubricModel(
            criteria.Count == 0 ? null : Table(criteria, levels, values.Reader.Texts),
            values.Text("rubricOrigin"),
            [.. levels.Select(level => string.Join(". ", new[] { $"{level.Text("value")}: {level.Text("displayName")}", level.Text("description") }.OfType<string>()))],
            values.Text("minimumScore"),
            values.Text("disagreementThreshold"));
    }

    private static TableText Table(IReadOnlyList<BlockValues> criteria, IReadOnlyList<BlockValues> levels, IStringLocalizer texts)
    {
        ImmutableArray<string> head = [texts["Rubric.Criterion"], texts["Rubric.Weight"], NameOf(levels, 2) ?? texts["Rubric.LevelTwo"], NameOf(levels, 4) ?? texts["Rubric.LevelFour"], texts["Rubric.Evidence"]];
        var table = new TableText(texts["Rubric.Caption"], null, head, [.. criteria.Select(Row)]) { Numbers = [1], Folds = true };
        return table.WithoutEmptyColumns();
    }

    private static ImmutableArray<string> Row(BlockValues criterion) =>
        [Named(criterion), criterion.Text("weight") is { } weight ? $"{weight} %" : "", criterion.Text("levelTwo") ?? "", criterion.Text("levelFour") ?? "", criterion.Text("requiredEvidence") ?? ""];

    private static string Named(BlockValues criterion) => criterion.Text("description") is { } meaning ? $"{criterion.Text("displayName")}. {meaning}" : criterion.Text("displayName") ?? "";

    private static string? NameOf(IEnumerable<BlockValues> levels, decimal value) => levels.FirstOrDefault(level => level.Number("value") == value)?.Text("displayName");
}

/// <summary>The first recognitions of a call, and how many there are.</summary>
internal sealed record RecognitionsModel(IReadOnlyList<RecognitionModel> First, int Count);

internal sealed record RecognitionModel(SeenItem Item, SeenItem? Practice, SeenItem? Holder, SeenItem? Municipality, string? Folio, string? State, string? Until)
{
    public static RecognitionModel Of(SeenItem recognition, SiteReader reader)
    {
        var values = reader.Values(recognition);
        return new RecognitionModel(recognition, values.Picked("practice"), values.Picked("holder"), values.Picked("municipalities"), values.Text("folio"), ClockWords.State(recognition, reader), ClockWords.Of(recognition, reader));
    }
}

/// <summary>Rich text with a heading of its own.</summary>
internal sealed record RichTextModel(string Id, string Heading, RichText Text);

/// <summary>Fields with a heading of their own.</summary>
internal sealed record FieldsModel(string Id, string Heading, IReadOnlyList<Field> Fields);

using System.Collections.Immutable;
using Repository.Core.Practices;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>A practice: what it is, how it is done step by step, what it takes to replicate it, and how all that is known.</summary>
internal sealed class PracticePage : IItemPage
{
    private const int MostRelated = 4;
    private const int MostReplications = 12;
    private const int MostRecognitions = 12;

    /// <summary>What two practices share, the most telling last.</summary>
    private static readonly string[] Kinship = ["theme", "communityForm", "region"];

    public string ContentType => "practice";

    public SitePage Make(ItemRequest request)
    {
        var (reader, item, values) = (request.Reader, request.Item, request.Values);
        var model = new PracticeModel(values, TrustModel.Of(values))
        {
            Steps = [.. values.Blocks("buildingBlocks").Select(StepsModel.Of)],
            Replications = ItemsModel.Of("replicas", "Practice.Replications", reader.View.Children(item.Item.Key), MostReplications, reader),
            Recognitions = ItemsModel.Of("reconocimientos", "Practice.Recognitions", Recognitions(reader, item, values), MostRecognitions, reader),
            Related = [.. Related(reader, item).Select(related => ListedItem.Of(related, reader))],
        };
        return new SitePage(request.Head, new PracticeView { Model = model });
    }

    /// <summary>Practices of the same theme first; of those, and before them, whichever share more.</summary>
    public static IReadOnlyList<SeenItem> Related(SiteReader reader, SeenItem item)
    {
        var view = reader.View;
        var closer = new List<ItemSet>();
        var kin = view.OfType("practice");
        foreach (var alias in Kinship)
        {
            var facet = Facet.Find(alias)!;
            if (facet.KeyOf(item.Item, reader.Snapshot, reader.Culture) is not { } key) continue;
            var sharing = kin.And(view.With(facet, key));
            if (sharing.Count > 1) closer.Add(kin = sharing);
        }

        return [.. closer.AsEnumerable().Reverse().SelectMany(set => set.Page(0, MostRelated + 1)).Distinct().Select(ordinal => reader.See(view[ordinal])).Where(other => other.Item.Key != item.Item.Key).Take(MostRelated)];
    }

    private static List<SeenItem> Recognitions(SiteReader reader, SeenItem item, Values values)
    {
        var naming = Referrers.Of(reader, "recognition").Of(item.Item.Key, reader.View, "practice");
        return [.. values.Picks("recognitions").Concat(reader.Seen(naming, MostRecognitions)).DistinctBy(recognition => recognition.Item.Key)];
    }
}

internal sealed record PracticeModel(ItemValues Values, TrustModel Trust)
{
    private static readonly string[] Essentials =
    [
        "region", "municipalities", "localities", "states", "scope", "themes", "communityForms", "governanceRegime", "peoples", "languages", "languageVariety", "kind", "startDate", "endDate",
        "status", "statusReason", "statusCheckedOn", "systematisedBy", "fieldMethods", "fieldDate", "validatedByCommunity", "confidence", "credit", "rightsNote",
    ];

    private static readonly string[] Monitoring = ["monitoringOwner", "monitoringFrequency", "monitoringLog"];
    private static readonly string[] Ownership = ["ownershipHolder", "ownershipSuccession", "communityRules", "ownershipObstacles", "adoptionHouseholds", "adoptionPercent", "adoptionWithoutIncentive"];
    private static readonly string[] Scaling = ["scalingPaths", "scalingLimit", "relatedPolicy"];

    public SeenItem Item => Values.Seen;

    public SiteReader Reader => Values.Reader;

    public IReadOnlyList<Field> Facts => Fields.Of(Values, Essentials);

    public required IReadOnlyList<StepsModel> Steps { get; init; }

    public required ItemsModel Replications { get; init; }

    public required IReadOnlyList<ListedItem> Related { get; init; }

    /// <summary>Who has recognised the practice: what its editors picked, and whatever names it.</summary>
    public required ItemsModel Recognitions { get; init; }

    public IReadOnlyList<BlockValues> Figures { get; } = Values.Blocks("figures");

    public IReadOnlyList<IndicatorModel> Indicators { get; } = [.. Values.Blocks("indicators").Select(IndicatorModel.Of)];

    public IReadOnlyList<NeedModel> Requirements { get; } = [.. Values.Blocks("requirements").Select(requirement => NeedModel.Of(requirement, "description"))];

    /// <summary>What would have to exist elsewhere: conditions with their reasons or, where nobody wrote these, a list of needs.</summary>
    public IReadOnlyList<NeedModel> Needs { get; } = Values.Blocks("replicaConditions") is { Count: > 0 } conditions
        ? [.. conditions.Select(condition => NeedModel.Of(condition, "condition"))]
        : [.. Values.Lines("replicationNeeds").Select(need => new NeedModel(need, false, null))];

    public Medium? Cover => Values.Media("coverImage") is [var cover, ..] ? cover : null;

    public TableText? IndicatorTable => Indicators.Count == 0 ? null : IndicatorModel.Table(Indicators, Reader);

    public IEnumerable<ParameterModel> Parameters =>
    [
        new("Monitoring", Fields.Of(Values, Monitoring)),
        new("Measurement", []) { Counted = Indicators.Count, CountKey = "Parameter.Indicators", SeeKey = "Parameter.SeeIndicators", Anchor = "medir" },
        new("Ownership", Fields.Of(Values, Ownership)),
        new("Replication", Fields.Of(Values, "replicability", "whatNotToCopy", "adviceContact")) { Counted = Needs.Count, CountKey = "Parameter.Conditions", SeeKey = "Parameter.SeeConditions", Anchor = "replicar" },
        new("Scaling", Fields.Of(Values, Scaling)),
    ];

    public IReadOnlyList<Field> Effort => Fields.Of(Values, "complexity", "complexityReason", "startupTime", "volunteers", "tequiosPerYear", "paidStaff");

    public IReadOnlyList<Field> Participation =>
        Fields.Of(Values, "participants", "openness", "participationLevel", "decisionMethods", "modality", "cycleStages");

    public IReadOnlyList<Field> Perspectives => Fields.Of(Values, "genderPerspective", "accessibilityNotes", "interculturality");

    public IReadOnlyList<Field> Linked => Fields.Of(Values, "commitments", "materials", "relatedLinks", "legalFramework", "genealogy", "principleJustifications", "consent");

    public IReadOnlyList<Field> Evidence => Fields.Of(Values, "evidence");

    public IReadOnlyList<Field> Outcomes => Fields.Of(Values, "outcomes");

    /// <summary>What is not known, named in one sentence.</summary>
    public string Gaps => string.Join(", ", (((bool IsMissing, string Key)[])[(!Values.Has("costs"), "Gap.Costs"), (!Values.Has("failuresAndLessons"), "Gap.Lessons"), (Replications.Items.Count == 0, "Gap.Replications")])
        .Where(gap => gap.IsMissing).Select(gap => Reader.Texts[gap.Key].Value));

    /// <summary>Where it is laid beside others.</summary>
    public string CompareAddress => new Comparison([Item], false, false).Address(Reader);

    /// <summary>Year of the last change, as a citation gives it.</summary>
    public int Year => Item.Here.UpdatedAt.Year;
}

/// <summary>One of the five parameters: what is known for it.</summary>
internal sealed record ParameterModel(string Name, IReadOnlyList<Field> Fields)
{
    /// <summary>What is told in full elsewhere on the page is counted here.</summary>
    public int Counted { get; init; }

    public string CountKey { get; init; } = "";

    public string SeeKey { get; init; } = "";

    public string Anchor { get; init; } = "";

    public bool IsUnknown => Fields.Count == 0 && Counted == 0;
}

/// <summary>Something that is needed, whether nothing works without it, and what is said of it besides.</summary>
internal sealed record NeedModel(string Text, bool IsEssential, string? Note)
{
    public static NeedModel Of(BlockValues block, string text) => new(block.Text(text) ?? "", block.Flag("essential") is true, block.Text("note") ?? block.Picked("kind")?.Name);
}

/// <summary>Steps that belong together.</summary>
internal sealed record StepsModel(string? Title, IReadOnlyList<string> Steps, IReadOnlyList<Field> More)
{
    public static StepsModel Of(BlockValues block) => new(block.Text("title"), block.Lines("steps"), Fields.Of(block, "enablers", "risks", "adaptable", "adaptationAdvice", "materials"));
}

/// <summary>An indicator and what has been observed of it.</summary>
internal sealed record IndicatorModel(string Name, ImmutableArray<string> Row, bool IsProposed, IReadOnlyList<BarModel> Observed)
{
    public static IndicatorModel Of(BlockValues block)
    {
        var unit = block.Text("unit");
        var name = block.Text("displayName") ?? "";
        return new IndicatorModel(
            name,
            [name, block.Text("formula") ?? "", Amount("baseline"), Amount("target"), block.Picked("frequency")?.Name ?? "", block.Text("meansOfVerification") ?? "", block.Text("publisher") ?? ""],
            block.Text("proposedBy") == IndicatorProposer.Repository,
            BarModel.Of(block.Blocks("observations").Select(seen => (seen.Date("date") ?? "", seen.Number("value"), seen.Text("value")))));

        string Amount(string alias) => block.Text(alias) is { } amount ? $"{amount} {unit}".TrimEnd() : "";
    }

    public static TableText Table(IReadOnlyList<IndicatorModel> indicators, SiteReader reader)
    {
        var texts = reader.Texts;
        return new TableText(
            texts[indicators.All(indicator => indicator.IsProposed) ? "Practice.IndicatorsProposed" : "Practice.Indicators"], null,
            [texts["Practice.Indicator"], texts["Practice.Formula"], texts["Practice.Baseline"], texts["Practice.Target"], texts["Practice.Frequency"], texts["Practice.Verification"], texts["Practice.PublishedBy"]],
            [.. indicators.Select(indicator => indicator.Row)]).WithoutEmptyColumns();
    }
}

/// <summary>A small chart of bars.</summary>
internal sealed record ChartModel(string Title, IReadOnlyList<BarModel> Bars);

/// <summary>A bar of a small chart: its name, its length out of a hundred, and the value as people read it.</summary>
internal sealed record BarModel(string Label, int Length, string Value)
{
    public static IReadOnlyList<BarModel> Of(IEnumerable<(string Label, decimal? Number, string? Value)> values)
    {
        var known = values.Where(value => value.Number is >= 0).ToList();
        var most = known.Select(value => value.Number!.Value).DefaultIfEmpty(0).Max();
        return most == 0 ? [] : [.. known.Select(value => new BarModel(value.Label, (int)(value.Number!.Value * 100 / most), value.Value ?? ""))];
    }
}

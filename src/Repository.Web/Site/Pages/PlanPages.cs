using Repository.Core.Publishing;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>A plan: what it is for, and each commitment in it.</summary>
internal sealed class ActionPlanPage : IItemPage
{
    private static readonly string[] Told = ["milestones", "generalObjective", "specificObjectives"];

    public string ContentType => "actionPlan";

    public SitePage Make(ItemRequest request)
    {
        var (reader, values) = (request.Reader, request.Values);
        var record = RecordModel.Of(request, Told);
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Body =
                [
                    new OursSection { Model = new OursModel("objetivo", "Plan.Objective", Fields.Of(values, "generalObjective", "specificObjectives")) },
                    new PromisesSection { Model = PromisesModel.Of(reader.View.Children(request.Item.Item.Key), reader) },
                    new DatesSection { Model = [.. values.Blocks("milestones").Select(milestone => DateModel.Of(milestone, "date", milestone.Text("event") ?? ""))] },
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                ],
            },
        });
    }
}

/// <summary>A commitment: what was promised, who answers for it, each activity with its date and its evidence, and what is wrong in the source.</summary>
internal sealed class CommitmentPage : IItemPage
{
    private static readonly string[] Told = ["promise", "problem", "objective", "citizenPurpose", "number", "numberInSource", "completion", "openedInformation", "openedParticipation", "openedAccountability", "lessons", "evidence", "suggestedSdgGoals", "suggestedSdgTargets", "practices", "materials"];

    public string ContentType => "commitment";

    public SitePage Make(ItemRequest request)
    {
        var (reader, values) = (request.Reader, request.Values);
        var record = RecordModel.Of(request, Told);
        var siblings = request.Item.Item.ParentKey is { } plan ? reader.View.Children(plan) : reader.View.None;
        var activities = reader.View.Children(request.Item.Item.Key);
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Kind = record.Kind with { Name = NumberOf(values) is { } number ? reader.Texts["Commitment.Number", number, siblings.Count] : record.Kind.Name },
                Summary = null,
                Body =
                [
                    new OursSection { Model = new OursModel("promesa", "Commitment.Promise", Fields.Of(values, values.Has("promise") ? "promise" : "summary", "citizenPurpose", "problem", "objective")) { IsLeadingPlain = true } },
                    new DoubtsView { Model = record.Trust },
                    new ActivitiesSection { Model = new ActivitiesModel([.. reader.Seen(activities, ActivitiesModel.Most).Select(activity => ActivityModel.Of(activity, reader))], activities.Count) },
                    new EvaluationSection { Model = Fields.Of(values, "completion", "openedInformation", "openedParticipation", "openedAccountability", "lessons", "evidence") },
                    new SuggestedSection { Model = values.Picks("suggestedSdgTargets") is { Count: > 0 } targets ? targets : values.Picks("suggestedSdgGoals") },
                    new CardsSection { Model = new ItemsModel("ligado", "Commitment.Linked", [.. values.Picks("practices").Concat(values.Picks("materials")).Select(item => ListedItem.Of(item, reader))]) },
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                    new NeighboursView { Model = NeighboursModel.Of(request.Item, siblings, reader) },
                ],
                AreDoubtsTold = true,
            },
        });
    }

    /// <summary>What it is called where it stands among other things: its number, and the plan that counts it.</summary>
    internal static string? CalledOf(SeenItem commitment, SiteReader reader)
    {
        if (NumberOf(reader.Values(commitment)) is not { } number) return null;
        return commitment.Item.ParentKey is { } key && reader.Find(key) is { } plan ? reader.Texts["Commitment.NumberIn", number, plan.Name] : reader.Texts["Commitment.NumberAlone", number];
    }

    internal static string? NumberOf(Values values) => values.Ordinal("number") ?? values.Text("numberInSource");
}

/// <summary>An activity of a commitment.</summary>
internal sealed class ActivityPage : IItemPage
{
    private static readonly string[] Told = ["code", "dueDate", "owners", "indicator", "meansOfVerification", "evidence", "planned", "done", "unit", "frequency", "status"];

    public string ContentType => "activity";

    public SitePage Make(ItemRequest request)
    {
        var (reader, item, values) = (request.Reader, request.Item, request.Values);
        var record = RecordModel.Of(request, Told);
        var commitment = item.Item.ParentKey is { } parent && reader.Find(parent) is { } above ? CommitmentPage.NumberOf(reader.Values(above)) : null;
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Kind = record.Kind with { Name = commitment is null ? reader.Texts["Activity.Code", values.Text("code") ?? ""] : reader.Texts["Activity.OfCommitment", values.Text("code") ?? "", commitment] },
                Body =
                [
                    new OursSection { Model = new OursModel("que", "Activity.What", Fields.Of(values, "dueDate", "owners", "indicator", "planned", "done", "unit", "meansOfVerification", "frequency", "status")) },
                    new EvidenceSection { Model = Fields.Of(values, "evidence") },
                    new DoubtsView { Model = record.Trust },
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                ],
                AreDoubtsTold = true,
            },
        });
    }
}

/// <summary>Texts of ours about what a source says, which the page says of them.</summary>
internal sealed record OursModel(string Id, string Heading, IReadOnlyList<Field> Fields)
{
    /// <summary>The first field needs no name: the heading has named it.</summary>
    public bool IsLeadingPlain { get; init; }
}

/// <summary>The first of some commitments, and how many there are.</summary>
internal sealed record PromisesModel(IReadOnlyList<PromiseModel> First, int Count)
{
    private const int Most = 60;

    public static PromisesModel Of(ItemSet commitments, SiteReader reader) => new([.. reader.Seen(commitments, Most).Select(commitment => PromiseModel.Of(commitment, reader))], commitments.Count);
}

internal sealed record PromiseModel(SeenItem Item, string? Number, string? Text, string Leads, int Activities, int Doubts)
{
    public static PromiseModel Of(SeenItem commitment, SiteReader reader)
    {
        var values = reader.Values(commitment);
        return new PromiseModel(
            commitment,
            CommitmentPage.NumberOf(values),
            values.Text("promise") ?? values.Text("summary"),
            string.Join("; ", values.Picks("leads").Select(lead => reader.Values(lead).Text("acronym") ?? lead.Name)),
            reader.View.Children(commitment.Item.Key).Count,
            Fields.Paragraphs(values.Text("verificationNotes")).Length);
    }
}

/// <summary>A date with what happened, or should have.</summary>
internal sealed record DateModel(string? Words, string? Machine, string Text)
{
    public static DateModel Of(Values values, string alias, string text) => new(values.Date(alias), DateWords.Machine(values.Text(alias)), text);
}

/// <summary>The first activities of a commitment, and how many there are.</summary>
internal sealed record ActivitiesModel(IReadOnlyList<ActivityModel> First, int Count)
{
    public const int Most = 60;
}

internal sealed record ActivityModel(SeenItem Item, string? Code, DueDate? Due, IReadOnlyList<Field> Fields, bool HasEvidence)
{
    public static ActivityModel Of(SeenItem activity, SiteReader reader)
    {
        var values = reader.Values(activity);
        return new ActivityModel(activity, values.Text("code"), values.Due("dueDate"), Reading.Fields.Of(values, "owners", "indicator", "meansOfVerification", "status", "evidence"), values.Has("evidence"));
    }
}

internal sealed record NeighboursModel(SeenItem? Before, SeenItem? After)
{
    /// <summary>Whoever stands beside an item among its siblings.</summary>
    public static NeighboursModel Of(SeenItem item, ItemSet siblings, SiteReader reader)
    {
        var (own, before, after) = (reader.View.OrdinalOf(item.Item.Key), -1, -1);
        foreach (var ordinal in siblings.Page(0, siblings.Count))
        {
            if (ordinal < own) before = ordinal;
            if (ordinal <= own) continue;
            after = ordinal;
            break;
        }

        return new NeighboursModel(At(before), At(after));

        SeenItem? At(int ordinal) => ordinal < 0 ? null : reader.See(reader.View[ordinal]);
    }
}

using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>A practice taken over elsewhere: from which one, where, what was kept, changed or left out and why, and how it went.</summary>
internal sealed class ReplicationPage : IItemPage
{
    private const int MostSiblings = 4;
    private static readonly string[] Results = ["resultThreeMonths", "resultSixMonths", "resultTwelveMonths"];
    private static readonly string[] Told = ["kind", "adaptations", "agreedBy", "minutes", "evidence", "actorRoles", "actors", "location", .. Results];

    public string ContentType => "replication";

    public SitePage Make(ItemRequest request)
    {
        var (reader, item, values) = (request.Reader, request.Item, request.Values);
        var record = RecordModel.Of(request, Told).WithFacts("municipalities", "localities", "region", "states", "scope", "startDate", "status", "contact", "credit", "licence");
        var practice = item.Item.ParentKey is { } parent ? reader.Find(parent) : null;
        var siblings = practice is null ? reader.View.None : reader.View.Children(practice.Item.Key).Without(reader.View.Only(item.Item.Key));
        var head = request.Head;
        if (practice is not null) head.Thing!["isBasedOn"] = reader.Origin + practice.Path;
        return new SitePage(head, new RecordView
        {
            Model = record with
            {
                Kind = record.Kind with { Name = values.Picked("kind") is { } kind ? reader.Texts["Replication.Kind", record.Kind.Name, kind.Name] : record.Kind.Name },
                Notices = [new ReplicaOfView { Model = practice }],
                Body =
                [
                    new AdaptationsSection { Model = new AdaptationsModel([.. values.Blocks("adaptations").Select(AdaptationModel.Of)], Fields.Of(values, "agreedBy", "minutes")) },
                    new ResultsSection { Model = Fields.Of(values, Results) },
                    new RolesSection { Model = values.Blocks("actorRoles") },
                    new EvidenceSection { Model = Fields.Of(values, "evidence") },
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                    new CardsSection { Model = ItemsModel.Of("otras", "Replication.Others", siblings, MostSiblings, reader) },
                ],
            },
        });
    }
}

/// <summary>What was done with the practice, and who agreed on it.</summary>
internal sealed record AdaptationsModel(IReadOnlyList<AdaptationModel> Adaptations, IReadOnlyList<Field> Agreement);

/// <summary>A part of the practice that was kept, changed, left out or added.</summary>
internal sealed record AdaptationModel(string? Kind, string What, IReadOnlyList<Field> More)
{
    public static AdaptationModel Of(BlockValues block) => new(block.Picked("kind")?.Name, block.Text("what") ?? "", Fields.Of(block, "why", "agreedBy", "agreedOn", "minutes"));
}

using Repository.Core.Publishing.Facets;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>How far a state had come with its open-government exercise in a year: the stages as a ladder, and the other states of that year.</summary>
internal sealed class StateExercisePage : IItemPage
{
    private static readonly string[] Told = ["status"];

    public string ContentType => "stateExercise";

    public SitePage Make(ItemRequest request)
    {
        var values = request.Values;
        var record = RecordModel.Of(request, Told).WithFacts("states", "year", "group", "secretariatInstalled", "planLaunched", "documents");
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Body =
                [
                    new LadderSection { Model = LadderModel.Of(values.Picked("status"), request.Reader) },
                    new DoubtsView { Model = record.Trust, Heading = "Doubts.Notes" },
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                    new PeersSection { Model = PeersModel.Of(request) },
                ],
                AreDoubtsTold = true,
            },
        });
    }
}

/// <summary>The stages an exercise goes through, in their order, and the one it has reached.</summary>
internal sealed record LadderModel(IReadOnlyList<SeenItem> Stages, int Reached)
{
    public static LadderModel Of(SeenItem? stage, SiteReader reader)
    {
        if (stage?.Item.ParentKey is not { } vocabulary) return new LadderModel([], -1);
        var stages = reader.Seen(reader.View.Children(vocabulary));
        return new LadderModel(stages, stages.ToList().FindIndex(step => step.Item.Key == stage.Item.Key));
    }
}

/// <summary>The exercises of the same year, each with its stage.</summary>
internal sealed record PeersModel(string? Year, IReadOnlyList<(string Stage, IReadOnlyList<SeenItem> Exercises)> Stages, SeenItem Own)
{
    private const int Most = 100;
    private static readonly Facet Status = Facet.Find("status")!;

    public static PeersModel Of(ItemRequest request)
    {
        var (reader, view) = (request.Reader, request.Reader.View);
        if (request.Values.Ordinal("year") is not { } year) return new PeersModel(null, [], request.Item);
        var peers = reader.Seen(view.OfType("stateExercise").And(view.With(Facet.Year, year)), Most);
        var stages = from peer in peers
                     let stage = Status.LabelsOf(peer.Item, reader.Snapshot, reader.Culture).FirstOrDefault()
                     group peer by stage into reached
                     orderby reached.Key is null, PlaceOf(reached.First(), reader) descending
                     select (reached.Key ?? reader.Texts["Exercise.NoStage"].Value, (IReadOnlyList<SeenItem>)[.. reached.OrderBy(peer => peer.Name, StringComparer.CurrentCulture)]);
        return new PeersModel(year, peers.Count > 1 ? [.. stages] : [], request.Item);
    }

    /// <summary>The place of its stage among the others: terms stand in their order.</summary>
    private static int PlaceOf(SeenItem exercise, SiteReader reader) => reader.Values(exercise).Picked("status")?.Item.Key is { } stage ? reader.View.OrdinalOf(stage) : -1;
}

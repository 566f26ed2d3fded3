using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>An institution or organisation: what it is, what it has promised, in which practices it takes part.</summary>
internal sealed class ActorPage : IItemPage
{
    private const int MostShown = 12;
    private static readonly Facet Actors = Facet.Find("actor")!;
    private static readonly Facet Courts = Facet.Find("court")!;

    public string ContentType => "actor";

    public SitePage Make(ItemRequest request)
    {
        var (reader, item) = (request.Reader, request.Item);
        var record = RecordModel.Of(request);
        var key = item.Item.Key.ToString();
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Kind = record.Kind with { Name = request.Values.Picked("kind")?.Name ?? record.Kind.Name },
                Body =
                [
                    new PromisesSection { Model = [.. PromisesByActor.Of(reader).Of(item.Item.Key).Select(key => reader.Find(key)).OfType<SeenItem>().Select(promise => PromiseModel.Of(promise, reader))] },
                    Cards(reader, "practicas", "Actor.Practices", reader.View.With(Actors, key)),
                    Cards(reader, "sentencias", "Actor.Rulings", reader.View.With(Courts, key)),
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                ],
            },
        });
    }

    private static CardsSection Cards(SiteReader reader, string id, string heading, ItemSet items) =>
        new() { Model = new ItemsModel(id, heading, [.. reader.Seen(items, MostShown).Select(item => ListedItem.Of(item, reader))]) };
}

/// <summary>Which commitments an actor leads or takes part in. Made once for each state of the content.</summary>
internal sealed class PromisesByActor
{
    private static readonly string[] Parts = ["leads", "authorities", "civilSociety"];
    private readonly ILookup<Guid, Guid> _promises;

    private PromisesByActor(SiteReader reader)
    {
        var parts = from commitment in reader.Seen(reader.View.OfType("commitment"))
                    let values = reader.Values(commitment)
                    from actor in Parts.SelectMany(values.Picks).DistinctBy(actor => actor.Item.Key)
                    select (Actor: actor.Item.Key, Commitment: commitment.Item.Key);
        _promises = parts.ToLookup(part => part.Actor, part => part.Commitment);
    }

    public static PromisesByActor Of(SiteReader reader) => reader.View.Kept.Get("", reader, static reader => new PromisesByActor(reader));

    public IEnumerable<Guid> Of(Guid actor) => _promises[actor];
}

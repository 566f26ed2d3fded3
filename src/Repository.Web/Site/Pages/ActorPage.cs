using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>An institution or organisation: what it is, what it has promised, in which practices it takes part.</summary>
internal sealed class ActorPage : IItemPage
{
    private const int MostShown = 12;
    private static readonly string[] Parts = ["leads", "authorities", "civilSociety"];
    private static readonly Facet Actors = Facet.Find("actor")!;
    private static readonly Facet Courts = Facet.Find("court")!;

    public string ContentType => "actor";

    public SitePage Make(ItemRequest request)
    {
        var (reader, item) = (request.Reader, request.Item);
        var record = RecordModel.Of(request);
        var key = item.Item.Key.ToString();
        var promises = Referrers.Of(reader, "commitment").Of(item.Item.Key, reader.View, Parts);
        return new SitePage(request.Head, new RecordView
        {
            Model = record with
            {
                Kind = record.Kind with { Name = request.Values.Picked("kind")?.Name ?? record.Kind.Name },
                Body =
                [
                    new PromisesSection { Model = PromisesModel.Of(promises, reader) },
                    Cards(reader, "practicas", "Actor.Practices", reader.View.With(Actors, key), $"actor={key}"),
                    Cards(reader, "sentencias", "Actor.Rulings", reader.View.With(Courts, key), $"court={key}"),
                    Cards(reader, "reconocimientos", "Actor.Recognitions", Referrers.Of(reader, "recognition").Of(item.Item.Key, reader.View, "holder")),
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                ],
            },
        });
    }

    private static CardsSection Cards(SiteReader reader, string id, string heading, ItemSet items, string? asked = null) =>
        new() { Model = ItemsModel.Of(id, heading, items, MostShown, reader) with { Address = asked is null || items.Count <= MostShown ? null : $"{OwnAddress.Of(reader, OwnAddress.Search)}?{asked}" } };
}

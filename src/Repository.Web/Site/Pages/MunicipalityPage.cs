using Repository.Core.Geography;
using Repository.Core.Indexing;
using Repository.Core.Publishing;
using Repository.Core.Publishing.Facets;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Pages;

/// <summary>A municipality: its profile, the practices in it and those nearby.</summary>
internal sealed class MunicipalityPage : IItemPage
{
    private const int MostHere = 12;
    private const int MostNear = 8;
    private const int MostAround = 8;

    /// <summary>What is further away is near for nobody; the text for an empty list names this number.</summary>
    private const double NearKm = 100;

    private static readonly string[] Counted = ["population", "indigenousSpeakers", "afroMexicanPopulation", "censusYear"];

    public string ContentType => "municipality";

    public SitePage Make(ItemRequest request)
    {
        var (reader, item, values) = (request.Reader, request.Item, request.Values);
        var record = RecordModel.Of(request, [.. Counted, "location"]);
        var key = values.Text("officialKey") ?? item.Item.Key.ToString();
        var practices = reader.View.OfType("practice");
        var here = practices.And(reader.View.With(Facet.Municipality, key));
        var point = ItemPlaces.Of(item.Item, reader.Snapshot, reader.Culture) is [var first, ..] ? first : (GeoPoint?)null;
        var nearest = Sections.Of(reader, "practice") is { } section && point is not null ? $"{section.Path}?{ChosenMunicipality.Parameter}={Uri.EscapeDataString(key)}&sort=distance" : null;
        return new SitePage(request.Head with { Description = record.Summary ?? Where(values, reader) }, new RecordView
        {
            Model = record with
            {
                Summary = record.Summary ?? Where(values, reader),
                Body =
                [
                    new MineView { Model = reader.Chosen?.Municipality?.Key == key ? null : nearest },
                    new CardsSection { Model = new ItemsModel("aqui", "Municipality.Here", Listed(reader, here, MostHere)) { Empty = "Municipality.NoneHere", Address = reader.Carry($"{OwnAddress.Of(reader, OwnAddress.Search)}?municipality={Uri.EscapeDataString(key)}"), AddressText = "Municipality.Everything" } },
                    new HitsSection { Model = new ItemsModel("cerca", "Municipality.Near", Near(reader, practices.Without(here), point)) { Empty = point is null ? null : "Municipality.NoneNear", Address = nearest, AddressText = "Municipality.ByDistance" } },
                    new NearbySection { Model = [.. Around(reader, point)] },
                    new MunicipalityProfile { Model = ProfileModel.Of(values) },
                    .. record.Rest.Select(field => new FieldSection { Model = field }),
                ],
            },
        });
    }

    private static List<ListedItem> Listed(SiteReader reader, ItemSet items, int most) => [.. reader.Seen(items, most).Select(item => ListedItem.Of(item, reader))];

    private static IReadOnlyList<ListedItem> Near(SiteReader reader, ItemSet practices, GeoPoint? point)
    {
        if (point is not { } centre) return [];
        var places = ItemPlaces.Of(reader.View);
        var nearest = from ordinal in practices.Page(0, practices.Count)
                      let distance = places.DistanceKm(ordinal, centre)
                      where distance <= NearKm
                      orderby distance
                      select (ordinal, distance);
        return [.. nearest.Take(MostNear).Select(near => ListedItem.Of(reader.See(reader.View[near.ordinal]), reader) with { DistanceKm = near.distance })];
    }

    private static IEnumerable<(LinkedItem Municipality, double Kilometres)> Around(SiteReader reader, GeoPoint? point) => point is not { } centre
        ? []
        : Municipalities.Of(reader).Around(centre).Take(MostAround).Select(near => (new LinkedItem(near.Municipality.Item, reader.Carry(near.Municipality.Item.Path)), near.Kilometres));

    private static string? Where(Values values, SiteReader reader) => (values.Picked("region")?.Name, values.Text("district")) switch
    {
        ({ } region, { } district) => reader.Texts["Municipality.Where", region, district].Value,
        ({ } region, null) => reader.Texts["Municipality.WhereRegion", region].Value,
        _ => null,
    };
}

/// <summary>A municipality in figures, as the census counted it.</summary>
internal sealed record ProfileModel(string? Population, string? Speakers, int? SpeakersOfHundred, string? AfroMexican, string? Year)
{
    public bool IsEmpty => Population is null;

    public static ProfileModel Of(Values values)
    {
        var (all, speakers) = (values.Number("population"), values.Number("indigenousSpeakers"));
        return new ProfileModel(
            values.Text("population"),
            values.Text("indigenousSpeakers"),
            all > 0 && speakers is { } some ? (int)Math.Round(some * 100 / all.Value) : null,
            values.Text("afroMexicanPopulation"),
            values.Ordinal("censusYear"));
    }
}

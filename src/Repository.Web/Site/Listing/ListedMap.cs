using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Repository.Core.Geography;
using Repository.Core.Indexing;
using Repository.Core.Publishing;
using Repository.Web.Site.Pages;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Listing;

/// <summary>
/// A list as a map: discs that tell how much there is in a part of the state, and the same as words, by region and municipality. What is nowhere on
/// the map is listed as well. However much is found, only so much is written.
/// </summary>
internal sealed class ListedMap
{
    /// <summary>Of a disc: on a screen of 320 pixels it is still as large as a finger needs.</summary>
    private const int Radius = 42;

    /// <summary>A disc at the edge does not leave the drawing.</summary>
    private const int Margin = 2 * Radius;

    /// <summary>Places that lie outside of all the seats of municipalities, on a beach say, are still within so many degrees of them.</summary>
    private const double Outskirts = 0.2;

    private const int MostNamed = 60;
    private const int MostMunicipalities = 150;
    private const int MostElsewhere = 20;

    private ListedMap(ListingAddress list, ItemSet items, GeoBox? box, SiteReader reader)
    {
        ListAddress = list.ToString();
        var view = reader.View;
        var places = ItemPlaces.Of(view);
        var municipalities = Municipalities.Of(reader).All;
        // Among other things municipalities are the ground that these lie on.
        var ground = view.OfType("municipality");
        var shown = items.Without(ground) is { Count: > 0 } others ? others : items;
        IsGroundLeftOut = shown.Count < items.Count;
        Words = shown.And(view.OfType(Comparison.ContentType)).Count == shown.Count ? "Map.Practices" : "Map.Results";

        var placed = shown.And(places.Somewhere);
        var counts = placed.SharedWith([.. municipalities.Select(municipality => municipality.Items)]);
        var having = municipalities.Zip(counts, (municipality, count) => new Settled(municipality, count)).Where(settled => settled.Count > 0).ToList();
        var whole = RegionMap.Of(reader, Margin);
        if (whole is not null)
        {
            var seen = box is { } part && part.West <= part.East ? part : whole.Box.Widened(Outskirts);
            Ground = IsPartOf(seen, whole.Box) ? RegionMap.Of(reader, seen, Margin) : whole;
            // A disc leads to what it counts: to nothing of the ground.
            Discs = [.. DiscsOf(IsGroundLeftOut ? list.And("type", "!municipality") : list, placed, seen, Ground, having, Words, reader)];
        }

        MunicipalityCount = having.Count;
        Regions = [.. RegionsOf(list, placed, having, reader)];
        Elsewhere = Rest(placed.Without(ItemSet.Union(view.Count, having.Select(settled => settled.Municipality.Items))), reader);
        Nowhere = Rest(shown.Without(placed), reader);
    }

    /// <summary>The same as an ordinary list.</summary>
    public string ListAddress { get; }

    public RegionMap? Ground { get; }

    public ImmutableArray<MapDisc> Discs { get; } = [];

    /// <summary>The municipalities that something was found in, by region.</summary>
    public ImmutableArray<ListedRegion> Regions { get; }

    public int MunicipalityCount { get; }

    public int MunicipalitiesLeftOut => MunicipalityCount - Regions.Sum(region => region.Municipalities.Length);

    /// <summary>What has a place, but no municipality.</summary>
    public ListedRest Elsewhere { get; }

    /// <summary>What has no place on the map.</summary>
    public ListedRest Nowhere { get; }

    /// <summary>The key of the text that tells how much is where.</summary>
    public string Words { get; }

    public bool IsGroundLeftOut { get; }

    public static ListedMap Of(ItemListing listing, ItemSet items, GeoBox? box, SiteReader reader) =>
        new(listing.Address.Less(ListingQuery.MapParameter), items, box, reader);

    private static bool IsPartOf(GeoBox part, GeoBox whole) => part.East - part.West < whole.East - whole.West && part.North - part.South < whole.North - whole.South;

    private static IEnumerable<MapDisc> DiscsOf(ListingAddress list, ItemSet items, GeoBox seen, RegionMap ground, List<Settled> having, string words, SiteReader reader)
    {
        var grid = new MapGrid(ground.Frame, Radius);
        var places = ItemPlaces.Of(reader.View);
        var things = items.Page(0, items.Count).Select(ordinal => (ordinal, places[ordinal].RemoveAll(place => !seen.Holds(place))));
        var named = having.Where(settled => settled.Municipality.Point is not null).ToLookup(settled => grid.SquareOf(settled.Municipality.Point!.Value));
        foreach (var cluster in MapClusters.Of(ground.Frame, grid, things))
        {
            var label = Named(cluster.Count, [.. named[cluster.Square].OrderByDescending(settled => settled.Count).Select(settled => settled.Municipality.Name)], words, reader.Texts);
            if (cluster.Count == 1)
            {
                var only = reader.See(reader.View[cluster.First]);
                yield return new MapDisc(cluster.X, cluster.Y, 1, reader.Texts["Map.Only", label, only.Name], reader.Carry(only.Path));
            }
            else if (grid.BoxOf(cluster.Square).And(seen) is { } box)
            {
                yield return new MapDisc(cluster.X, cluster.Y, cluster.Count, label, list.Set("bbox", string.Create(CultureInfo.InvariantCulture, $"{box.West},{box.South},{box.East},{box.North}")));
            }
        }
    }

    /// <summary>How much a disc stands for and where that is: the municipalities with the most come first.</summary>
    private static string Named(int count, string[] municipalities, string words, IStringLocalizer texts)
    {
        string where = municipalities switch
        {
            [] => texts["Map.Somewhere"],
            [var only] => only,
            [var first, var second] => texts["Map.TwoPlaces", first, second],
            [var first, var second, .. var more] => CountedText.Of(texts, "Map.Places", more.Length, first, second),
        };
        return CountedText.Of(texts, words, count, where);
    }

    /// <summary>Where only few things were found each is named; otherwise municipalities are counted, those with the most where there are too many.</summary>
    private static IEnumerable<ListedRegion> RegionsOf(ListingAddress list, ItemSet items, List<Settled> having, SiteReader reader)
    {
        var isNamed = items.Count <= MostNamed;
        return from settled in having.OrderByDescending(settled => settled.Count).Take(MostMunicipalities)
               let municipality = settled.Municipality
               orderby municipality.Name
               select (municipality.Region, Listed: new ListedMunicipality(municipality, settled.Count, list.Set("municipality", municipality.Key))
               {
                   Items = isNamed ? Linked(items.And(municipality.Items), MostNamed, reader) : [],
                   Kilometres = reader.Chosen?.DistanceKm(reader.View, municipality.Item.Item),
               }) into one
               group one.Listed by one.Region into region
               orderby region.Key is null, region.Key
               select new ListedRegion(region.Key, [.. region]);
    }

    private static ListedRest Rest(ItemSet items, SiteReader reader) => new(items.Count, Linked(items, MostElsewhere, reader));

    private static List<LinkedItem> Linked(ItemSet items, int most, SiteReader reader) => [.. reader.Seen(items, most).Select(item => new LinkedItem(item, reader.Carry(item.Path)))];

    private readonly record struct Settled(Municipality Municipality, int Count);
}

/// <summary>A disc on the map, which leads to what it stands for.</summary>
internal sealed record MapDisc(int X, int Y, int Count, string Label, string Address)
{
    /// <summary>The middle of its number.</summary>
    public int CountY => Y + 10;

    public string Digits => Count.ToString(CultureInfo.InvariantCulture);
}

internal sealed record ListedRegion(string? Name, ImmutableArray<ListedMunicipality> Municipalities);

/// <summary>A municipality with how much was found in it and, where it is little, what.</summary>
internal sealed record ListedMunicipality(Municipality Municipality, int Count, string Address)
{
    public required IReadOnlyList<LinkedItem> Items { get; init; }

    /// <summary>How far it is from the municipality the visitor chose.</summary>
    public required double? Kilometres { get; init; }
}

internal sealed record ListedRest(int Count, IReadOnlyList<LinkedItem> First)
{
    public int More => Count - First.Count;
}

/// <summary>An item and the address that leads to it, with what the visitor chose for all pages.</summary>
internal sealed record LinkedItem(SeenItem Item, string Address);

using Repository.Core.Content;
using Repository.Core.Geography;
using Repository.Core.Indexing;
using Repository.Core.Publishing;

namespace Repository.Core.Tests.Indexing;

public sealed class ItemPlacesTests
{
    private static readonly GeoPoint Abejones = new(17.435752, -96.608174);
    private static readonly GeoPoint Capital = new(17.0604, -96.7253);

    [Fact]
    public void an_item_without_a_place_of_its_own_is_in_its_municipalities()
    {
        var snapshot = Archive(("municipalities", AnArchive.Udi(30, 31)));

        var view = snapshot.View(ItemKind.Document, AnArchive.Spanish);
        var places = ItemPlaces.Of(view);

        Assert.Equal([Abejones, Capital], ItemPlaces.Of(snapshot.Find(AnArchive.Key(10))!, snapshot, AnArchive.Spanish));
        Assert.Equal([10, 30], Found(view, places.Within(Abejones, 5)));
        Assert.Equal([10, 31], Found(view, places.Within(new GeoBox(-97, 17, -96.7, 17.1))));
        Assert.Equal(0, places.DistanceKm(Ordinal(view, 10), Capital));
        Assert.Null(places.DistanceKm(Ordinal(view, 1), Capital));
        Assert.Equal([Abejones, Capital], places[Ordinal(view, 10)]);
        Assert.Equal([10, 30, 31], Found(view, places.Somewhere));
    }

    [Fact]
    public void its_own_place_comes_first()
    {
        var snapshot = Archive(("municipalities", AnArchive.Udi(30)), ("location", """{"lat":17.5,"lon":-96.5,"precision":"locality"}"""));

        Assert.Equal([new GeoPoint(17.5, -96.5)], ItemPlaces.Of(snapshot.Find(AnArchive.Key(10))!, snapshot, AnArchive.Spanish));
    }

    [Fact]
    public void an_item_whose_place_is_hidden_is_nowhere_not_even_in_its_municipality()
    {
        var snapshot = Archive(("municipalities", AnArchive.Udi(30)), ("location", """{"lat":17.5,"lon":-96.5,"precision":"hidden"}"""));

        Assert.Empty(ItemPlaces.Of(snapshot.Find(AnArchive.Key(10))!, snapshot, AnArchive.Spanish));
    }

    private static PublishedSnapshot Archive(params (string Alias, string Value)[] values) => AnArchive.Holding(
        AnArchive.Municipality(30, "Abejones", "20001", ("location", """{"lat":17.435752,"lon":-96.608174,"precision":"municipality"}""")),
        AnArchive.Municipality(31, "Oaxaca de Juárez", "20067", ("location", """{"lat":17.0604,"lon":-96.7253,"precision":"municipality"}""")),
        AnArchive.Practice(10, "Tequio", values));

    private static IEnumerable<int> Found(TreeView view, ItemSet set) => view.Page(set, [], 0, view.Count).Select(item => Enumerable.Range(0, 99).Single(number => AnArchive.Key(number) == item.Key)).Order();

    private static int Ordinal(TreeView view, int number) => Enumerable.Range(0, view.Count).Single(ordinal => view[ordinal].Key == AnArchive.Key(number));
}

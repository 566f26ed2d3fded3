using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Content;
using Repository.Core.Publishing;

namespace Repository.Core.Tests.Publishing;

public sealed class SnapshotTests
{
    [Fact]
    public void a_route_is_made_of_the_segments_above_it_in_the_same_culture()
    {
        var snapshot = AnItem.Snapshot(
            AnItem.Page(1, null, 0, ("es-MX", "Inicio"), ("en", "Home")),
            AnItem.Page(2, 1, 0, ("es-MX", "Practicas"), ("en", "Practices")),
            AnItem.Page(3, 2, 0, ("es-MX", "Tequio"), ("en", "Communal work")));

        var match = Routing.Match(snapshot, "en/practices/communal-work/", null, null);

        var found = Assert.IsType<RouteMatch.Found>(match);
        Assert.Equal(AnItem.Key(3), found.Item.Key);
        Assert.Equal("en", found.Culture);
        Assert.Equal("/en/practices/communal-work/", Routing.PathOf(snapshot, found.Item.In("en")!));
        Assert.Equal("/practicas/tequio/", Routing.PathOf(snapshot, found.Item.In("es-MX")!));
    }

    [Fact]
    public void an_item_that_does_not_vary_has_one_address_and_is_seen_in_every_culture()
    {
        var snapshot = AnItem.Snapshot(
            AnItem.Page(1, null, 0, ("es-MX", "Inicio")),
            AnItem.Page(2, 1, 0, ("es-MX", "Municipios")),
            AnItem.Place(3, 2, 0, "Abejones"));

        var inEnglish = snapshot.View(ItemKind.Document, "en");

        Assert.Equal([AnItem.Key(3)], inEnglish.Page(inEnglish.All, [], 0, 10).Select(item => item.Key));
        Assert.Equal("/municipios/abejones/", inEnglish[0].In("en")!.Path);
    }

    [Fact]
    public void what_stands_below_an_unpublished_item_is_not_seen()
    {
        var snapshot = AnItem.Snapshot(
            AnItem.Page(1, null, 0, ("es-MX", "Inicio")),
            AnItem.Page(3, 2, 0, ("es-MX", "Tequio")));

        Assert.Null(snapshot.Find(AnItem.Key(3)));
        Assert.Equal(1, snapshot.Count);
    }

    [Fact]
    public void a_restricted_item_hides_everything_below_it()
    {
        var open = AnItem.Snapshot(
            AnItem.Page(1, null, 0, ("es-MX", "Inicio")),
            AnItem.Page(2, 1, 0, ("es-MX", "Practicas")),
            AnItem.Page(3, 2, 0, ("es-MX", "Tequio")));

        var closed = AnItem.Next(open, 2, AnItem.Page(2, 1, 0, ("es-MX", "Practicas")).Restricted());

        Assert.NotNull(open.Find(AnItem.Key(3)));
        Assert.Null(closed.Find(AnItem.Key(2)));
        Assert.Null(closed.Find(AnItem.Key(3)));
        Assert.IsType<RouteMatch.Missing>(Routing.Match(closed, "/practicas/tequio/", null, null));
    }

    [Fact]
    public void a_renamed_section_redirects_everything_below_its_old_address()
    {
        var before = AnItem.Snapshot(
            AnItem.Page(1, null, 0, ("es-MX", "Inicio")),
            AnItem.Page(2, 1, 0, ("es-MX", "Practicas")),
            AnItem.Page(3, 2, 0, ("es-MX", "Tequio")));
        var builder = new SnapshotBuilder(before);

        builder.Put(AnItem.Page(2, 1, 0, ("es-MX", "Experiencias")));
        builder.Remember(new FormerSegment(AnItem.Key(1), "es-MX", "practicas", AnItem.Key(2), DateTimeOffset.UnixEpoch));
        var after = builder.Build(2);

        var moved = Assert.IsType<RouteMatch.Moved>(Routing.Match(after, "/practicas/tequio/", null, null));
        Assert.Equal("/experiencias/tequio/", moved.Item.In("es-MX")!.Path);
        Assert.IsType<RouteMatch.Found>(Routing.Match(after, "/experiencias/tequio/", null, null));
        Assert.IsType<RouteMatch.Missing>(Routing.Match(after, "/practicas/otra/", null, null));
    }

    [Fact]
    public void where_something_public_once_stood_is_gone_and_so_is_what_is_below_it_but_not_what_is_restricted()
    {
        var before = AnItem.Snapshot(
            AnItem.Page(1, null, 0, ("es-MX", "Inicio")),
            AnItem.Page(2, 1, 0, ("es-MX", "Practicas")),
            AnItem.Page(3, 2, 0, ("es-MX", "Tequio")),
            AnItem.Place(4, 3, 0, "Abejones"),
            AnItem.Page(5, 2, 1, ("es-MX", "Reservada")).Restricted());
        var builder = new SnapshotBuilder(before);

        builder.Remove(AnItem.Key(2));
        builder.Remember(new FormerSegment(AnItem.Key(1), "es-MX", "practicas", AnItem.Key(2), DateTimeOffset.UnixEpoch));
        builder.Remember(new FormerSegment(AnItem.Key(2), "es-MX", "faena", AnItem.Key(6), DateTimeOffset.UnixEpoch));
        builder.Remember(new FormerSegment(AnItem.Key(2), "es-MX", "cerrada", AnItem.Key(7), DateTimeOffset.UnixEpoch) { IsWithheld = true });
        var after = builder.Build(2);

        foreach (var path in (string[])["/practicas/", "/practicas/tequio/", "/practicas/tequio/abejones/", "/practicas/faena/"])
        {
            Assert.Equal(AnItem.Key(1), Assert.IsType<RouteMatch.Gone>(Routing.Match(after, path, null, null)).Nearest.Key);
        }

        foreach (var path in (string[])["/", "/practicas/reservada/", "/practicas/cerrada/", "/practicas/otra/", "/practicas/tequio/otra/", "/en/practicas/tequio/"])
        {
            Assert.IsNotType<RouteMatch.Gone>(Routing.Match(after, path, null, null));
        }
    }

    [Fact]
    public void of_two_roots_the_first_answers_a_path_and_the_start_item_chooses_the_other()
    {
        var snapshot = AnItem.Snapshot(
            AnItem.Page(1, null, 0, ("es-MX", "Inicio")),
            AnItem.Page(2, null, 1, ("es-MX", "Otra")),
            AnItem.Page(3, 1, 0, ("es-MX", "Acerca")),
            AnItem.Page(4, 2, 0, ("es-MX", "Acerca")));

        Assert.Equal(AnItem.Key(3), Assert.IsType<RouteMatch.Found>(Routing.Match(snapshot, "acerca", null, null)).Item.Key);
        Assert.Equal(AnItem.Key(4), Assert.IsType<RouteMatch.Found>(Routing.Match(snapshot, "acerca", null, AnItem.Key(2))).Item.Key);
        Assert.Equal(AnItem.Key(2), Assert.IsType<RouteMatch.Found>(Routing.Match(snapshot, "otra", null, null)).Item.Key);
    }

    [Fact]
    public void a_prefix_leads_only_to_what_is_written_in_its_language()
    {
        var snapshot = AnItem.Snapshot(
            AnItem.Place(1, null, 0, "Acervo"),
            AnItem.Page(2, null, 1, ("es-MX", "Inicio"), ("en", "Home")),
            AnItem.Page(3, 2, 0, ("es-MX", "Municipios")),
            AnItem.Place(4, 3, 0, "Abejones"));

        Assert.Equal(AnItem.Key(2), Assert.IsType<RouteMatch.Found>(Routing.Match(snapshot, "/en/", null, null)).Item.Key);
        Assert.IsType<RouteMatch.Missing>(Routing.Match(snapshot, "/en/", "en", AnItem.Key(1)));
        Assert.IsType<RouteMatch.Missing>(Routing.Match(snapshot, "/en/municipios/abejones/", null, null));
        Assert.IsType<RouteMatch.Missing>(Routing.Match(snapshot, "/en/acervo/", null, null));
        Assert.Equal(AnItem.Key(4), Assert.IsType<RouteMatch.Found>(Routing.Match(snapshot, "/municipios/abejones/", "en", null)).Item.Key);
    }

    [Fact]
    public void what_varies_below_what_does_not_has_an_address_with_the_prefix()
    {
        var snapshot = AnItem.Snapshot(
            AnItem.Page(1, null, 0, ("es-MX", "Inicio"), ("en", "Home")),
            AnItem.Place(2, 1, 0, "Abejones"),
            AnItem.Page(3, 2, 0, ("es-MX", "Agua"), ("en", "Water")));

        var water = snapshot.Find(AnItem.Key(3))!;

        Assert.Equal("/en/abejones/water/", Routing.PathOf(snapshot, water.In("en")!));
        Assert.Equal(water, Assert.IsType<RouteMatch.Found>(Routing.Match(snapshot, "/en/abejones/water/", null, null)).Item);
    }

    [Fact]
    public void a_line_that_changes_nothing_public_leaves_the_content_and_all_that_was_derived_from_it()
    {
        var before = AnItem.Snapshot(AnItem.Page(1, null, 0, ("es-MX", "Inicio")));
        var view = before.View(ItemKind.Document, "es-MX");

        var after = before.AsOf(before.Cursor + 1);

        Assert.Equal((before.Cursor + 1, before.Version), (after.Cursor, after.Version));
        Assert.Same(view, after.View(ItemKind.Document, "es-MX"));
    }

    [Fact]
    public void following_the_log_gives_the_same_as_reading_everything_anew() => Prop.ForAll(Histories(), history =>
    {
        var latest = new Dictionary<Guid, ItemRecord>();
        var followed = SnapshotBuilder.Empty(AnItem.Schema, AnItem.NoEditors);
        foreach (var step in history)
        {
            var builder = new SnapshotBuilder(followed);
            var key = AnItem.Key(step.Item);
            if (step.Gone)
            {
                latest.Remove(key);
                builder.Remove(key);
            }
            else
            {
                latest[key] = step.Record();
                builder.Put(latest[key]);
            }

            followed = builder.Build(followed.Cursor + 1);
        }

        var anew = AnItem.Snapshot([.. latest.Values]);

        return (AnItem.Described(followed) == AnItem.Described(anew)).Label($"{AnItem.Described(followed)}\n---\n{AnItem.Described(anew)}");
    }).QuickCheckThrowOnFailure();

    /// <summary>Items 1 to 9, each at most below one with a smaller number, so that no history makes a cycle; siblings never share a name.</summary>
    private static Arbitrary<Step[]> Histories() => Gen.ArrayOf(
        from item in Gen.Choose(1, 9)
        from parent in Gen.Choose(0, item - 1)
        from order in Gen.Choose(0, 3)
        from shape in Gen.Choose(0, 9)
        from version in Gen.Choose(0, 2)
        select new Step(item, parent, order, shape, version)).ToArbitrary();

    private sealed record Step(int Item, int Parent, int Order, int Shape, int Version)
    {
        public bool Gone => Shape == 0;

        public ItemRecord Record()
        {
            var name = $"N{Item} v{Version}";
            int? parent = Parent == 0 ? null : Parent;
            var record = Shape switch
            {
                < 4 => AnItem.Place(Item, parent, Order, name),
                < 6 => AnItem.Page(Item, parent, Order, ("es-MX", name)),
                < 7 => AnItem.Page(Item, parent, Order, ("en", name)),
                _ => AnItem.Page(Item, parent, Order, ("en", $"{name} e"), ("es-MX", name)),
            };
            return Shape == 5 ? record.Restricted() : record;
        }
    }
}

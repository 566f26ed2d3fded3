using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Content;
using Repository.Core.Indexing;
using Repository.Core.Publishing;

namespace Repository.Core.Tests.Indexing;

public sealed class ReindexingTests
{
    [Fact]
    public void a_renamed_region_takes_its_municipalities_and_their_practices_along()
    {
        var before = AnArchive.Holding(
            AnArchive.Term(20, AnArchive.Regions, "Sierra Norte", "northernSierra"),
            AnArchive.Municipality(30, "Abejones", "20001", ("region", AnArchive.Udi(20))),
            AnArchive.Practice(10, "Tequio", ("municipalities", AnArchive.Udi(30))),
            AnArchive.Practice(11, "Radio"));

        var after = AnArchive.Next(before, [AnArchive.Term(20, AnArchive.Regions, "Sierra de Juárez", "northernSierra")], []);

        Assert.Equal([10, 20, 30], Anew(before, after, 20));
    }

    [Fact]
    public void a_region_that_is_published_later_takes_them_along_as_well()
    {
        var before = AnArchive.Holding(
            AnArchive.Municipality(30, "Abejones", "20001", ("region", AnArchive.Udi(20))),
            AnArchive.Practice(10, "Tequio", ("municipalities", AnArchive.Udi(30))));

        var after = AnArchive.Next(before, [AnArchive.Term(20, AnArchive.Regions, "Sierra Norte", "northernSierra")], []);

        Assert.Equal([10, 20, 30], Anew(before, after, 20));
    }

    [Fact]
    public void a_practice_that_changes_takes_nobody_along()
    {
        var before = AnArchive.Holding(AnArchive.Practice(10, "Tequio"), AnArchive.Practice(11, "Radio", ("related", AnArchive.Udi(10))));

        var after = AnArchive.Next(before, [AnArchive.Practice(10, "Tequio del agua")], []);

        Assert.Equal([10], Anew(before, after, 10));
    }

    [Fact]
    public void a_file_that_changes_takes_the_pages_along_that_show_it()
    {
        var before = AnArchive.Holding(AnArchive.Image(50, "Un canal"), AnArchive.Practice(10, "Tequio", ("gallery", AnArchive.Files(50))));

        var after = AnArchive.Next(before, [AnArchive.Image(50, "Un camino")], []);

        Assert.Equal([10], Anew(before, after, 50));
    }

    [Fact]
    public void what_is_hidden_takes_everything_below_along()
    {
        var municipalities = AnArchive.Frame[^1];
        var before = AnArchive.Holding(AnArchive.Municipality(30, "Abejones", "20001"), AnArchive.Practice(10, "Tequio", ("municipalities", AnArchive.Udi(30))));

        var after = AnArchive.Next(before, [municipalities with { Item = municipalities.Item with { Restricted = true } }], []);

        Assert.Equal([6, 10, 30], Anew(before, after, 6));
    }

    [Fact]
    public void what_only_has_another_address_reads_the_same()
    {
        var section = AnArchive.Frame[^1];
        var before = AnArchive.Holding(AnArchive.Municipality(30, "Abejones", "20001"));

        var after = AnArchive.Next(before, [section with { Publications = [section.Publications[0] with { Segment = "pueblos" }] }], []);

        Assert.Equal("/pueblos/n30/", after.Find(AnArchive.Key(30))!.In(AnArchive.Spanish)!.Path);
        Assert.Equal([6], Anew(before, after, 6));
    }

    [Fact]
    public void an_index_that_follows_holds_what_one_made_anew_holds() => Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 9999)).ToArbitrary(), seeds =>
    {
        var snapshot = AnArchive.Holding();
        var followed = Everything(snapshot);
        foreach (var seed in seeds)
        {
            var (record, gone) = Step(seed);
            var next = AnArchive.Next(snapshot, gone ? [] : [record], gone ? [record.Item.Key] : []);
            foreach (var key in Reindexing.Of(snapshot, next, [record.Item.Key], shown => Showing(followed, shown)))
            {
                followed.Remove(key);
                if (Told(next, key) is { Length: > 0 } told) followed[key] = told;
            }

            snapshot = next;
        }

        return followed.OrderBy(pair => pair.Key).SequenceEqual(Everything(snapshot).OrderBy(pair => pair.Key));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void an_index_that_catches_up_with_a_log_it_did_not_follow_holds_what_one_made_anew_holds() => Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 9999)).ToArbitrary(), seeds =>
    {
        var snapshot = AnArchive.Holding();
        foreach (var seed in seeds[..(seeds.Length / 2)]) snapshot = After(snapshot, seed);
        var saved = Everything(snapshot);
        var log = seeds[(seeds.Length / 2)..];
        foreach (var seed in log) snapshot = After(snapshot, seed);

        var anew = Reindexing.Since(snapshot, log.Select(seed => Step(seed).Record.Item.Key), saved.Keys, saved.Values.SelectMany(Shown), shown => Showing(saved, shown));
        foreach (var key in anew)
        {
            saved.Remove(key);
            if (Told(snapshot, key) is { Length: > 0 } told) saved[key] = told;
        }

        return saved.OrderBy(pair => pair.Key).SequenceEqual(Everything(snapshot).OrderBy(pair => pair.Key));
    }).QuickCheckThrowOnFailure();

    private static PublishedSnapshot After(PublishedSnapshot snapshot, int seed)
    {
        var (record, gone) = Step(seed);
        return AnArchive.Next(snapshot, gone ? [] : [record], gone ? [record.Item.Key] : []);
    }

    private static IEnumerable<Guid> Shown(string told) =>
        told.Split('\n').Where(line => line.StartsWith("shows: ", StringComparison.Ordinal)).Select(line => Guid.ParseExact(line[7..], "n"));

    /// <summary>One of a few items in one of its states, or its end.</summary>
    private static (ItemRecord Record, bool Gone) Step(int seed)
    {
        var state = seed / 10 % 3;
        var other = seed / 30 % 3;
        var record = (seed % 10) switch
        {
            0 or 1 => AnArchive.Term(20 + state, AnArchive.Regions, $"Región {other}", $"r{state}"),
            2 or 3 => AnArchive.Municipality(30 + state, $"Municipio {other}", $"2000{state}", ("region", AnArchive.Udi(20 + other))),
            4 => AnArchive.Image(50 + state, $"Imagen {other}"),
            5 => AnArchive.Frame[^1] with { Item = AnArchive.Frame[^1].Item with { Restricted = state == 0 } },
            _ => AnArchive.Practice(10 + state, $"Práctica {other}", ("municipalities", AnArchive.Udi(30 + other)), ("region", AnArchive.Udi(20 + state)), ("gallery", AnArchive.Files(50 + other))),
        };
        return (record, seed % 10 != 5 && seed / 90 % 4 == 0);
    }

    private static IEnumerable<int> Anew(PublishedSnapshot before, PublishedSnapshot after, int changed)
    {
        var index = Everything(before);
        return Reindexing.Of(before, after, [AnArchive.Key(changed)], shown => Showing(index, shown)).Select(key => Array.FindIndex([.. Enumerable.Range(0, 99)], number => AnArchive.Key(number) == key)).Order();
    }

    private static List<Guid> Showing(Dictionary<Guid, string> index, Guid shown) =>
        index.Where(pair => pair.Value.Contains($"shows: {shown:n}", StringComparison.Ordinal)).Select(pair => pair.Key).ToList();

    private static Dictionary<Guid, string> Everything(PublishedSnapshot snapshot)
    {
        var view = snapshot.View(ItemKind.Document, AnArchive.Spanish);
        return view.Page(view.All, [], 0, view.Count).ToDictionary(item => item.Key, item => Told(snapshot, item.Key));
    }

    private static string Told(PublishedSnapshot snapshot, Guid key) => snapshot.Find(key) is not { } item ? "" : string.Join(
        '\n',
        from field in ItemFields.Of(item, snapshot, AnArchive.Spanish)
        from text in field.Value.TextsR1.Concat(field.Value.TextsR2).Concat(field.Value.TextsR3).Concat(field.Value.Texts).Concat(field.Value.Names).Concat(field.Value.Keywords)
        select $"{field.FieldName}: {text}");
}

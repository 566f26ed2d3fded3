using System.Collections.Immutable;
using Repository.Core.Indexing;
using Repository.Core.Publishing;

namespace Repository.Core.Tests.Indexing;

public sealed class ItemFieldsTests
{
    [Fact]
    public void a_title_weighs_most_then_the_summary_then_the_body_then_everything_else()
    {
        var snapshot = AnArchive.Holding(AnArchive.Practice(
            10,
            "Tequio del agua",
            ("summary", "Trabajo colectivo."),
            ("narrative", AnArchive.Sections(("Origen", "<p>Empezó en la sierra.</p>", null))),
            ("namedForms", AnArchive.LocalNames("Tu̱ꞌun ñuu"))));

        var fields = Of(snapshot, 10);

        Assert.Equal(["Tequio del agua"], fields.SelectMany(field => field.Value.TextsR1));
        Assert.Equal(["Trabajo colectivo."], fields.SelectMany(field => field.Value.TextsR2));
        Assert.Equal(["Origen", "Empezó en la sierra."], fields.SelectMany(field => field.Value.TextsR3));
        Assert.Equal(["Tu̱ꞌun ñuu"], fields.SelectMany(field => field.Value.Texts));
        Assert.Equal(["Tequio del agua", "Tu̱ꞌun ñuu"], fields.SelectMany(field => field.Value.Names));
    }

    [Fact]
    public void an_item_is_found_by_the_names_of_what_it_picks_each_told_once()
    {
        var snapshot = AnArchive.Holding(
            AnArchive.Term(20, AnArchive.Regions, "Sierra Norte", "northernSierra"),
            AnArchive.Municipality(30, "Abejones", "20001", ("region", AnArchive.Udi(20))),
            AnArchive.Invariant(40, "actor", AnArchive.Home, "Comité del agua"),
            AnArchive.Image(50, "Personas limpian un canal"),
            AnArchive.Practice(
                10,
                "Tequio",
                ("narrative", AnArchive.Sections(("Proceso", "<p>Paso a paso.</p>", 40))),
                ("municipalities", AnArchive.Udi(30)),
                ("actors", AnArchive.Udi(40)),
                ("gallery", AnArchive.Files(50))));

        var texts = Of(snapshot, 10).SelectMany(field => field.Value.Texts);

        Assert.Equal(["Abejones", "Comité del agua", "Personas limpian un canal", "Sierra Norte"], texts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void an_item_is_not_found_by_the_titles_of_its_neighbours_nor_by_what_is_written_for_editors()
    {
        var snapshot = AnArchive.Holding(
            AnArchive.Term(20, AnArchive.Grades, "Alta", "high"),
            AnArchive.Practice(11, "Radio comunitaria"),
            AnArchive.Practice(10, "Tequio", ("related", AnArchive.Udi(11)), ("confidence", AnArchive.Udi(20)), ("verificationNotes", "Falta cotejar.")));

        Assert.Equal(["Tequio"], Of(snapshot, 10).SelectMany(AllTexts));
    }

    [Fact]
    public void what_the_public_cannot_see_is_not_told_by_those_who_pick_it()
    {
        var actor = AnArchive.Invariant(40, "actor", AnArchive.Home, "Comité reservado");
        var restricted = actor with { Item = actor.Item with { Restricted = true } };
        var snapshot = AnArchive.Holding(restricted, AnArchive.Practice(10, "Tequio", ("actors", AnArchive.Udi(40))));

        Assert.Equal(["Tequio"], Of(snapshot, 10).SelectMany(AllTexts));
        Assert.Equal([AnArchive.Key(40).ToString("n")], Shows(snapshot, 10));
    }

    [Fact]
    public void an_item_that_is_not_seen_in_a_culture_has_no_fields_there()
    {
        var snapshot = AnArchive.Holding(AnArchive.Practice(10, "Tequio"), AnArchive.Image(50, "Un canal"));

        Assert.Empty(ItemFields.Of(snapshot.Find(AnArchive.Key(10))!, snapshot, AnArchive.English));
        Assert.Empty(ItemFields.Of(snapshot.Find(AnArchive.Key(50))!, snapshot, AnArchive.Spanish));
    }

    [Fact]
    public void terms_that_narrow_lists_are_titles_and_those_for_editors_are_found_last()
    {
        var snapshot = AnArchive.Holding(AnArchive.Term(20, AnArchive.Grades, "Alta", "high"), AnArchive.Term(21, AnArchive.Regions, "Mixteca", "mixteca"));

        Assert.Equal(["Alta"], Of(snapshot, 20).SelectMany(field => field.Value.Texts).Take(1));
        Assert.Empty(Of(snapshot, 20).SelectMany(field => field.Value.TextsR1));
        Assert.Equal(["Mixteca"], Of(snapshot, 21).SelectMany(field => field.Value.TextsR1));
        Assert.False(SoughtItems.Has(snapshot.Find(AnArchive.Regions)!, snapshot));
    }

    [Fact]
    public void an_item_tells_the_words_of_its_files_and_waits_for_those_that_nobody_has_read()
    {
        var files = new KnownTexts { ["a.pdf"] = "Acta de la asamblea", ["b.pdf"] = "", ["c.pdf"] = null };
        var snapshot = AnArchive.Holding(
            AnArchive.File(50, "a", "pdf"), AnArchive.File(51, "b", "pdf"), AnArchive.File(52, "c", "pdf"), AnArchive.File(53, "a", "pdf"),
            AnArchive.Practice(10, "Tequio", ("gallery", AnArchive.Files(50, 51, 52, 53))));

        var fields = ItemFields.Of(snapshot.Find(AnArchive.Key(10))!, snapshot, AnArchive.Spanish, files);

        Assert.Equal(["Acta de la asamblea"], fields.Single(field => field.FieldName == IndexFields.Files).Value.Texts);
        Assert.Equal(["c.pdf"], fields.Single(field => field.FieldName == IndexFields.Awaits).Value.Keywords);
        Assert.Equal(new AwaitedText("c", "pdf"), AwaitedText.Parse("c.pdf"));
    }

    [Fact]
    public void a_file_the_public_cannot_have_tells_nothing_and_is_not_waited_for()
    {
        var file = AnArchive.File(50, "a", "pdf");
        var restricted = file with { Item = file.Item with { Restricted = true } };
        var snapshot = AnArchive.Holding(restricted, AnArchive.Practice(10, "Tequio", ("gallery", AnArchive.Files(50))));

        var fields = ItemFields.Of(snapshot.Find(AnArchive.Key(10))!, snapshot, AnArchive.Spanish, new KnownTexts { ["a.pdf"] = "Acta reservada" });

        Assert.Equal(["Tequio"], fields.SelectMany(AllTexts));
        Assert.DoesNotContain(fields, field => field.FieldName is IndexFields.Files or IndexFields.Awaits);
        Assert.Empty(ItemFiles.Of(snapshot.Find(AnArchive.Key(10))!, snapshot, AnArchive.Spanish));
    }

    [Fact]
    public void what_is_said_in_a_video_stands_in_its_captions()
    {
        var snapshot = AnArchive.Holding(
            AnArchive.File(50, "v", "mp4", ("subtitlesFile", AnArchive.Files(51))), AnArchive.File(51, "c", "vtt"), AnArchive.Practice(10, "Tequio", ("gallery", AnArchive.Files(50))));

        var fields = ItemFields.Of(snapshot.Find(AnArchive.Key(10))!, snapshot, AnArchive.Spanish, new KnownTexts { ["v.mp4"] = "", ["c.vtt"] = "Buenos días" });

        Assert.Equal(["Buenos días"], fields.Single(field => field.FieldName == IndexFields.Files).Value.Texts);
        Assert.Equal([AnArchive.Key(50).ToString("n"), AnArchive.Key(51).ToString("n")], Shows(snapshot, 10));
    }

    private sealed class KnownTexts : Dictionary<string, string?>, IFileTexts
    {
        public string? Find(string hash, string extension) => this[$"{hash}.{extension}"];
    }

    private static ImmutableArray<IndexField> Of(PublishedSnapshot snapshot, int number) => ItemFields.Of(snapshot.Find(AnArchive.Key(number))!, snapshot, AnArchive.Spanish);

    private static ImmutableArray<string> Shows(PublishedSnapshot snapshot, int number) => Of(snapshot, number).Single(field => field.FieldName == IndexFields.Shows).Value.Keywords;

    private static IEnumerable<string> AllTexts(IndexField field) => [.. field.Value.TextsR1, .. field.Value.TextsR2, .. field.Value.TextsR3, .. field.Value.Texts];
}

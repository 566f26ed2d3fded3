using Repository.Core.Content;
using Repository.Core.Drafts;
using Repository.Core.Tests.Content;

namespace Repository.Core.Tests.Drafts;

public sealed class DraftCatalogueTests
{
    private static readonly DateTimeOffset Morning = new(2026, 5, 11, 9, 0, 0, TimeSpan.Zero);
    private readonly DraftReading _reading = new(ASchema.Validation(), _ => null);
    private readonly Item _home = AnItem("section", null, 0);

    [Fact]
    public void children_stand_in_their_order_and_what_is_in_the_bin_stands_apart()
    {
        var (b, a) = (AnItem("note", _home, 2), AnItem("note", _home, 1));
        var lost = AnItem("note", null, 0) with { Trashed = true, TrashedFrom = _home.Key };

        var catalogue = Of((_home, "Inicio"), (b, "b"), (a, "a"), (lost, "perdida"));

        Assert.Equal(["a", "b"], Names(catalogue.Children(ItemKind.Document, _home.Key)));
        Assert.Equal(["Inicio"], Names(catalogue.Children(ItemKind.Document, null)));
        Assert.Equal(["perdida"], Names(catalogue.Bin(ItemKind.Document)));
    }

    [Fact]
    public void a_move_a_removal_and_a_new_name_are_taken_in_and_the_catalogue_before_stays_as_it_was()
    {
        var (a, b, c) = (AnItem("section", _home, 0), AnItem("note", _home, 1), AnItem("note", _home, 2));
        var before = Of((_home, "Inicio"), (a, "a"), (b, "b"), (c, "c"));

        var after = before.With([Entry(b with { ParentKey = a.Key }, "b nueva")], [c.Key], 9);

        Assert.Equal(["a"], Names(after.Children(ItemKind.Document, _home.Key)));
        Assert.Equal(["b nueva"], Names(after.Children(ItemKind.Document, a.Key)));
        Assert.Equal(["a", "b nueva"], Names(after.Below(ItemKind.Document, _home.Key)));
        Assert.Equal([_home.Key, a.Key], after.Ancestors(b.Key).Select(entry => entry.Key));
        Assert.Equal(["a", "b", "c"], Names(before.Children(ItemKind.Document, _home.Key)));
        Assert.Null(after.Find(c.Key));
    }

    [Theory]
    [InlineData("asamblea", true)]
    [InlineData("ASÁMBLEA comun", true)]
    [InlineData("munitaria", false)]
    [InlineData("asamblea tequio", false)]
    public void names_are_found_by_the_beginnings_of_their_words_whatever_the_accents(string sought, bool found)
    {
        var section = AnItem("section", _home, 0);
        var catalogue = Of((_home, "Inicio"), (section, "Notas"), (AnItem("note", section, 0), "Asamblea comunitaria"));

        var list = new DraftQuery(ItemKind.Document, _home.Key) { Text = sought }.In(catalogue);

        Assert.Equal(found, list.Length == 1);
    }

    [Fact]
    public void without_a_word_or_filter_a_list_holds_the_children_alone_with_one_all_that_is_below()
    {
        var section = AnItem("section", _home, 0);
        var catalogue = Of((_home, "Inicio"), (section, "Notas"), (AnItem("note", section, 0), "Águila"), (AnItem("note", section, 1), "Arado"));

        var children = new DraftQuery(ItemKind.Document, _home.Key).In(catalogue);
        var notes = new DraftQuery(ItemKind.Document, _home.Key) { Type = "note", Sort = DraftSort.Name, Descending = true }.In(catalogue);

        Assert.Equal(["Notas"], Names(children));
        Assert.Equal(["Arado", "Águila"], Names(notes));
    }

    [Fact]
    public void an_entry_tells_its_languages_what_it_lacks_and_that_a_translation_is_behind()
    {
        var page = AnItem("page", _home, 0) with { Revision = 3 };
        var shown = ItemContent.Named("Tequio", ASchema.Spanish).With("summary", "Antes.", ASchema.Spanish).WithName("Work", ASchema.English).With("summary", "All.", ASchema.English);
        var draft = shown.With("summary", "Después.", ASchema.Spanish).With("summary", "", ASchema.English);
        var written = new Dictionary<string, DateTimeOffset> { [ASchema.Spanish] = Morning.AddHours(2), [ASchema.English] = Morning };

        var entry = _reading.Read(new DraftRecord(
            page,
            new Revision(page.Key, 3, Morning.AddHours(2), "ana", draft),
            [(new Publication(page.Key, ASchema.Spanish, 2, "tequio", Morning), shown)],
            [],
            written));

        Assert.Equal([(ASchema.Spanish, DraftState.Changed, false), (ASchema.English, DraftState.Draft, true)], entry.Cultures.Select(culture => (culture.Culture, culture.State, culture.IsBehind)));
        Assert.Equal(DraftState.Changed, entry.State);
        Assert.Equal((DraftLacks.Mandatory, 1), (entry.Lacks, entry.Unfilled));
    }

    [Fact]
    public void a_language_that_is_not_written_is_missing_and_one_that_did_not_change_is_not_changed()
    {
        var page = AnItem("page", _home, 0) with { Revision = 2 };
        var draft = ItemContent.Named("Tequio", ASchema.Spanish).With("summary", "Trabajo.", ASchema.Spanish);

        var entry = _reading.Read(new DraftRecord(page, new Revision(page.Key, 2, Morning, "ana", draft), [(new Publication(page.Key, ASchema.Spanish, 1, "tequio", Morning), draft)], [], new Dictionary<string, DateTimeOffset>()));

        Assert.Equal(DraftState.Published, entry.State);
        Assert.Equal(DraftLacks.Translation, entry.Lacks);
        Assert.Equal([ASchema.English], entry.Untranslated);
    }

    private static Item AnItem(string type, Item? below, int order) => new()
    {
        Key = Guid.CreateVersion7(),
        Kind = ItemKind.Document,
        Type = type,
        ParentKey = below?.Key,
        SortOrder = order,
        CreatedAt = Morning,
        CreatedBy = "ana",
    };

    private static IEnumerable<string> Names(IEnumerable<DraftEntry> entries) => entries.Select(entry => entry.Name);

    private DraftCatalogue Of(params (Item Item, string Name)[] items) => DraftCatalogue.Empty.With([.. items.Select(item => Entry(item.Item, item.Name))], [], 1);

    private DraftEntry Entry(Item item, string name) =>
        _reading.Read(new DraftRecord(item, new Revision(item.Key, 1, Morning, "ana", ItemContent.Named(name)), [], [], new Dictionary<string, DateTimeOffset>()));
}

using Repository.Core.Content;
using Repository.Core.Tests.Content;
using Repository.Testing;
using static Repository.Storage.Tests.UseCases.Newsroom;

namespace Repository.Storage.Tests.UseCases;

public abstract class ContentEditingTests(TestDatabase database) : StoreTests(database)
{
    [Fact]
    public async Task a_new_item_stands_last_as_a_draft_and_is_served_at_once()
    {
        var desk = new Newsroom(await OpenAsync());
        var home = await desk.SectionAsync("Prácticas");
        await desk.NoteAsync("Primera", home);

        var note = await desk.NoteAsync("Segunda", home);

        Assert.Equal((home.Key, 1, 1L, 1), (note.ParentKey, note.SortOrder, note.Version, note.Revision));
        Assert.Equal("", await desk.PublicAsync(note));
        Assert.Equal([1, 2, 3], desk.Live.Served);
    }

    [Fact]
    public async Task what_is_committed_is_done_though_the_database_goes_away_before_it_is_served()
    {
        var desk = new Newsroom(await OpenAsync());
        desk.Live.IsCutOff = true;

        var home = await desk.SectionAsync("Prácticas");

        Assert.NotNull(await desk.Store.ReadAsync(reader => reader.FindAsync(home.Key), Cancellation));
    }

    [Theory]
    [InlineData("page")]
    [InlineData("quote")]
    [InlineData("nothing")]
    [InlineData("Image")]
    public async Task an_item_that_has_no_place_at_the_root_is_not_created(string type)
    {
        var desk = new Newsroom(await OpenAsync());

        var log = await desk.LogOfAsync(() => RefusedAsync(desk.Editing.CreateAsync(new NewItem { Type = type, Content = APage("Tequio"), By = "ana" }, Cancellation)));

        Assert.Empty(log);
        Assert.Empty(desk.Live.Served);
    }

    [Fact]
    public async Task an_item_is_not_created_below_what_is_not_there_or_under_a_key_that_is()
    {
        var desk = new Newsroom(await OpenAsync());
        var note = await desk.NoteAsync("Nota");
        var (lost, taken) = (new NewItem { Type = "note", Parent = Guid.NewGuid(), Content = ItemContent.Named("Nota"), By = "ana" }, new NewItem { Key = note.Key, Type = "note", Content = ItemContent.Named("Otra"), By = "ana" });

        await RefusedAsync(desk.Editing.CreateAsync(lost, Cancellation));
        await RefusedAsync(desk.Editing.CreateAsync(taken, Cancellation));

        Assert.Equal("Nota", (await desk.DraftAsync(note)).Name());
    }

    [Fact]
    public async Task a_save_makes_a_revision_and_tells_which_cultures_changed()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await desk.PageAsync("Tequio", await desk.SectionAsync("Prácticas"));
        var translated = APage("Tequio").WithName("Communal work", English).With("year", "2018");

        var log = await desk.LogOfAsync(() => desk.SavedAsync(page, translated));

        Assert.Equal(["Saved", "Saved en"], log);
        Assert.Equal((2, 2L), ((await desk.FindAsync(page)).Revision, (await desk.FindAsync(page)).Version));
        Assert.Equal(APage("Tequio"), (await desk.Store.AskAsync(reader => reader.RevisionAsync(page.Key, 1)))!.Content);
    }

    [Fact]
    public async Task content_that_is_the_same_makes_no_revision()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await desk.PageAsync("Tequio", await desk.SectionAsync("Prácticas"));

        var log = await desk.LogOfAsync(() => desk.SavedAsync(page, APage("  Tequio ")));

        Assert.Empty(log);
        Assert.Equal(page, await desk.FindAsync(page));
    }

    [Fact]
    public async Task a_malformed_value_changes_nothing()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await desk.PageAsync("Tequio", await desk.SectionAsync("Prácticas"));

        var fields = await RefusedAsync(desk.Editing.SaveAsync(await desk.SeenAsync(page), APage("Tequio").With("year", "dos mil").With("nope", "x"), Cancellation));

        Assert.Equal(["nope", "year"], fields.Order());
        Assert.Equal(page, await desk.FindAsync(page));
    }

    [Fact]
    public async Task who_saw_an_older_version_gets_both_texts_and_overwrites_nothing()
    {
        var desk = new Newsroom(await OpenAsync());
        var note = await desk.NoteAsync("Nota");
        var old = await desk.SeenAsync(note);
        await desk.SavedAsync(note, ItemContent.Named("De Ana"));

        var result = await desk.Editing.SaveAsync(old, ItemContent.Named("De Beto"), Cancellation);

        var stale = Assert.IsType<WriteResult.Stale>(result);
        Assert.Equal(("De Beto", "De Ana", 2L), (stale.Attempted?.Name(), stale.Current.Content.Name(), stale.CurrentVersion));
        Assert.Equal("De Ana", (await desk.DraftAsync(note)).Name());
    }

    [Fact]
    public async Task what_is_not_there_is_missing()
    {
        var desk = new Newsroom(await OpenAsync());
        var nobody = new Seen(Guid.NewGuid(), 1, "ana");

        var result = await desk.Editing.SaveAsync(nobody, ItemContent.Named("Nadie"), Cancellation);

        Assert.Equal(new WriteResult.Missing(nobody.Key), result);
    }

    [Fact]
    public async Task pointers_are_kept_for_the_draft_and_for_what_is_published()
    {
        var desk = new Newsroom(await OpenAsync());
        var (one, two) = (await desk.NoteAsync("Una"), await desk.NoteAsync("Dos"));
        var note = await desk.PublishedAsync(await desk.NoteAsync("Nota", related: ASchema.Udi(one.Key)));

        await desk.SavedAsync(note, ItemContent.Named("Nota").With("related", ASchema.Udi(two.Key)));

        Assert.Equal(new StoredReference(note.Key, one.Key, "related"), Assert.Single(await desk.Store.AskAsync(reader => reader.ReferencesToAsync(one.Key))));
        Assert.Single(await desk.Store.AskAsync(reader => reader.ReferencesToAsync(two.Key)));

        await desk.PublishedAsync(note);

        Assert.Empty(await desk.Store.AskAsync(reader => reader.ReferencesToAsync(one.Key)));
    }

    [Fact]
    public async Task a_deep_copy_is_a_draft_whose_inner_pointers_lead_to_the_copies()
    {
        var desk = new Newsroom(await OpenAsync());
        var outside = await desk.NoteAsync("Fuera");
        var home = await desk.PublishedAsync(await desk.SectionAsync("Prácticas"));
        var child = await desk.NoteAsync("Hija", home);
        await desk.NoteAsync("Otra hija", home, $"{ASchema.Udi(child.Key)},{ASchema.Udi(outside.Key)}");

        var done = await DoneAsync(desk.Editing.CopyAsync(await desk.SeenAsync(home), null, deep: true, Cancellation));

        var copies = await desk.Store.AskAsync(reader => reader.DescendantsAsync(done.Key));
        var copy = (await desk.Store.AskAsync(reader => reader.FindAsync(done.Key)))!;
        Assert.Equal("Prácticas (1)", (await desk.DraftAsync(copy)).Name());
        Assert.Equal("", await desk.PublicAsync(copy));
        Assert.Equal(("Hija", "Otra hija"), ((await desk.DraftAsync(copies[0])).Name(), (await desk.DraftAsync(copies[1])).Name()));
        Assert.Equal($"{ASchema.Udi(copies[0].Key)},{ASchema.Udi(outside.Key)}", (await desk.DraftAsync(copies[1])).Value("related"));
        Assert.Equal(2, (await desk.Store.AskAsync(reader => reader.ReferencesToAsync(outside.Key))).Count);
    }

    [Fact]
    public async Task a_single_copy_leaves_the_children_behind()
    {
        var desk = new Newsroom(await OpenAsync());
        var home = await desk.SectionAsync("Prácticas");
        await desk.NoteAsync("Hija", home);
        var other = await desk.SectionAsync("Otra");

        var done = await DoneAsync(desk.Editing.CopyAsync(await desk.SeenAsync(home), other.Key, deep: false, Cancellation));

        var copy = (await desk.Store.AskAsync(reader => reader.FindAsync(done.Key)))!;
        Assert.Equal("Prácticas", (await desk.DraftAsync(copy)).Name());
        Assert.Empty(await desk.Store.AskAsync(reader => reader.DescendantsAsync(done.Key)));
    }

    [Fact]
    public async Task restricting_is_told_once()
    {
        var desk = new Newsroom(await OpenAsync());
        var note = await desk.NoteAsync("Nota");

        var log = await desk.LogOfAsync(async () =>
        {
            await DoneAsync(desk.Editing.RestrictAsync(await desk.SeenAsync(note), true, Cancellation));
            await DoneAsync(desk.Editing.RestrictAsync(await desk.SeenAsync(note), true, Cancellation));
        });

        Assert.Equal(["Restricted"], log);
        Assert.True((await desk.FindAsync(note)).Restricted);
    }

    [Fact]
    public async Task media_are_public_once_saved_and_so_must_be_complete()
    {
        var desk = new Newsroom(await OpenAsync());
        var folder = await desk.CreatedAsync("Folder", ItemContent.Named("Fotos"), kind: ItemKind.Media);
        var image = await desk.CreatedAsync("Image", ItemContent.Named("Asamblea").With("umbracoFile", "/media/a.png"), folder, ItemKind.Media);
        await desk.SavedAsync(image, ItemContent.Named("Asamblea").With("umbracoFile", "/media/b.png"));

        var fields = await RefusedAsync(desk.Editing.SaveAsync(await desk.SeenAsync(image), ItemContent.Named("Asamblea"), Cancellation));

        Assert.Equal(["umbracoFile"], fields);
        var hidden = await DoneAsync(desk.Editing.CreateAsync(new NewItem { Kind = ItemKind.Media, Type = "Image", Content = ItemContent.Named("Sin archivo"), Restricted = true, By = "ana" }, Cancellation));
        Assert.Equal(["umbracoFile"], await RefusedAsync(desk.Editing.RestrictAsync(new Seen(hidden.Key, hidden.Version, "ana"), false, Cancellation)));
        Assert.Equal(":@2", await desk.PublicAsync(image));
        Assert.Equal(":@1", await desk.PublicAsync(folder));
    }
}

public sealed class SqliteContentEditingTests() : ContentEditingTests(new SqliteTestDatabase());

public sealed class PostgresContentEditingTests(PostgresCluster cluster) : ContentEditingTests(new PostgresTestDatabase(cluster));

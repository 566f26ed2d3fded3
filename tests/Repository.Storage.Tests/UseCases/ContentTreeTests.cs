using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Tests.Content;
using Repository.Testing;
using static Repository.Storage.Tests.UseCases.Newsroom;

namespace Repository.Storage.Tests.UseCases;

public abstract class ContentTreeTests(TestDatabase database) : StoreTests(database)
{
    [Fact]
    public async Task a_move_keeps_what_is_below_and_remembers_the_old_address()
    {
        var desk = new Newsroom(await OpenAsync());
        var (from, to) = (await desk.PublishedAsync(await desk.SectionAsync("De")), await desk.PublishedAsync(await desk.SectionAsync("A")));
        var page = await desk.PublishedAsync(await desk.PageAsync("Tequio", from));
        var child = await desk.PublishedAsync(await desk.PageAsync("Réplica", page));

        var log = await desk.LogOfAsync(async () => await DoneAsync(desk.Tree.MoveAsync(await desk.SeenAsync(page), to.Key, Cancellation)));

        Assert.Equal(["Moved"], log);
        Assert.Equal([to.Key, page.Key], (await desk.Store.AskAsync(reader => reader.AncestorsAsync(child.Key))).Select(item => item.Key));
        Assert.Equal(["es-MX:tequio"], await desk.FormerAsync());
        Assert.Equal("es-MX:tequio@1", await desk.PublicAsync(page));
    }

    [Fact]
    public async Task a_segment_that_is_taken_below_the_new_parent_gives_way()
    {
        var desk = new Newsroom(await OpenAsync());
        var (from, to) = (await desk.PublishedAsync(await desk.SectionAsync("De")), await desk.PublishedAsync(await desk.SectionAsync("A")));
        await desk.PublishedAsync(await desk.NoteAsync("Tequio", to));
        var page = await desk.PublishedAsync(await desk.PageAsync("Tequio", from));

        await DoneAsync(desk.Tree.MoveAsync(await desk.SeenAsync(page), to.Key, Cancellation));

        Assert.Equal("es-MX:tequio-1@1", await desk.PublicAsync(page));
    }

    [Fact]
    public async Task an_item_is_not_moved_into_itself_nor_where_its_type_may_not_stand()
    {
        var desk = new Newsroom(await OpenAsync());
        var outer = await desk.SectionAsync("Fuera");
        var inner = await desk.SectionAsync("Dentro", outer);
        var note = await desk.NoteAsync("Nota", inner);

        await RefusedAsync(desk.Tree.MoveAsync(await desk.SeenAsync(outer), inner.Key, Cancellation));
        await RefusedAsync(desk.Tree.MoveAsync(await desk.SeenAsync(outer), outer.Key, Cancellation));
        await RefusedAsync(desk.Tree.MoveAsync(await desk.SeenAsync(inner), note.Key, Cancellation));
        await RefusedAsync(desk.Tree.MoveAsync(await desk.SeenAsync(inner), Guid.NewGuid(), Cancellation));

        Assert.Equal(outer, await desk.FindAsync(outer));
        Assert.Equal(inner, await desk.FindAsync(inner));
    }

    [Fact]
    public async Task a_file_that_is_still_shown_is_not_deleted_and_its_users_are_named()
    {
        var desk = new Newsroom(await OpenAsync());
        var photo = await desk.CreatedAsync("Image", ItemContent.Named("Foto").With("umbracoFile", "/media/a.png"), null, ItemKind.Media);
        var note = await desk.CreatedAsync("note", ItemContent.Named("Nota").With("photos", ASchema.Udi(photo.Key)));
        var users = await desk.Tree.UsersAsync(photo.Key, Cancellation);
        await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(photo), Cancellation));

        var refused = await desk.Tree.DeleteAsync(await desk.SeenAsync(photo), Cancellation);
        var emptied = await desk.Tree.EmptyBinAsync(ItemKind.Media, "ana", Cancellation);
        await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(note), Cancellation));
        await DoneAsync(desk.Tree.DeleteAsync(await desk.SeenAsync(photo), Cancellation));

        Assert.Equal([note.Key], users.Select(user => user.Key));
        Assert.Contains("«Nota»", Assert.Single(Assert.IsType<WriteResult.Invalid>(refused).Problems).Message, StringComparison.Ordinal);
        Assert.IsType<WriteResult.Invalid>(emptied);
        Assert.Null(await desk.Store.AskAsync(reader => reader.FindAsync(photo.Key)));
    }

    [Fact]
    public async Task no_write_goes_deeper_than_the_limit()
    {
        var desk = new Newsroom(await OpenAsync());
        var top = await desk.SectionAsync("Nivel 1");
        var deepest = top;
        for (var level = 2; level <= ItemDepth.Limit; level++) deepest = await desk.SectionAsync($"Nivel {level}", deepest);
        var (aside, note) = (await desk.SectionAsync("Aparte"), await desk.NoteAsync("Nota"));

        await RefusedAsync(desk.Editing.CreateAsync(new NewItem { Type = "note", Parent = deepest.Key, Content = ItemContent.Named("Honda"), By = "ana" }, Cancellation));
        await RefusedAsync(desk.Tree.MoveAsync(await desk.SeenAsync(note), deepest.Key, Cancellation));
        await RefusedAsync(desk.Tree.MoveAsync(await desk.SeenAsync(top), aside.Key, Cancellation));
        await RefusedAsync(desk.Editing.CopyAsync(await desk.SeenAsync(top), aside.Key, deep: true, Cancellation));

        await DoneAsync(desk.Editing.CopyAsync(await desk.SeenAsync(top), aside.Key, deep: false, Cancellation));
    }

    [Fact]
    public async Task a_move_from_an_old_version_is_stale()
    {
        var desk = new Newsroom(await OpenAsync());
        var (home, note) = (await desk.SectionAsync("Prácticas"), await desk.NoteAsync("Nota"));
        var old = await desk.SeenAsync(note);
        await desk.SavedAsync(note, ItemContent.Named("Otra"));

        var result = await desk.Tree.MoveAsync(old, home.Key, Cancellation);

        Assert.IsType<WriteResult.Stale>(result);
        Assert.Null((await desk.FindAsync(note)).ParentKey);
    }

    [Fact]
    public async Task siblings_take_the_order_they_are_given()
    {
        var desk = new Newsroom(await OpenAsync());
        var home = await desk.SectionAsync("Prácticas");
        var (a, b, c) = (await desk.NoteAsync("a", home), await desk.NoteAsync("b", home), await desk.NoteAsync("c", home));

        var log = await desk.LogOfAsync(() => DoneAsync(desk.Tree.SortAsync(new NewOrder(ItemKind.Document, home.Key, [b.Key, a.Key, c.Key], "ana"), Cancellation)));

        Assert.Equal(["Moved", "Moved"], log);
        Assert.Equal([b.Key, a.Key, c.Key], (await desk.Store.AskAsync(reader => reader.ChildrenAsync(ItemKind.Document, home.Key))).Select(item => item.Key));
    }

    [Fact]
    public async Task an_order_that_leaves_a_sibling_out_is_refused()
    {
        var desk = new Newsroom(await OpenAsync());
        var home = await desk.SectionAsync("Prácticas");
        var (a, b) = (await desk.NoteAsync("a", home), await desk.NoteAsync("b", home));
        await desk.NoteAsync("c", home);

        var log = await desk.LogOfAsync(() => RefusedAsync(desk.Tree.SortAsync(new NewOrder(ItemKind.Document, home.Key, [b.Key, a.Key], "ana"), Cancellation)));

        Assert.Empty(log);
    }

    [Fact]
    public async Task the_bin_takes_the_whole_tree_from_the_public_and_from_the_calendar()
    {
        var desk = new Newsroom(await OpenAsync());
        var home = await desk.PublishedAsync(await desk.SectionAsync("Prácticas"));
        var page = await desk.PublishedAsync(await desk.PageAsync("Tequio", home));
        await DoneAsync(desk.Publishing.ScheduleAsync(await desk.SeenAsync(page), new Planned(Spanish, ScheduledAction.Expire, desk.Clock.Now.AddDays(1)), Cancellation));

        var log = await desk.LogOfAsync(async () => await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(home), Cancellation)));

        Assert.Equal(["Trashed", "Trashed"], log);
        Assert.Equal(("", ""), (await desk.PublicAsync(home), await desk.PublicAsync(page)));
        Assert.Equal((true, home.Key), ((await desk.FindAsync(page)).Trashed, (await desk.FindAsync(page)).ParentKey));
        Assert.Null(await desk.Store.AskAsync(reader => reader.NextDueAsync()));
    }

    [Fact]
    public async Task what_is_in_the_bin_is_neither_saved_nor_published_nor_moved()
    {
        var desk = new Newsroom(await OpenAsync());
        var (home, note) = (await desk.SectionAsync("Prácticas"), await desk.NoteAsync("Nota"));
        await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(note), Cancellation));

        var log = await desk.LogOfAsync(async () =>
        {
            await RefusedAsync(desk.Editing.SaveAsync(await desk.SeenAsync(note), ItemContent.Named("Otra"), Cancellation));
            await RefusedAsync(desk.Publishing.PublishAsync(await desk.SeenAsync(note), [], Cancellation));
            await RefusedAsync(desk.Tree.MoveAsync(await desk.SeenAsync(note), home.Key, Cancellation));
            await RefusedAsync(desk.Editing.CopyAsync(await desk.SeenAsync(note), home.Key, deep: true, Cancellation));
        });

        Assert.Empty(log);
    }

    [Fact]
    public async Task a_restored_tree_stands_where_it_came_from_as_drafts()
    {
        var desk = new Newsroom(await OpenAsync());
        var home = await desk.PublishedAsync(await desk.SectionAsync("Prácticas"));
        var page = await desk.PublishedAsync(await desk.PageAsync("Tequio", home));
        var child = await desk.PageAsync("Réplica", page);
        await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(page), Cancellation));

        await DoneAsync(desk.Tree.RestoreAsync(await desk.SeenAsync(page), null, Cancellation));

        var restored = await desk.FindAsync(page);
        Assert.Equal((home.Key, null, false), (restored.ParentKey, restored.TrashedFrom, restored.Trashed));
        Assert.False((await desk.FindAsync(child)).Trashed);
        Assert.Equal("", await desk.PublicAsync(page));
    }

    [Fact]
    public async Task restored_media_are_public_again()
    {
        var desk = new Newsroom(await OpenAsync());
        var folder = await desk.CreatedAsync("Folder", ItemContent.Named("Fotos"), kind: ItemKind.Media);
        await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(folder), Cancellation));

        await DoneAsync(desk.Tree.RestoreAsync(await desk.SeenAsync(folder), null, Cancellation));

        Assert.Equal(":@1", await desk.PublicAsync(folder));
    }

    [Fact]
    public async Task an_item_whose_origin_is_gone_is_restored_only_to_a_chosen_place()
    {
        var desk = new Newsroom(await OpenAsync());
        var (home, other) = (await desk.SectionAsync("Prácticas"), await desk.SectionAsync("Otra"));
        var note = await desk.NoteAsync("Nota", home);
        await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(note), Cancellation));
        await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(home), Cancellation));
        await DoneAsync(desk.Tree.DeleteAsync(await desk.SeenAsync(home), Cancellation));

        await RefusedAsync(desk.Tree.RestoreAsync(await desk.SeenAsync(note), null, Cancellation));
        await DoneAsync(desk.Tree.RestoreAsync(await desk.SeenAsync(note), other.Key, Cancellation));

        Assert.Equal(other.Key, (await desk.FindAsync(note)).ParentKey);
    }

    [Fact]
    public async Task an_item_is_not_restored_into_the_bin()
    {
        var desk = new Newsroom(await OpenAsync());
        var home = await desk.SectionAsync("Prácticas");
        var note = await desk.NoteAsync("Nota", home);
        await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(home), Cancellation));

        await RefusedAsync(desk.Tree.RestoreAsync(await desk.SeenAsync(note), null, Cancellation));
        await RefusedAsync(desk.Tree.RestoreAsync(await desk.SeenAsync(note), home.Key, Cancellation));

        Assert.True((await desk.FindAsync(note)).Trashed);
    }

    [Fact]
    public async Task only_what_is_in_the_bin_is_deleted_and_all_below_it()
    {
        var desk = new Newsroom(await OpenAsync());
        var home = await desk.SectionAsync("Prácticas");
        var page = await desk.PageAsync("Tequio", home);
        await desk.PageAsync("Réplica", page);
        await RefusedAsync(desk.Tree.DeleteAsync(await desk.SeenAsync(home), Cancellation));
        await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(home), Cancellation));

        var log = await desk.LogOfAsync(async () => await DoneAsync(desk.Tree.DeleteAsync(await desk.SeenAsync(home), Cancellation)));

        Assert.Equal(["Deleted", "Deleted", "Deleted"], log);
        Assert.Null(await desk.Store.AskAsync(reader => reader.FindAsync(page.Key)));
    }

    [Fact]
    public async Task an_emptied_bin_takes_nothing_outside_it()
    {
        var desk = new Newsroom(await OpenAsync());
        var (kept, lost) = (await desk.SectionAsync("Queda"), await desk.SectionAsync("Se va"));
        await desk.NoteAsync("Hija", lost);
        var nested = await desk.NoteAsync("Nieta", kept);
        await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(lost), Cancellation));
        await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(nested), Cancellation));

        var log = await desk.LogOfAsync(() => DoneAsync(desk.Tree.EmptyBinAsync(ItemKind.Document, "ana", Cancellation)));

        Assert.Equal(3, log.Length);
        Assert.Empty(await desk.Store.AskAsync(reader => reader.BinAsync(ItemKind.Document)));
        Assert.Equal(kept, await desk.FindAsync(kept));
    }
}

public sealed class SqliteContentTreeTests() : ContentTreeTests(new SqliteTestDatabase());

public sealed class PostgresContentTreeTests(PostgresCluster cluster) : ContentTreeTests(new PostgresTestDatabase(cluster));

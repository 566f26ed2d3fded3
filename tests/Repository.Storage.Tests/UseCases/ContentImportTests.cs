using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Tests.Content;
using Repository.Testing;
using static Repository.Storage.Tests.UseCases.Newsroom;

namespace Repository.Storage.Tests.UseCases;

public abstract class ContentImportTests(TestDatabase database) : StoreTests(database)
{
    private static readonly ImportedItem Home = new() { Source = "home.config", Key = Guid.NewGuid(), Type = "section", Content = ItemContent.Named("Prácticas"), Published = [""] };
    private static readonly ImportedItem Tequio = Home with { Source = "tequio.config", Key = Guid.NewGuid(), Type = "page", ParentKey = Home.Key, Content = APage("Tequio"), Published = [Spanish] };
    private static readonly ImportedItem Note = Home with { Source = "note.config", Key = Guid.NewGuid(), Type = "note", ParentKey = Home.Key, SortOrder = 1, Content = ItemContent.Named("Nota").With("related", ASchema.Udi(Tequio.Key)) };
    private static readonly ImportedItem Photo = new() { Source = "foto.config", Key = Guid.NewGuid(), Kind = ItemKind.Media, Type = "Image", Content = ItemContent.Named("Foto").With("umbracoFile", "/media/a.png") };

    [Fact]
    public async Task a_batch_comes_in_whole_whatever_its_order()
    {
        var desk = new Newsroom(await OpenAsync());

        var report = await ImportAsync(desk, Note, Tequio, Photo, Home);

        Assert.Equal(new ImportCounts(4, 0, 0, 0), report.Counts);
        Assert.Equal((":practicas@1", "es-MX:tequio@1", ":nota@1", ":@1"), (await PublicAsync(desk, Home), await PublicAsync(desk, Tequio), await PublicAsync(desk, Note), await PublicAsync(desk, Photo)));
        Assert.Equal([Tequio.Key, Note.Key], (await desk.Store.AskAsync(reader => reader.DescendantsAsync(Home.Key))).Select(item => item.Key));
        Assert.Single(await desk.Store.AskAsync(reader => reader.ReferencesToAsync(Tequio.Key)));
        Assert.Equal([8], desk.Live.Served);
    }

    [Fact]
    public async Task importing_twice_writes_nothing()
    {
        var desk = new Newsroom(await OpenAsync());
        var plan = Tequio with { Schedules = [new Planned(Spanish, ScheduledAction.Expire, desk.Clock.Now.AddDays(1)), new Planned(Spanish, ScheduledAction.Release, desk.Clock.Now.AddDays(-1))] };
        await ImportAsync(desk, Home, plan, Note, Photo);

        var log = await desk.LogOfAsync(async () => Assert.Equal(new ImportCounts(0, 0, 4, 0), (await ImportAsync(desk, Photo, Note, plan, Home)).Counts));

        Assert.Empty(log);
        Assert.Equal(1, (await ItemAsync(desk, Tequio)).Version);
        Assert.Single(await desk.Store.AskAsync(reader => reader.SchedulesAsync(Tequio.Key)));
    }

    [Fact]
    public async Task a_pick_that_its_picker_does_not_allow_is_refused_with_item_and_field()
    {
        var desk = new Newsroom(await OpenAsync());
        var shelf = Home with { Source = "shelf.config", Key = ASchema.Shelf, Content = ItemContent.Named("Estante") };
        var onShelf = Tequio with { Source = "on.config", Key = Guid.NewGuid(), ParentKey = shelf.Key, Content = APage("Faena") };
        ImportedItem Picking(string source, Guid target) => Note with { Source = source, Key = Guid.NewGuid(), Content = ItemContent.Named(source).With("pages", ASchema.Udi(target)) };

        var report = await ImportAsync(
            desk, Home, Tequio, shelf, onShelf, Picking("a.config", Home.Key), Picking("b.config", Tequio.Key), Picking("c.config", onShelf.Key), Picking("d.config", Tequio.Key) with { Published = [] });

        Assert.Equal(
            ["a.config (a.config · pages): «Prácticas» es de tipo «section», que este campo no admite.", "b.config (b.config · pages): «Tequio» no está en la parte del contenido de la que este campo elige."],
            report.Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public async Task a_batch_goes_no_deeper_than_any_write()
    {
        var desk = new Newsroom(await OpenAsync());
        var chain = new List<ImportedItem>();
        for (var level = 1; level <= ItemDepth.Limit + 1; level++)
        {
            chain.Add(Home with { Source = $"{level:00}.config", Key = Guid.NewGuid(), ParentKey = level == 1 ? null : chain[^1].Key, Content = ItemContent.Named($"Nivel {level}") });
        }

        var refused = await ImportAsync(desk, [.. chain]);
        var taken = await ImportAsync(desk, [.. chain.Take(ItemDepth.Limit)]);
        var moved = await ImportAsync(desk, Home, chain[0] with { ParentKey = Home.Key });

        Assert.Equal((65, 64), (chain.Count, taken.Counts.Created));
        Assert.Equal(chain[^1].Source, Assert.Single(refused.Problems).File);
        Assert.Equal(chain[0].Source, Assert.Single(moved.Problems).File);
    }

    [Fact]
    public async Task plans_that_contradict_each_other_are_refused_unless_they_have_passed()
    {
        var desk = new Newsroom(await OpenAsync());
        Planned In(int days, ScheduledAction action, string culture = Spanish) => new(culture, action, desk.Clock.Now.AddDays(days));
        ImportedItem Planning(string source, params Planned[] plans) => Tequio with { Source = source, Key = Guid.NewGuid(), Content = APage(source), Published = [], Schedules = plans };

        var report = await ImportAsync(
            desk,
            Home,
            Planning("a.config", In(1, ScheduledAction.Release), In(2, ScheduledAction.Release, "ES-mx")),
            Planning("b.config", In(2, ScheduledAction.Release), In(1, ScheduledAction.Expire)),
            Planning("c.config", In(-1, ScheduledAction.Expire), In(-2, ScheduledAction.Expire), In(1, ScheduledAction.Release), In(2, ScheduledAction.Expire)));

        Assert.Equal([("a.config", "Hay dos fechas para la misma acción en el mismo idioma: deja una."), ("b.config", "El retiro debe ser posterior a la publicación.")], report.Problems.Select(problem => (problem.File, problem.Reason)));
    }

    [Fact]
    public async Task a_changed_file_changes_its_item_and_no_other()
    {
        var desk = new Newsroom(await OpenAsync());
        await ImportAsync(desk, Home, Tequio, Note);

        var log = await desk.LogOfAsync(async () =>
            Assert.Equal(new ImportCounts(0, 1, 2, 0), (await ImportAsync(desk, Home, Tequio with { Content = APage("Faena"), SortOrder = 2 }, Note)).Counts));

        Assert.Equal(["Saved es-MX", "Moved", "Published es-MX"], log);
        Assert.Equal("es-MX:faena@2", await PublicAsync(desk, Tequio));
        Assert.Equal(["es-MX:tequio"], await desk.FormerAsync());
        Assert.Equal(2, (await ItemAsync(desk, Tequio)).Version);
    }

    [Fact]
    public async Task everything_that_is_wrong_is_told_at_once_and_nothing_is_written()
    {
        var desk = new Newsroom(await OpenAsync());
        ImportedItem[] bad =
        [
            Tequio with { Source = "a.config", Key = Guid.NewGuid(), Content = APage("A").With("year", "dos mil") },
            Tequio with { Source = "b.config", Key = Guid.NewGuid(), Content = ItemContent.Named("B", Spanish) },
            Note with { Source = "c.config", Key = Guid.NewGuid(), Content = ItemContent.Named("C").With("related", ASchema.Udi(Guid.NewGuid())) },
            Note with { Source = "d.config", Key = Guid.NewGuid(), ParentKey = Guid.NewGuid() },
            Note with { Source = "e.config", Key = Guid.NewGuid(), Type = "nothing" },
            Note with { Source = "f.config", Key = Home.Key },
            Tequio with { Source = "g.config", Key = Guid.NewGuid(), Published = ["xx-YY"] },
            Home with { Source = "h.config", Key = Guid.NewGuid(), ParentKey = Tequio.Key },
        ];

        var log = await desk.LogOfAsync(async () =>
        {
            var report = await desk.Importing.ImportAsync(new ImportBatch([Home, Tequio, .. bad], [], "ana"), Cancellation);

            Assert.IsType<WriteResult.Invalid>(report.Result);
            Assert.Equal(new ImportCounts(0, 0, 0, 0), report.Counts);
            Assert.Equal(bad.Select(item => item.Source), report.Problems.Select(problem => problem.File).Distinct());
            Assert.Contains("a.config (A · year): Escribe un número entero.", report.Problems.Select(problem => problem.ToString()));
            Assert.Contains("b.config (B · summary [es-MX]): Escribe el resumen.", report.Problems.Select(problem => problem.ToString()));
        });

        Assert.Empty(log);
        Assert.Empty(desk.Live.Served);
    }

    [Fact]
    public async Task a_circle_of_parents_is_refused_even_through_what_is_stored()
    {
        var desk = new Newsroom(await OpenAsync());
        var (outer, inner) = (await desk.SectionAsync("Fuera"), Guid.Empty);
        inner = (await desk.SectionAsync("Dentro", outer)).Key;
        var self = Home with { Source = "self.config", Key = Guid.NewGuid() };

        var stored = await ImportAsync(desk, Home with { Key = outer.Key, ParentKey = inner });
        var own = await ImportAsync(desk, self with { ParentKey = self.Key });

        Assert.Equal(("home.config", "self.config"), (Assert.Single(stored.Problems).File, Assert.Single(own.Problems).File));
        Assert.Equal(outer, await desk.FindAsync(outer));
    }

    [Fact]
    public async Task an_item_is_found_by_name_and_parent_when_its_key_is_new()
    {
        var desk = new Newsroom(await OpenAsync());
        await ImportAsync(desk, Home, Tequio);
        ImportedItem[] foreign =
        [
            Home with { Key = Guid.NewGuid() },
            Tequio with { Key = Guid.NewGuid(), Content = APage("Tequio", "Otro resumen.") },
        ];
        foreign[1] = foreign[1] with { ParentKey = foreign[0].Key };
        var pointing = Note with { ParentKey = foreign[0].Key, Content = ItemContent.Named("Nota").With("related", ASchema.Udi(foreign[1].Key)) };

        var report = await ImportAsync(desk, [.. foreign, pointing]);
        var again = await ImportAsync(desk, [.. foreign, pointing]);

        Assert.Equal((new ImportCounts(1, 1, 1, 0), new ImportCounts(0, 0, 3, 0)), (report.Counts, again.Counts));
        Assert.Equal("es-MX:tequio@2", await PublicAsync(desk, Tequio));
        Assert.Equal(Note.Key, Assert.Single(await desk.Store.AskAsync(reader => reader.ReferencesToAsync(Tequio.Key))).Source);
        Assert.Equal(Home.Key, (await ItemAsync(desk, Note)).ParentKey);
    }

    [Fact]
    public async Task what_a_file_does_not_tell_stays_as_it_is()
    {
        var desk = new Newsroom(await OpenAsync());
        await ImportAsync(desk, Home with { Restricted = true }, Tequio);

        await ImportAsync(desk, Home, Tequio with { Published = null, Content = APage("Tequio", "Otro resumen.") });

        Assert.Equal("es-MX:tequio@1", await PublicAsync(desk, Tequio));
        Assert.True((await ItemAsync(desk, Home)).Restricted);
    }

    [Fact]
    public async Task what_a_file_tells_as_unpublished_leaves_the_public()
    {
        var desk = new Newsroom(await OpenAsync());
        await ImportAsync(desk, Home, Tequio);

        var log = await desk.LogOfAsync(() => ImportAsync(desk, Home, Tequio with { Published = [] }));

        Assert.Equal(["Unpublished es-MX"], log);
        Assert.Equal("", await PublicAsync(desk, Tequio));
    }

    [Fact]
    public async Task published_items_may_stand_below_unpublished_ones()
    {
        var desk = new Newsroom(await OpenAsync());

        var report = await ImportAsync(desk, Home with { Published = [] }, Tequio);

        Assert.Empty(report.Problems);
        Assert.Equal("es-MX:tequio@1", await PublicAsync(desk, Tequio));
    }

    [Fact]
    public async Task a_deletion_takes_what_is_below_and_leaves_what_the_batch_puts_elsewhere()
    {
        var desk = new Newsroom(await OpenAsync());
        var other = Home with { Source = "otra.config", Key = Guid.NewGuid(), Content = ItemContent.Named("Otra") };
        await ImportAsync(desk, Home, Tequio, Note with { Content = ItemContent.Named("Nota") }, other);

        var report = await desk.Importing.ImportAsync(new ImportBatch([Tequio with { ParentKey = other.Key }], [new ImportedDeletion("gone.config", Home.Key), new ImportedDeletion("never.config", Guid.NewGuid())], "ana"), Cancellation);

        Assert.Equal(new ImportCounts(0, 1, 0, 2), report.Counts);
        Assert.Equal(other.Key, (await ItemAsync(desk, Tequio)).ParentKey);
        Assert.Null(await desk.Store.AskAsync(reader => reader.FindAsync(Note.Key)));
    }

    [Fact]
    public async Task a_file_that_is_still_shown_is_not_deleted_and_its_users_are_named()
    {
        var desk = new Newsroom(await OpenAsync());
        var folder = Photo with { Source = "carpeta.config", Key = Guid.NewGuid(), Type = "Folder", Content = ItemContent.Named("Fotos") };
        var photo = Photo with { ParentKey = folder.Key };
        var user = Note with { Source = "user.config", Key = Guid.NewGuid(), Content = ItemContent.Named("Nota con foto").With("photos", ASchema.Udi(Photo.Key)) };
        await ImportAsync(desk, Home, folder, photo, user);
        ImportedDeletion[] deletions = [new("gone.config", folder.Key)];

        var refused = await desk.Importing.ImportAsync(new ImportBatch([], deletions, "ana"), Cancellation);
        var untold = await desk.Importing.ImportAsync(new ImportBatch([user with { Published = null, Content = ItemContent.Named("Nota sin foto") }], deletions, "ana"), Cancellation);
        var elsewhere = await desk.Importing.ImportAsync(new ImportBatch([photo with { ParentKey = null }], deletions, "ana"), Cancellation);
        var letGo = await desk.Importing.ImportAsync(new ImportBatch([user with { Content = ItemContent.Named("Nota sin foto") }], [new("gone.config", Photo.Key)], "ana"), Cancellation);

        Assert.Equal("gone.config", Assert.Single(refused.Problems).File);
        Assert.Contains("«Nota con foto»", refused.Problems[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("«Nota con foto»", Assert.Single(untold.Problems).ToString(), StringComparison.Ordinal);
        Assert.Equal(new ImportCounts(0, 1, 0, 1), elsewhere.Counts);
        Assert.Equal(new ImportCounts(0, 1, 0, 1), letGo.Counts);
        Assert.Null(await desk.Store.AskAsync(reader => reader.FindAsync(Photo.Key)));
    }

    [Fact]
    public async Task a_batch_does_not_point_to_or_stand_below_what_it_deletes()
    {
        var desk = new Newsroom(await OpenAsync());
        await ImportAsync(desk, Home, Tequio);
        var outside = Note with { ParentKey = null, Key = Guid.NewGuid(), Source = "outside.config" };
        var below = Note with { Content = ItemContent.Named("Nota"), Source = "below.config" };

        var report = await desk.Importing.ImportAsync(new ImportBatch([outside, below], [new ImportedDeletion("gone.config", Home.Key)], "ana"), Cancellation);

        Assert.Equal(["below.config", "outside.config"], report.Problems.Select(problem => problem.File).Distinct());
        Assert.Equal("es-MX:tequio@1", await PublicAsync(desk, Tequio));
    }

    [Fact]
    public async Task the_bin_comes_and_goes_with_what_is_below()
    {
        var desk = new Newsroom(await OpenAsync());
        await ImportAsync(desk, Home, Tequio);

        await ImportAsync(desk, Home with { Trashed = true });

        Assert.Equal((true, true, ""), ((await ItemAsync(desk, Home)).Trashed, (await ItemAsync(desk, Tequio)).Trashed, await PublicAsync(desk, Tequio)));
        Assert.Equal(new ImportCounts(0, 0, 1, 0), (await ImportAsync(desk, Home with { Trashed = true })).Counts);

        await ImportAsync(desk, Home, Tequio);

        Assert.Equal((false, false, "es-MX:tequio@1"), ((await ItemAsync(desk, Home)).Trashed, (await ItemAsync(desk, Tequio)).Trashed, await PublicAsync(desk, Tequio)));
    }

    [Fact]
    public async Task a_moved_file_moves_its_item_and_the_old_address_is_remembered()
    {
        var desk = new Newsroom(await OpenAsync());
        var other = Home with { Source = "otra.config", Key = Guid.NewGuid(), Content = ItemContent.Named("Otra") };
        await ImportAsync(desk, Home, Tequio, other);

        await ImportAsync(desk, Tequio with { ParentKey = other.Key });

        Assert.Equal(other.Key, (await ItemAsync(desk, Tequio)).ParentKey);
        Assert.Equal(["es-MX:tequio"], await desk.FormerAsync());
    }

    [Fact]
    public async Task what_was_measured_of_a_file_outlives_an_import_that_does_not_know_it()
    {
        var desk = new Newsroom(await OpenAsync());
        await ImportAsync(desk, Photo with { Content = Photo.Content.With("umbracoBytes", "2048") });

        var same = await ImportAsync(desk, Photo);
        await ImportAsync(desk, Photo with { Content = Photo.Content.With("umbracoFile", "/media/b.png") });

        Assert.Equal(new ImportCounts(0, 0, 1, 0), same.Counts);
        Assert.Null((await desk.DraftAsync(await ItemAsync(desk, Photo))).Value("umbracoBytes"));
    }

    [Fact]
    public async Task other_bytes_at_the_same_address_are_another_file()
    {
        var desk = new Newsroom(await OpenAsync());
        await ImportAsync(desk, Photo with { Content = Photo.Content.With("fileHash", "aa").With("umbracoBytes", "2048") });

        var same = await ImportAsync(desk, Photo with { Content = Photo.Content.With("fileHash", "aa") });
        await ImportAsync(desk, Photo with { Content = Photo.Content.With("fileHash", "bb") });

        Assert.Equal(new ImportCounts(0, 0, 1, 0), same.Counts);
        var item = await ItemAsync(desk, Photo);
        Assert.Equal((2, "bb", null), (item.Revision, (await desk.DraftAsync(item)).Value("fileHash"), (await desk.DraftAsync(item)).Value("umbracoBytes")));
    }

    [Fact]
    public async Task a_restricted_file_may_lack_what_the_public_would_need()
    {
        var desk = new Newsroom(await OpenAsync());
        var empty = Photo with { Content = ItemContent.Named("Foto") };

        var open = await ImportAsync(desk, empty);
        var restricted = await ImportAsync(desk, empty with { Restricted = true });

        Assert.NotEmpty(open.Problems);
        Assert.Empty(restricted.Problems);
    }

    [Fact]
    public async Task an_existing_item_keeps_its_type_and_kind()
    {
        var desk = new Newsroom(await OpenAsync());
        await ImportAsync(desk, Home, Note with { Content = ItemContent.Named("Nota") });

        var report = await ImportAsync(desk, Tequio with { Key = Note.Key });

        Assert.Equal("tequio.config", Assert.Single(report.Problems).File);
    }

    private static Task<ImportReport> ImportAsync(Newsroom desk, params ImportedItem[] items) => desk.Importing.ImportAsync(new ImportBatch(items, [], "ana"), Cancellation);

    private static async Task<Item> ItemAsync(Newsroom desk, ImportedItem file) => (await desk.Store.AskAsync(reader => reader.FindAsync(file.Key)))!;

    private static async Task<string> PublicAsync(Newsroom desk, ImportedItem file) => await desk.PublicAsync(await ItemAsync(desk, file));
}

public sealed class SqliteContentImportTests() : ContentImportTests(new SqliteTestDatabase());

public sealed class PostgresContentImportTests(PostgresCluster cluster) : ContentImportTests(new PostgresTestDatabase(cluster));

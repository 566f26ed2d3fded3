using Repository.Core.Content;
using Repository.Core.Tests.Content;
using Repository.Testing;
using static Repository.Storage.Tests.UseCases.Newsroom;

namespace Repository.Storage.Tests.UseCases;

public abstract class ContentPublishingTests(TestDatabase database) : StoreTests(database)
{
    private static readonly ItemContent Both = APage("Tequio").WithName("Communal work", English).With("summary", "Work.", English);

    [Fact]
    public async Task a_published_culture_is_seen_and_later_drafts_are_not()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await APublicPageAsync(desk);

        await desk.SavedAsync(page, APage("Otro nombre"));

        Assert.Equal("es-MX:tequio@1", await desk.PublicAsync(page));
    }

    [Fact]
    public async Task each_culture_is_published_by_itself()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await APublicPageAsync(desk);
        await desk.SavedAsync(page, Both);

        var log = await desk.LogOfAsync(async () => await DoneAsync(desk.Publishing.PublishAsync(await desk.SeenAsync(page), ["EN"], Cancellation)));

        Assert.Equal(["Published en"], log);
        Assert.Equal("en:communal-work@2 es-MX:tequio@1", await desk.PublicAsync(page));
    }

    [Fact]
    public async Task no_page_takes_a_languages_prefix_where_a_path_begins()
    {
        var desk = new Newsroom(await OpenAsync());
        var root = await desk.PublishedAsync(await desk.SectionAsync("En"));

        var below = await desk.PublishedAsync(await desk.SectionAsync("En", root));
        var deep = await desk.PublishedAsync(await desk.SectionAsync("En", below));

        Assert.Equal(":en-1@1", await desk.PublicAsync(root));
        Assert.Equal(":en-1@1", await desk.PublicAsync(below));
        Assert.Equal(":en@1", await desk.PublicAsync(deep));
    }

    [Fact]
    public async Task publishing_what_is_public_already_writes_nothing()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await APublicPageAsync(desk);

        var log = await desk.LogOfAsync(() => desk.PublishedAsync(page));

        Assert.Empty(log);
    }

    [Fact]
    public async Task the_mandatory_language_is_published_first_or_together()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await desk.PageAsync("Tequio", await desk.PublishedAsync(await desk.SectionAsync("Prácticas")));
        await desk.SavedAsync(page, Both);

        await RefusedAsync(desk.Publishing.PublishAsync(await desk.SeenAsync(page), [English], Cancellation));
        await DoneAsync(desk.Publishing.PublishAsync(await desk.SeenAsync(page), [English, Spanish], Cancellation));

        Assert.Equal("en:communal-work@2 es-MX:tequio@2", await desk.PublicAsync(page));
    }

    [Theory]
    [InlineData("")]
    [InlineData("xx-YY")]
    [InlineData(English)]
    public async Task a_culture_the_page_does_not_have_is_not_published(string culture)
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await APublicPageAsync(desk);

        await RefusedAsync(desk.Publishing.PublishAsync(await desk.SeenAsync(page), [culture], Cancellation));

        Assert.Equal("es-MX:tequio@1", await desk.PublicAsync(page));
    }

    [Fact]
    public async Task what_lacks_a_mandatory_value_stays_out()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await desk.PageAsync("Tequio", await desk.PublishedAsync(await desk.SectionAsync("Prácticas")));
        await desk.SavedAsync(page, ItemContent.Named("Tequio", Spanish));

        var fields = await RefusedAsync(desk.Publishing.PublishAsync(await desk.SeenAsync(page), [Spanish], Cancellation));

        Assert.Equal(["summary"], fields);
        Assert.Equal("", await desk.PublicAsync(page));
    }

    [Fact]
    public async Task what_points_to_nothing_or_into_the_bin_stays_out()
    {
        var desk = new Newsroom(await OpenAsync());
        var binned = await desk.NoteAsync("A la papelera");
        var (dead, gone) = (await desk.NoteAsync("Nota", related: ASchema.Udi(Guid.NewGuid())), await desk.NoteAsync("Nota", related: ASchema.Udi(binned.Key)));
        await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(binned), Cancellation));

        var fields = await RefusedAsync(desk.Publishing.PublishAsync(await desk.SeenAsync(dead), [], Cancellation));
        var others = await RefusedAsync(desk.Publishing.PublishAsync(await desk.SeenAsync(gone), [], Cancellation));

        Assert.Equal(["related", "related"], [.. fields, .. others]);
    }

    [Fact]
    public async Task nothing_is_published_below_what_is_not()
    {
        var desk = new Newsroom(await OpenAsync());
        var home = await desk.SectionAsync("Prácticas");
        var page = await desk.PageAsync("Tequio", home);

        var result = await desk.Publishing.PublishAsync(await desk.SeenAsync(page), [], Cancellation);

        var problem = Assert.Single(Assert.IsType<WriteResult.Invalid>(result).Problems);
        Assert.Equal("Publica primero «Prácticas»: mientras no sea público, lo que está dentro no se ve.", problem.Message);
    }

    [Fact]
    public async Task siblings_of_one_name_are_told_apart_by_numbers_and_keep_them()
    {
        var desk = new Newsroom(await OpenAsync());
        var home = await desk.PublishedAsync(await desk.SectionAsync("Prácticas"));
        var first = await desk.PublishedAsync(await desk.PageAsync("Tequio", home));
        var second = await desk.PublishedAsync(await desk.PageAsync("Téquio", home));
        var third = await desk.PublishedAsync(await desk.NoteAsync("tequio", home));
        await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(first), Cancellation));

        await desk.SavedAsync(second, APage("Téquio", "Otro resumen."));
        await desk.PublishedAsync(second);

        Assert.Equal(("es-MX:tequio-1@2", ":tequio-2@1"), (await desk.PublicAsync(second), await desk.PublicAsync(third)));
        Assert.Equal(["es-MX:tequio"], await desk.FormerAsync());
    }

    [Fact]
    public async Task a_new_name_gives_a_new_segment_and_the_old_one_is_remembered()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await APublicPageAsync(desk);
        await desk.SavedAsync(page, APage("Faena"));

        await desk.PublishedAsync(page);

        Assert.Equal("es-MX:faena@2", await desk.PublicAsync(page));
        Assert.Equal(["es-MX:tequio"], await desk.FormerAsync());
    }

    [Fact]
    public async Task one_language_leaves_and_the_others_stay()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await APublicPageAsync(desk);
        await desk.SavedAsync(page, Both);
        await desk.PublishedAsync(page);

        var log = await desk.LogOfAsync(async () => await DoneAsync(desk.Publishing.UnpublishAsync(await desk.SeenAsync(page), [English], Cancellation)));

        Assert.Equal(["Unpublished en"], log);
        Assert.Equal("es-MX:tequio@2", await desk.PublicAsync(page));
    }

    [Fact]
    public async Task without_the_mandatory_language_nothing_stays_public()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await APublicPageAsync(desk);
        await desk.SavedAsync(page, Both);
        await desk.PublishedAsync(page);

        var log = await desk.LogOfAsync(async () => await DoneAsync(desk.Publishing.UnpublishAsync(await desk.SeenAsync(page), [Spanish], Cancellation)));

        Assert.Equal(["Unpublished en", "Unpublished es-MX"], log);
        Assert.Equal("", await desk.PublicAsync(page));
    }

    [Fact]
    public async Task what_is_not_public_cannot_be_withdrawn()
    {
        var desk = new Newsroom(await OpenAsync());
        var note = await desk.NoteAsync("Nota");

        var log = await desk.LogOfAsync(async () => await RefusedAsync(desk.Publishing.UnpublishAsync(await desk.SeenAsync(note), [], Cancellation)));

        Assert.Empty(log);
    }

    [Fact]
    public async Task nobody_publishes_a_version_they_have_not_seen()
    {
        var desk = new Newsroom(await OpenAsync());
        var note = await desk.NoteAsync("Nota");
        var old = await desk.SeenAsync(note);
        await desk.SavedAsync(note, ItemContent.Named("Otra"));

        var (publish, unpublish) = (await desk.Publishing.PublishAsync(old, [], Cancellation), await desk.Publishing.UnpublishAsync(old, [], Cancellation));

        Assert.IsType<WriteResult.Stale>(publish);
        Assert.IsType<WriteResult.Stale>(unpublish);
        Assert.Equal("", await desk.PublicAsync(note));
    }

    private static async Task<Item> APublicPageAsync(Newsroom desk) =>
        await desk.PublishedAsync(await desk.PageAsync("Tequio", await desk.PublishedAsync(await desk.SectionAsync("Prácticas"))));
}

public sealed class SqliteContentPublishingTests() : ContentPublishingTests(new SqliteTestDatabase());

public sealed class PostgresContentPublishingTests(PostgresCluster cluster) : ContentPublishingTests(new PostgresTestDatabase(cluster));

using Repository.Core.Forms;
using Repository.Core.Forms.Designs;
using Repository.Testing;

namespace Repository.Storage.Tests.Forms;

public abstract class FormStoreTests(TestDatabase database) : StoreTests(database)
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 21, 15, 0, 0, TimeSpan.Zero);
    private static readonly FormDefinition Contact = ContactDesign.Make();

    [Fact]
    public async Task what_a_file_says_comes_into_force_once_and_what_was_published_since_stays()
    {
        var store = (await OpenAsync()).Forms;

        Assert.True(await store.TakeFromFileAsync(Called("Mandar"), Morning, Cancellation));
        var first = await store.MarkAsync(Cancellation);
        Assert.False(await store.TakeFromFileAsync(Called("Mandar"), Morning.AddDays(1), Cancellation));
        Assert.Equal(first, await store.MarkAsync(Cancellation));

        await store.PublishAsync(Called("Enviar ya"), null, "Ana", Morning.AddDays(2), Cancellation);
        Assert.False(await store.TakeFromFileAsync(Called("Mandar"), Morning.AddDays(3), Cancellation));
        var published = Assert.Single(await store.HeadsAsync(Cancellation));
        Assert.Equal(("Enviar ya", 2, "Ana"), (published.Version.Definition.SubmitLabel, published.Version.Number, published.By));
        Assert.NotEqual(first, await store.MarkAsync(Cancellation));

        Assert.True(await store.TakeFromFileAsync(Called("Despachar"), Morning.AddDays(4), Cancellation));
        Assert.Equal(("Despachar", 3), (await store.HeadsAsync(Cancellation)) is [var head] ? (head.Version.Definition.SubmitLabel, head.Version.Number) : default);
    }

    [Fact]
    public async Task a_form_that_comes_back_to_what_it_was_has_its_old_number_again()
    {
        var store = (await OpenAsync()).Forms;
        await store.PublishAsync(Called("Mandar"), null, "Ana", Morning, Cancellation);
        await store.PublishAsync(Called("Enviar ya"), null, "Ana", Morning, Cancellation);

        var head = await store.PublishAsync(Called("Mandar"), null, "Beto", Morning, Cancellation);

        Assert.Equal((1, "Beto"), (head!.Version.Number, head.By));
    }

    [Fact]
    public async Task a_draft_need_not_hold_together_and_the_slower_of_two_is_told()
    {
        var store = (await OpenAsync()).Forms;
        var empty = Contact with { Pages = [] };

        var first = await store.SaveDraftAsync(new FormDraftState(empty, 0, "Ana", Morning), Cancellation);
        Assert.Equal(1, first!.Revision);
        Assert.Null(await store.SaveDraftAsync(new FormDraftState(Contact, 0, "Beto", Morning), Cancellation));

        var second = await store.SaveDraftAsync(first with { Definition = Contact, By = "Ana" }, Cancellation);
        Assert.Equal(2, second!.Revision);
        Assert.Null(await store.SaveDraftAsync(first with { By = "Beto" }, Cancellation));

        var found = await store.FindDraftAsync(Contact.Key, Cancellation);
        Assert.Equal((FormJson.Hash(Contact), 2, "Ana", Morning), (FormJson.Hash(found!.Definition), found.Revision, found.By, found.At));
        Assert.Single(await store.DraftsAsync(Cancellation));
    }

    [Fact]
    public async Task a_draft_knows_what_it_was_before_it_was_last_saved()
    {
        var store = (await OpenAsync()).Forms;

        foreach (var (label, revision) in new[] { ("Uno", 0), ("Dos", 1), ("Tres", 2) }) await store.SaveDraftAsync(new FormDraftState(Contact with { SubmitLabel = label }, revision, "Ana", Morning), Cancellation);

        var third = await store.FindDraftAsync(Contact.Key, Cancellation);
        Assert.Equal(("Tres", "Dos"), (third!.Definition.SubmitLabel, third.Former!.SubmitLabel));
        await store.PublishAsync(Called("Tres"), 3, "Ana", Morning, Cancellation);
        await store.SaveDraftAsync(new FormDraftState(Contact, 0, "Ana", Morning), Cancellation);
        Assert.Null((await store.FindDraftAsync(Contact.Key, Cancellation))!.Former);
    }

    [Fact]
    public async Task publishing_ends_the_draft_it_was_made_from_and_no_other()
    {
        var store = (await OpenAsync()).Forms;
        await store.SaveDraftAsync(new FormDraftState(Contact, 0, "Ana", Morning), Cancellation);
        await store.SaveDraftAsync(new FormDraftState(Contact with { SubmitLabel = "Mandar" }, 1, "Beto", Morning), Cancellation);

        Assert.Null(await store.PublishAsync(Called("Enviar"), 1, "Ana", Morning, Cancellation));
        Assert.Empty(await store.HeadsAsync(Cancellation));
        Assert.NotNull(await store.PublishAsync(Called("Mandar"), 2, "Beto", Morning, Cancellation));

        Assert.Null(await store.FindDraftAsync(Contact.Key, Cancellation));
        Assert.False(await store.DropDraftAsync(Contact.Key, 2, Cancellation));
    }

    private static Form Called(string submit) => ((FormCompilation.Built)Form.Compile(Contact with { SubmitLabel = submit })).Form;
}

public sealed class SqliteFormStoreTests() : FormStoreTests(new SqliteTestDatabase());

public sealed class PostgresFormStoreTests(PostgresCluster cluster) : FormStoreTests(new PostgresTestDatabase(cluster));

using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Workflow;
using Repository.Testing;
using static Repository.Storage.Tests.UseCases.Newsroom;

namespace Repository.Storage.Tests.UseCases;

public abstract class PermissionTests(TestDatabase database) : StoreTests(database)
{
    /// <summary>Everything that can be done to a note in a section by somebody who has seen it.</summary>
    private static readonly Dictionary<string, Func<Newsroom, Item, Seen, Task<WriteResult>>> Acts = new()
    {
        ["create"] = (desk, section, seen) => desk.Editing.CreateAsync(ANote(section, seen), Cancellation),
        ["create restricted"] = (desk, section, seen) => desk.Editing.CreateAsync(ANote(section, seen) with { Restricted = true }, Cancellation),
        ["save"] = (desk, _, seen) => desk.Editing.SaveAsync(seen, ItemContent.Named("Otra"), Cancellation),
        ["copy"] = (desk, section, seen) => desk.Editing.CopyAsync(seen, section.Key, deep: true, Cancellation),
        ["restrict"] = (desk, _, seen) => desk.Editing.RestrictAsync(seen, true, Cancellation),
        ["move"] = (desk, section, seen) => desk.Tree.MoveAsync(seen, section.Key, Cancellation),
        ["sort"] = (desk, section, seen) => desk.Tree.SortAsync(new NewOrder(ItemKind.Document, section.Key, [seen.Key], seen.By), Cancellation),
        ["trash"] = (desk, _, seen) => desk.Tree.TrashAsync(seen, Cancellation),
        ["submit"] = (desk, _, seen) => desk.Reviewing.SubmitAsync(seen, [], Cancellation),
        ["approve"] = (desk, _, seen) => desk.Reviewing.ApproveAsync(seen, [], Cancellation),
        ["approve and publish"] = (desk, _, seen) => desk.Publishing.ApproveAndPublishAsync(seen, [], Cancellation),
        ["comment"] = (desk, _, seen) => desk.Commenting.WriteAsync(new NewComment(seen.Key, "", "", "Va bien.", seen.By), Cancellation),
    };

    /// <summary>What can be done to a note that is approved.</summary>
    private static readonly Dictionary<string, Func<Newsroom, Seen, Task<WriteResult>>> ActsOnApproved = new()
    {
        ["publish"] = (desk, seen) => desk.Publishing.PublishAsync(seen, [], Cancellation),
        ["schedule"] = (desk, seen) => desk.Publishing.ScheduleAsync(seen, new Planned("", ScheduledAction.Release, desk.Clock.Now.AddDays(1)), Cancellation),
        ["request changes"] = (desk, seen) => desk.Reviewing.RequestChangesAsync(seen, [], Cancellation),
        ["return to draft"] = (desk, seen) => desk.Reviewing.ReturnToDraftAsync(seen, [], Cancellation),
    };

    /// <summary>What can be done to a note that is public and planned to end.</summary>
    private static readonly Dictionary<string, Func<Newsroom, Seen, Task<WriteResult>>> ActsOnPublic = new()
    {
        ["unpublish"] = (desk, seen) => desk.Publishing.UnpublishAsync(seen with { Reason = "Ya no vale." }, [], Cancellation),
        ["unschedule"] = (desk, seen) => desk.Publishing.UnscheduleAsync(seen, "", ScheduledAction.Expire, Cancellation),
    };

    /// <summary>What can be done to a note in the bin.</summary>
    private static readonly Dictionary<string, Func<Newsroom, Seen, Task<WriteResult>>> ActsInBin = new()
    {
        ["restore"] = (desk, seen) => desk.Tree.RestoreAsync(seen, null, Cancellation),
        ["delete"] = (desk, seen) => desk.Tree.DeleteAsync(seen, Cancellation),
    };

    public static TheoryData<string> EveryAct => [.. Acts.Keys];

    public static TheoryData<string> EveryActOnApproved => [.. ActsOnApproved.Keys];

    public static TheoryData<string> EveryActOnPublic => [.. ActsOnPublic.Keys];

    public static TheoryData<string> EveryActInBin => [.. ActsInBin.Keys];

    [Theory]
    [MemberData(nameof(EveryAct))]
    public async Task what_holds_in_one_section_holds_in_no_other(string act)
    {
        var desk = new Newsroom(await OpenAsync());
        var (mine, other) = (await desk.SectionAsync("Prácticas"), await desk.SectionAsync("Sentencias"));
        await desk.PublishedAsync(mine);
        var (note, foreign) = (await desk.NoteAsync("Nota", mine), await desk.NoteAsync("Ajena", other));
        var person = APerson(Role.Administrator, mine);

        WriteResult? refused = null;
        var log = await desk.LogOfAsync(async () => refused = await Acts[act](desk, other, await SeenAsync(desk, foreign, person)));
        var allowed = await Acts[act](desk, mine, await SeenAsync(desk, note, person));

        Assert.IsType<WriteResult.Forbidden>(refused);
        Assert.Empty(log);
        Assert.IsType<WriteResult.Done>(allowed);
    }

    [Theory]
    [MemberData(nameof(EveryActOnApproved))]
    public async Task what_is_approved_elsewhere_stays_as_it_is(string act)
    {
        var desk = new Newsroom(await OpenAsync());
        var (mine, other) = (await desk.PublishedAsync(await desk.SectionAsync("Prácticas")), await desk.PublishedAsync(await desk.SectionAsync("Sentencias")));
        var (note, foreign) = (await desk.NoteAsync("Nota", mine), await desk.NoteAsync("Ajena", other));
        foreach (var item in (Item[])[note, foreign]) await DoneAsync(desk.Reviewing.ApproveAsync(await desk.SeenAsync(item), [], Cancellation));
        var person = APerson(Role.Publisher, mine);

        var refused = await ActsOnApproved[act](desk, await SeenAsync(desk, foreign, person));
        var allowed = await ActsOnApproved[act](desk, await SeenAsync(desk, note, person));

        Assert.IsType<WriteResult.Forbidden>(refused);
        Assert.IsType<WriteResult.Done>(allowed);
    }

    [Theory]
    [MemberData(nameof(EveryActOnPublic))]
    public async Task what_is_public_elsewhere_stays_as_it_is(string act)
    {
        var desk = new Newsroom(await OpenAsync());
        var (mine, other) = (await desk.PublishedAsync(await desk.SectionAsync("Prácticas")), await desk.PublishedAsync(await desk.SectionAsync("Sentencias")));
        var (note, foreign) = (await desk.PublishedAsync(await desk.NoteAsync("Nota", mine)), await desk.PublishedAsync(await desk.NoteAsync("Ajena", other)));
        foreach (var item in (Item[])[note, foreign]) await DoneAsync(desk.Publishing.ScheduleAsync(await desk.SeenAsync(item), new Planned("", ScheduledAction.Expire, desk.Clock.Now.AddDays(1)), Cancellation));
        var person = APerson(Role.Publisher, mine);

        var refused = await ActsOnPublic[act](desk, await SeenAsync(desk, foreign, person));
        var allowed = await ActsOnPublic[act](desk, await SeenAsync(desk, note, person));

        Assert.IsType<WriteResult.Forbidden>(refused);
        Assert.IsType<WriteResult.Done>(allowed);
    }

    [Theory]
    [MemberData(nameof(EveryActInBin))]
    public async Task what_lies_in_the_bin_belongs_where_it_came_from(string act)
    {
        var desk = new Newsroom(await OpenAsync());
        var (mine, other) = (await desk.SectionAsync("Prácticas"), await desk.SectionAsync("Sentencias"));
        var (note, foreign) = (await desk.NoteAsync("Nota", mine), await desk.NoteAsync("Ajena", other));
        foreach (var item in (Item[])[note, foreign]) await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(item), Cancellation));
        var person = APerson(Role.Administrator, mine);

        var refused = await ActsInBin[act](desk, await SeenAsync(desk, foreign, person));
        var allowed = await ActsInBin[act](desk, await SeenAsync(desk, note, person));

        Assert.IsType<WriteResult.Forbidden>(refused);
        Assert.IsType<WriteResult.Done>(allowed);
    }

    [Fact]
    public async Task what_moves_or_is_copied_needs_both_places()
    {
        var desk = new Newsroom(await OpenAsync());
        var (mine, other) = (await desk.SectionAsync("Prácticas"), await desk.SectionAsync("Sentencias"));
        var (note, foreign, binned) = (await desk.NoteAsync("Nota", mine), await desk.NoteAsync("Ajena", other), await desk.NoteAsync("Perdida", mine));
        await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(binned), Cancellation));
        var person = APerson(Role.Administrator, mine);

        var results = new[]
        {
            await desk.Tree.MoveAsync(await SeenAsync(desk, note, person), other.Key, Cancellation),
            await desk.Tree.MoveAsync(await SeenAsync(desk, note, person), null, Cancellation),
            await desk.Tree.MoveAsync(await SeenAsync(desk, foreign, person), mine.Key, Cancellation),
            await desk.Tree.RestoreAsync(await SeenAsync(desk, binned, person), other.Key, Cancellation),
            await desk.Editing.CopyAsync(await SeenAsync(desk, note, person), other.Key, deep: false, Cancellation),
            await desk.Editing.CopyAsync(await SeenAsync(desk, note, person), null, deep: false, Cancellation),
        };

        Assert.All(results, result => Assert.IsType<WriteResult.Forbidden>(result));
        Assert.IsType<WriteResult.Done>(await desk.Editing.CopyAsync(await SeenAsync(desk, foreign, person), mine.Key, deep: false, Cancellation));
    }

    [Fact]
    public async Task the_bin_takes_nothing_from_the_public_for_those_who_do_not_publish()
    {
        var desk = new Newsroom(await OpenAsync());
        var section = await desk.PublishedAsync(await desk.SectionAsync("Prácticas"));
        var (shown, draft) = (await desk.PublishedAsync(await desk.NoteAsync("Pública", section)), await desk.NoteAsync("Borrador", section));

        var results = new[] { Role.Systematiser, Role.Reviewer, Role.Translator, Role.Communicator }.Select(async role => await desk.Tree.TrashAsync(await SeenAsync(desk, shown, APerson(role)), Cancellation));

        Assert.All(await Task.WhenAll(results), result => Assert.IsType<WriteResult.Forbidden>(result));
        Assert.IsType<WriteResult.Done>(await desk.Tree.TrashAsync(await SeenAsync(desk, draft, APerson(Role.Publisher, section)), Cancellation));
        Assert.IsType<WriteResult.Done>(await desk.Tree.TrashAsync(await SeenAsync(desk, section, APerson(Role.Publisher, section)), Cancellation));
    }

    [Fact]
    public async Task whoever_translates_leaves_the_original_alone()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await desk.PageAsync("Tequio", await desk.SectionAsync("Prácticas"));
        var translator = APerson(Role.Translator);
        var original = await desk.DraftAsync(page);

        var renamed = await desk.Editing.SaveAsync(await SeenAsync(desk, page, translator), original.WithName("Faena", Spanish), Cancellation);
        var dated = await desk.Editing.SaveAsync(await SeenAsync(desk, page, translator), original.With("year", "1990"), Cancellation);
        var sneaked = await desk.Editing.SaveAsync(await SeenAsync(desk, page, translator), original.WithName("Communal work", English).With("summary", "Otro.", Spanish), Cancellation);
        var translated = await desk.Editing.SaveAsync(await SeenAsync(desk, page, translator), original.WithName("Communal work", English).With("summary", "Work.", English), Cancellation);
        var created = await desk.Editing.CreateAsync(new NewItem { Type = "note", Content = ItemContent.Named("Nota"), By = translator }, Cancellation);

        Assert.All([renamed, dated, sneaked, created], result => Assert.IsType<WriteResult.Forbidden>(result));
        Assert.IsType<WriteResult.Done>(translated);
    }

    [Fact]
    public async Task whoever_may_nothing_is_told_nothing()
    {
        var desk = new Newsroom(await OpenAsync());
        var note = await desk.NoteAsync("Nota");
        var nobody = new Person(Guid.NewGuid(), "Nadie", []);

        var stale = await desk.Editing.SaveAsync(new Seen(note.Key, 0, nobody), ItemContent.Named("Otra"), Cancellation);
        var copied = await desk.Editing.CopyAsync(await SeenAsync(desk, note, nobody), null, deep: false, Cancellation);

        Assert.All([stale, copied], result => Assert.IsType<WriteResult.Forbidden>(result));
    }

    [Fact]
    public async Task whoever_writes_somewhere_brings_files_but_removes_none()
    {
        var desk = new Newsroom(await OpenAsync());
        var section = await desk.SectionAsync("Prácticas");
        var person = APerson(Role.Administrator, section);
        var image = new NewItem { Kind = ItemKind.Media, Type = "Image", Content = ItemContent.Named("Milpa").With("umbracoFile", "/media/milpa.jpg"), By = person };

        var brought = await DoneAsync(desk.Editing.CreateAsync(image, Cancellation));
        var hidden = await desk.Editing.CreateAsync(image with { Restricted = true }, Cancellation);
        var seen = new Seen(brought.Key, brought.Version, person);
        var described = await desk.Editing.SaveAsync(seen, image.Content.WithName("Milpa en agosto"), Cancellation);
        var trashed = await desk.Tree.TrashAsync(seen with { Version = 2 }, Cancellation);
        var sorted = await desk.Tree.SortAsync(new NewOrder(ItemKind.Media, null, [brought.Key], person), Cancellation);
        var emptied = await desk.Tree.EmptyBinAsync(ItemKind.Media, person, Cancellation);

        Assert.All([hidden, described], result => Assert.IsType<WriteResult.Done>(result));
        Assert.All([trashed, sorted, emptied], result => Assert.IsType<WriteResult.Forbidden>(result));
        Assert.IsType<WriteResult.Done>(await desk.Tree.TrashAsync(new Seen(brought.Key, 2, APerson(Role.Publisher)), Cancellation));
    }

    [Fact]
    public async Task only_the_whole_bin_is_emptied_and_only_by_those_who_delete_everywhere()
    {
        var desk = new Newsroom(await OpenAsync());
        var section = await desk.SectionAsync("Prácticas");
        await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(await desk.NoteAsync("Nota", section)), Cancellation));

        Assert.IsType<WriteResult.Forbidden>(await desk.Tree.EmptyBinAsync(ItemKind.Document, APerson(Role.Administrator, section), Cancellation));
        Assert.IsType<WriteResult.Forbidden>(await desk.Tree.EmptyBinAsync(ItemKind.Document, APerson(Role.Publisher), Cancellation));
        Assert.IsType<WriteResult.Done>(await desk.Tree.EmptyBinAsync(ItemKind.Document, APerson(Role.Administrator), Cancellation));
    }

    [Fact]
    public async Task the_log_names_a_person_by_the_key_of_the_account()
    {
        var desk = new Newsroom(await OpenAsync());
        var person = APerson(Role.Systematiser);
        var before = await desk.Store.HeadAsync(Cancellation);

        await DoneAsync(desk.Editing.CreateAsync(new NewItem { Type = "note", Content = ItemContent.Named("Nota"), By = person }, Cancellation));

        Assert.Equal(person.Key.ToString(), Assert.Single(await desk.Store.ChangesAsync(before, 10, Cancellation)).By);
        Assert.Throws<ArgumentException>(() => new Seen(Guid.NewGuid(), 1, person.By));
    }

    private static Person APerson(Role role, Item? section = null) => new(Guid.NewGuid(), "Ana", [new Grant(role, section?.Key)]);

    private static NewItem ANote(Item section, Seen seen) => new() { Type = "note", Parent = section.Key, Content = ItemContent.Named("Nueva"), By = seen.By };

    private static async Task<Seen> SeenAsync(Newsroom desk, Item item, Person person) => new(item.Key, (await desk.FindAsync(item)).Version, person);
}

public sealed class SqlitePermissionTests() : PermissionTests(new SqliteTestDatabase());

public sealed class PostgresPermissionTests(PostgresCluster cluster) : PermissionTests(new PostgresTestDatabase(cluster));

using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Workflow;
using Repository.Testing;
using static Repository.Storage.Tests.UseCases.Newsroom;

namespace Repository.Storage.Tests.UseCases;

public abstract class ReviewingTests(TestDatabase database) : StoreTests(database)
{
    private static readonly Person Writer = APerson(Role.Systematiser);
    private static readonly Person Reviewer = APerson(Role.Reviewer);
    private static readonly Person Publisher = APerson(Role.Publisher);

    [Fact]
    public async Task a_draft_goes_to_review_comes_back_and_gets_public()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await APageAsync(desk);

        await DoneAsync(desk.Reviewing.SubmitAsync(await SeenAsync(desk, page, Writer), [], Cancellation));
        await DoneAsync(desk.Reviewing.RequestChangesAsync(await SeenAsync(desk, page, Reviewer, "Falta el año."), [Spanish], Cancellation));
        await DoneAsync(desk.Editing.SaveAsync(await SeenAsync(desk, page, Writer), APage("Tequio").With("year", "1990"), Cancellation));
        await DoneAsync(desk.Reviewing.SubmitAsync(await SeenAsync(desk, page, Writer), [], Cancellation));
        await DoneAsync(desk.Reviewing.ApproveAsync(await SeenAsync(desk, page, Reviewer), [], Cancellation));
        await DoneAsync(desk.Publishing.PublishAsync(await SeenAsync(desk, page, Publisher), [], Cancellation));

        Assert.Equal("es-MX:tequio@2", await desk.PublicAsync(page));
        Assert.Equal(
            ["1 InReview", "1 ChangesRequested Falta el año.", "2 InReview", "2 Approved", "2 Published"],
            (await ReviewsAsync(desk, page)).Select(review => $"{review.Revision} {review.State} {review.Note}".TrimEnd()));
    }

    [Fact]
    public async Task people_publish_nothing_that_is_not_approved()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await APageAsync(desk);

        var draft = await desk.Publishing.PublishAsync(await SeenAsync(desk, page, Publisher), [], Cancellation);
        await DoneAsync(desk.Reviewing.SubmitAsync(await SeenAsync(desk, page, Writer), [], Cancellation));
        var submitted = await desk.Publishing.PublishAsync(await SeenAsync(desk, page, Publisher), [Spanish], Cancellation);
        await DoneAsync(desk.Reviewing.ApproveAsync(await SeenAsync(desk, page, Reviewer), [], Cancellation));
        await DoneAsync(desk.Editing.SaveAsync(await SeenAsync(desk, page, Writer), APage("Tequio", "Otro resumen."), Cancellation));
        var revised = await desk.Publishing.PublishAsync(await SeenAsync(desk, page, Publisher), [Spanish], Cancellation);
        var planned = await desk.Publishing.ScheduleAsync(await SeenAsync(desk, page, Publisher), new Planned(Spanish, ScheduledAction.Release, desk.Clock.Now.AddDays(1)), Cancellation);

        Assert.All([draft, submitted, revised, planned], result => Assert.IsType<WriteResult.Invalid>(result));
        Assert.Equal("", await desk.PublicAsync(page));
    }

    [Fact]
    public async Task who_may_both_approves_and_publishes_in_one_act()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await APageAsync(desk);

        var refused = await desk.Publishing.ApproveAndPublishAsync(await SeenAsync(desk, page, Reviewer), [], Cancellation);
        var log = await desk.LogOfAsync(async () => await DoneAsync(desk.Publishing.ApproveAndPublishAsync(await SeenAsync(desk, page, Publisher, "Lista."), [], Cancellation)));

        Assert.IsType<WriteResult.Forbidden>(refused);
        Assert.Equal(["Reviewed es-MX", "Published es-MX"], log);
        Assert.Equal("es-MX:tequio@1", await desk.PublicAsync(page));
    }

    [Fact]
    public async Task what_is_incomplete_is_not_approved()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await APageAsync(desk);
        await desk.SavedAsync(page, ItemContent.Named("Tequio", Spanish));
        await DoneAsync(desk.Reviewing.SubmitAsync(await SeenAsync(desk, page, Writer), [], Cancellation));

        var fields = await RefusedAsync(desk.Reviewing.ApproveAsync(await SeenAsync(desk, page, Reviewer), [], Cancellation));

        Assert.Equal(["summary"], fields);
        Assert.Equal(ReviewState.InReview, (await TrailAsync(desk, page)).State(Spanish));
    }

    [Fact]
    public async Task a_change_in_one_language_leaves_the_approval_of_the_other()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await APageAsync(desk);
        await DoneAsync(desk.Reviewing.ApproveAsync(await SeenAsync(desk, page, Reviewer), [], Cancellation));

        await DoneAsync(desk.Editing.SaveAsync(await SeenAsync(desk, page, Writer), APage("Tequio").WithName("Communal work", English).With("summary", "Work.", English), Cancellation));
        var english = await desk.Publishing.PublishAsync(await SeenAsync(desk, page, Publisher), [English], Cancellation);
        await DoneAsync(desk.Publishing.PublishAsync(await SeenAsync(desk, page, Publisher), [], Cancellation));

        Assert.IsType<WriteResult.Invalid>(english);
        Assert.Equal("es-MX:tequio@1", await desk.PublicAsync(page));
    }

    [Fact]
    public async Task what_is_the_same_in_all_languages_takes_back_every_approval()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await APageAsync(desk);
        await DoneAsync(desk.Reviewing.ApproveAsync(await SeenAsync(desk, page, Reviewer), [], Cancellation));

        await DoneAsync(desk.Editing.SaveAsync(await SeenAsync(desk, page, Writer), APage("Tequio").With("year", "1990"), Cancellation));

        Assert.Equal(ReviewState.Draft, (await TrailAsync(desk, page)).State(Spanish));
    }

    [Fact]
    public async Task a_schedule_publishes_what_was_approved_however_far_the_draft_has_gone()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await APageAsync(desk);
        await DoneAsync(desk.Reviewing.ApproveAsync(await SeenAsync(desk, page, Reviewer), [], Cancellation));
        await DoneAsync(desk.Publishing.ScheduleAsync(await SeenAsync(desk, page, Publisher), new Planned(Spanish, ScheduledAction.Release, desk.Clock.Now.AddDays(1)), Cancellation));
        await DoneAsync(desk.Editing.SaveAsync(await SeenAsync(desk, page, Writer), APage("Faena", "Todavía no."), Cancellation));

        var outcomes = await desk.Publishing.RunDueAsync(desk.Clock.Now.AddDays(1), Cancellation);

        Assert.IsType<WriteResult.Done>(Assert.Single(outcomes).Result);
        Assert.Equal("es-MX:tequio@1", await desk.PublicAsync(page));
        Assert.Equal(ReviewState.Draft, (await TrailAsync(desk, page)).State(Spanish));
    }

    [Fact]
    public async Task an_approval_that_is_taken_back_takes_its_plan_along()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await APageAsync(desk);
        await DoneAsync(desk.Reviewing.ApproveAsync(await SeenAsync(desk, page, Reviewer), [], Cancellation));
        await DoneAsync(desk.Publishing.ScheduleAsync(await SeenAsync(desk, page, Publisher), new Planned(Spanish, ScheduledAction.Release, desk.Clock.Now.AddDays(1)), Cancellation));

        await DoneAsync(desk.Reviewing.RequestChangesAsync(await SeenAsync(desk, page, Reviewer), [], Cancellation));

        Assert.Empty(await desk.Publishing.RunDueAsync(desk.Clock.Now.AddDays(2), Cancellation));
        Assert.Equal("", await desk.PublicAsync(page));
    }

    [Fact]
    public async Task people_say_why_they_withdraw_and_what_they_withdrew_needs_another_approval()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await desk.PublishedAsync(await APageAsync(desk));

        var silent = await RefusedAsync(desk.Publishing.UnpublishAsync(await SeenAsync(desk, page, Publisher), [], Cancellation));
        var silentPlan = await RefusedAsync(desk.Publishing.ScheduleAsync(await SeenAsync(desk, page, Publisher), new Planned(Spanish, ScheduledAction.Expire, desk.Clock.Now.AddDays(1)), Cancellation));
        await DoneAsync(desk.Publishing.UnpublishAsync(await SeenAsync(desk, page, Publisher, "La comunidad lo pidió."), [], Cancellation));
        var again = await desk.Publishing.PublishAsync(await SeenAsync(desk, page, Publisher), [Spanish], Cancellation);

        Assert.Equal(["reason", "reason"], [.. silent, .. silentPlan]);
        var withdrawn = (await ReviewsAsync(desk, page))[^1];
        Assert.Equal((ReviewState.Withdrawn, "La comunidad lo pidió.", Publisher.By), (withdrawn.State, withdrawn.Note, withdrawn.By));
        Assert.IsType<WriteResult.Invalid>(again);
    }

    [Fact]
    public async Task the_reason_of_a_planned_end_is_told_when_it_comes()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await desk.PublishedAsync(await APageAsync(desk));
        await DoneAsync(desk.Publishing.ScheduleAsync(await SeenAsync(desk, page, Publisher, "Cierra la convocatoria."), new Planned(Spanish, ScheduledAction.Expire, desk.Clock.Now.AddDays(1)), Cancellation));

        await desk.Publishing.RunDueAsync(desk.Clock.Now.AddDays(1), Cancellation);

        var withdrawn = (await ReviewsAsync(desk, page))[^1];
        Assert.Equal((ReviewState.Withdrawn, "Cierra la convocatoria.", ContentPublishing.Calendar), (withdrawn.State, withdrawn.Note, withdrawn.By));
    }

    [Fact]
    public async Task whoever_translates_hands_in_translations_and_no_more()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await APageAsync(desk);
        await desk.SavedAsync(page, APage("Tequio").WithName("Communal work", English).With("summary", "Work.", English));
        var translator = APerson(Role.Translator);

        var everything = await desk.Reviewing.SubmitAsync(await SeenAsync(desk, page, translator), [], Cancellation);
        var approval = await desk.Reviewing.ApproveAsync(await SeenAsync(desk, page, translator), [English], Cancellation);
        await DoneAsync(desk.Reviewing.SubmitAsync(await SeenAsync(desk, page, translator), [English], Cancellation));

        Assert.All([everything, approval], result => Assert.IsType<WriteResult.Forbidden>(result));
        Assert.Equal((ReviewState.Draft, ReviewState.InReview), ((await TrailAsync(desk, page)).State(Spanish), (await TrailAsync(desk, page)).State(English)));
    }

    [Fact]
    public async Task what_waits_for_review_is_found_oldest_first_until_it_is_decided()
    {
        var desk = new Newsroom(await OpenAsync());
        var home = await desk.PublishedAsync(await desk.SectionAsync("Prácticas"));
        var pages = new[] { await desk.PageAsync("Uno", home), await desk.PageAsync("Dos", home), await desk.PageAsync("Tres", home), await desk.PageAsync("Cuatro", home) };
        foreach (var page in pages) await DoneAsync(desk.Reviewing.SubmitAsync(await SeenAsync(desk, page, Writer), [], Cancellation));

        await DoneAsync(desk.Reviewing.ApproveAsync(await SeenAsync(desk, pages[0], Reviewer), [], Cancellation));
        await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(pages[2]), Cancellation));

        var waiting = await desk.Store.AskAsync(reader => reader.StandingReviewsAsync(ReviewState.InReview));
        Assert.Equal([pages[1].Key, pages[3].Key], waiting.Select(review => review.ItemKey));
        Assert.Equal(ReviewState.Approved, Assert.Single(await desk.Store.AskAsync(reader => reader.StandingReviewsAsync(null, [pages[0].Key]))).State);
    }

    [Fact]
    public async Task an_import_is_approved_by_the_house_and_names_its_file()
    {
        var desk = new Newsroom(await OpenAsync());
        var note = new ImportedItem { Source = "Content/nota.config", Key = Guid.NewGuid(), Type = "note", Content = ItemContent.Named("Nota"), Published = [""] };
        await desk.Importing.ImportAsync(new ImportBatch([note], [], "seed"), Cancellation);
        var item = await desk.FindAsync(note.Key);

        await desk.SavedAsync(item, ItemContent.Named("Otra"));
        await desk.Importing.ImportAsync(new ImportBatch([note], [], "seed"), Cancellation);

        Assert.Equal(
            ["1 Approved system Content/nota.config", "1 Published seed ", "2 Draft ana ", "3 Approved system Content/nota.config"],
            (await ReviewsAsync(desk, item)).Select(review => $"{review.Revision} {review.State} {review.By} {review.Origin}"));
    }

    [Fact]
    public async Task an_item_that_is_deleted_and_made_anew_has_no_approvals()
    {
        var desk = new Newsroom(await OpenAsync());
        var note = await desk.PublishedAsync(await desk.NoteAsync("Nota"));
        await DoneAsync(desk.Tree.TrashAsync(await desk.SeenAsync(note), Cancellation));
        await DoneAsync(desk.Tree.DeleteAsync(await desk.SeenAsync(note), Cancellation));

        await DoneAsync(desk.Editing.CreateAsync(new NewItem { Key = note.Key, Type = "note", Content = ItemContent.Named("Otra"), By = Writer }, Cancellation));

        Assert.Empty(await ReviewsAsync(desk, note));
        Assert.IsType<WriteResult.Invalid>(await desk.Publishing.PublishAsync(await SeenAsync(desk, note, Publisher), [], Cancellation));
    }

    [Fact]
    public async Task two_reviewers_do_not_decide_over_each_other()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await APageAsync(desk);
        await DoneAsync(desk.Reviewing.SubmitAsync(await SeenAsync(desk, page, Writer), [], Cancellation));
        var seen = await SeenAsync(desk, page, Reviewer);

        await DoneAsync(desk.Reviewing.RequestChangesAsync(seen, [], Cancellation));

        Assert.IsType<WriteResult.Stale>(await desk.Reviewing.ApproveAsync(seen with { By = Publisher }, [], Cancellation));
    }

    /// <summary>The way the desk works, at random: after every act, what is public was approved in exactly that revision.</summary>
    [Fact]
    public async Task whatever_people_do_only_what_is_approved_is_public()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await APageAsync(desk);
        var random = new Random(20260511);
        Person[] people = [Writer, Reviewer, Publisher, APerson(Role.Administrator)];

        for (var step = 0; step < 150; step++)
        {
            await ActAsync(desk, page, random, people[random.Next(people.Length)], step);

            var trail = await TrailAsync(desk, page);
            Assert.All(await desk.Store.AskAsync(reader => reader.PublicationsAsync(page.Key)), shown => Assert.True(trail.IsApproved(shown.Culture, shown.Revision)));
        }
    }

    private static async Task ActAsync(Newsroom desk, Item page, Random random, Person person, int step)
    {
        string[] cultures = random.Next(3) switch { 0 => [], 1 => [Spanish], _ => [English] };
        var seen = await SeenAsync(desk, page, person, "Porque sí.");
        var draft = APage("Tequio", $"Resumen {random.Next(4)}.").WithName("Work", English).With("summary", $"Summary {random.Next(4)}.", English).With("year", $"{1990 + random.Next(2)}");
        switch (random.Next(9))
        {
            case 0: await desk.Editing.SaveAsync(seen, draft, Cancellation); break;
            case 1: await desk.Reviewing.SubmitAsync(seen, cultures, Cancellation); break;
            case 2: await desk.Reviewing.ApproveAsync(seen, cultures, Cancellation); break;
            case 3: await desk.Reviewing.RequestChangesAsync(seen, cultures, Cancellation); break;
            case 4: await desk.Reviewing.ReturnToDraftAsync(seen, cultures, Cancellation); break;
            case 5: await desk.Publishing.PublishAsync(seen, cultures, Cancellation); break;
            case 6: await desk.Publishing.ScheduleAsync(seen, new Planned(random.Next(2) == 0 ? Spanish : English, ScheduledAction.Release, desk.Clock.Now.AddHours(1 + random.Next(3))), Cancellation); break;
            case 7: await desk.Publishing.UnpublishAsync(seen, cultures, Cancellation); break;
            default:
                desk.Clock.Now = desk.Clock.Now.AddHours(1);
                await desk.Publishing.RunDueAsync(desk.Clock.Now, Cancellation);
                break;
        }
    }

    private static async Task<Item> APageAsync(Newsroom desk) => await desk.PageAsync("Tequio", await desk.PublishedAsync(await desk.SectionAsync("Prácticas")));

    private static Task<IReadOnlyList<Review>> ReviewsAsync(Newsroom desk, Item item) => desk.Store.AskAsync(reader => reader.ReviewsAsync(item.Key));

    private static async Task<ReviewTrail> TrailAsync(Newsroom desk, Item item) => new([.. await ReviewsAsync(desk, item)]);

    private static Person APerson(Role role) => new(Guid.NewGuid(), "Ana", [new Grant(role, null)]);

    private static async Task<Seen> SeenAsync(Newsroom desk, Item item, Person person, string reason = "") => new(item.Key, (await desk.FindAsync(item)).Version, person) { Reason = reason };
}

public sealed class SqliteReviewingTests() : ReviewingTests(new SqliteTestDatabase());

public sealed class PostgresReviewingTests(PostgresCluster cluster) : ReviewingTests(new PostgresTestDatabase(cluster));

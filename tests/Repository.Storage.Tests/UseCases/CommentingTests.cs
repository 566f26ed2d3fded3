using Repository.Core.Content;
using Repository.Core.Workflow;
using Repository.Testing;
using static Repository.Storage.Tests.UseCases.Newsroom;

namespace Repository.Storage.Tests.UseCases;

public abstract class CommentingTests(TestDatabase database) : StoreTests(database)
{
    private static readonly Person Reviewer = new(Guid.NewGuid(), "Rosa", [new Grant(Role.Reviewer, null)]);

    [Fact]
    public async Task a_comment_is_answered_resolved_and_opened_again()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await desk.PageAsync("Tequio", await desk.SectionAsync("Prácticas"));

        var comment = await DoneAsync(desk.Commenting.WriteAsync(new NewComment(page.Key, Spanish, "summary", " ¿Quién convoca? ", Reviewer), Cancellation));
        desk.Clock.Now = desk.Clock.Now.AddMinutes(5);
        var answer = await DoneAsync(desk.Commenting.WriteAsync(new NewComment(page.Key, Spanish, "summary", "La asamblea.", "ana") { Answers = comment.Key }, Cancellation));
        desk.Clock.Now = desk.Clock.Now.AddMinutes(5);
        await DoneAsync(desk.Commenting.WriteAsync(new NewComment(page.Key, Spanish, "summary", "Gracias.", Reviewer) { Answers = answer.Key }, Cancellation));
        await DoneAsync(desk.Commenting.ResolveAsync(page.Key, comment.Key, true, Reviewer, Cancellation));

        var comments = await desk.Store.AskAsync(reader => reader.CommentsAsync(page.Key));
        Assert.Equal(["¿Quién convoca?", "La asamblea.", "Gracias."], comments.Select(said => said.Text));
        Assert.Equal([null, comment.Key, comment.Key], comments.Select(said => said.Answers));
        Assert.Equal((desk.Clock.Now, Reviewer.By), (comments[0].ResolvedAt, comments[0].ResolvedBy));
        await DoneAsync(desk.Commenting.ResolveAsync(page.Key, comment.Key, false, Reviewer, Cancellation));
        Assert.Null((await desk.Store.AskAsync(reader => reader.CommentsAsync(page.Key)))[0].ResolvedAt);
    }

    [Fact]
    public async Task talking_makes_nobodys_view_of_the_item_old()
    {
        var desk = new Newsroom(await OpenAsync());
        var page = await desk.PageAsync("Tequio", await desk.SectionAsync("Prácticas"));
        var seen = await desk.SeenAsync(page);

        var log = await desk.LogOfAsync(async () => await DoneAsync(desk.Commenting.WriteAsync(new NewComment(page.Key, "", "", "Va bien.", Reviewer), Cancellation)));

        Assert.Empty(log);
        await DoneAsync(desk.Editing.SaveAsync(seen, APage("Faena"), Cancellation));
    }

    [Fact]
    public async Task what_says_nothing_or_is_about_nothing_is_refused()
    {
        var desk = new Newsroom(await OpenAsync());
        var (page, other) = (await desk.PageAsync("Tequio", await desk.SectionAsync("Prácticas")), await desk.NoteAsync("Nota"));
        var foreign = await DoneAsync(desk.Commenting.WriteAsync(new NewComment(other.Key, "", "", "De otra.", Reviewer), Cancellation));
        var good = new NewComment(page.Key, Spanish, "summary", "Bien.", Reviewer);

        foreach (var bad in (NewComment[])[good with { Text = " " }, good with { Text = new string('a', 4001) }, good with { Property = "nada" }, good with { Culture = "xx" }])
        {
            Assert.IsType<WriteResult.Invalid>(await desk.Commenting.WriteAsync(bad, Cancellation));
        }

        Assert.IsType<WriteResult.Missing>(await desk.Commenting.WriteAsync(good with { Answers = foreign.Key }, Cancellation));
        Assert.IsType<WriteResult.Missing>(await desk.Commenting.ResolveAsync(page.Key, foreign.Key, true, Reviewer, Cancellation));
        Assert.Empty(await desk.Store.AskAsync(reader => reader.CommentsAsync(page.Key)));
    }

    [Fact]
    public async Task whoever_has_no_part_in_a_section_does_not_talk_there()
    {
        var desk = new Newsroom(await OpenAsync());
        var (mine, other) = (await desk.SectionAsync("Prácticas"), await desk.SectionAsync("Sentencias"));
        var person = new Person(Guid.NewGuid(), "Ana", [new Grant(Role.Reviewer, mine.Key)]);
        var comment = await DoneAsync(desk.Commenting.WriteAsync(new NewComment(other.Key, "", "", "De la casa.", "ana"), Cancellation));

        Assert.IsType<WriteResult.Forbidden>(await desk.Commenting.WriteAsync(new NewComment(other.Key, "", "", "Ajena.", person), Cancellation));
        Assert.IsType<WriteResult.Forbidden>(await desk.Commenting.ResolveAsync(other.Key, comment.Key, true, person, Cancellation));
        Assert.IsType<WriteResult.Done>(await desk.Commenting.WriteAsync(new NewComment(mine.Key, "", "", "Mía.", person), Cancellation));
    }
}

public sealed class SqliteCommentingTests() : CommentingTests(new SqliteTestDatabase());

public sealed class PostgresCommentingTests(PostgresCluster cluster) : CommentingTests(new PostgresTestDatabase(cluster));

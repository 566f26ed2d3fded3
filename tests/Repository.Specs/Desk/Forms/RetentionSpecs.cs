using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Storage.Forms;
using Repository.Web.Forms.Retention;

namespace Repository.Specs.Desk.Forms;

/// <summary>Erasing what people said when its time has come.</summary>
public sealed class RetentionSpecs(FormsDesk desk) : IClassFixture<FormsDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private EntryRetention Retention => desk.Site.Service<EntryRetention>();

    [Fact]
    public async Task an_entry_and_the_bytes_of_its_files_go_when_their_time_has_come_and_no_sooner()
    {
        var due = await desk.SentAsync(FormsDesk.Contact, EntryState.Received, [("soporte", "acta.pdf", "acta"u8.ToArray())], ("mensaje", "hasta entonces"));
        desk.Clock.Now = due.EraseAt!.Value.AddSeconds(-1);
        var later = await desk.SentAsync(FormsDesk.Contact, EntryState.Received, [("soporte", "otra.pdf", "otra"u8.ToArray())], ("mensaje", "todavía no"));

        await Retention.RunAsync(Cancellation);
        var before = await desk.FindAsync(due);
        desk.Clock.Now = due.EraseAt.Value;
        await Retention.RunAsync(Cancellation);

        Assert.Equal("hasta entonces", before.Answers.Text("mensaje"));
        Assert.Equal((EntryState.Erased, Answers.None), ((await desk.FindAsync(due)).State, (await desk.FindAsync(due)).Answers));
        Assert.Null(Files.Open(due.Files[0].Key));
        Assert.Equal("todavía no", (await desk.FindAsync(later)).Answers.Text("mensaje"));
        await using var kept = Files.Open(later.Files[0].Key);
        Assert.NotNull(kept);
        Assert.Empty(await desk.Entries.FilesToEraseAsync(10, Cancellation));
    }

    [Fact]
    public async Task a_file_whose_bytes_are_gone_already_does_not_stop_the_others()
    {
        var first = await desk.SentAsync(FormsDesk.Contact, EntryState.Received, [("soporte", "uno.pdf", [1]), ("soporte", "dos.pdf", [2])], ("mensaje", "x"));
        Files.Erase(first.Files[0].Key);

        await desk.Entries.EraseAsync(first.Key, "specs", desk.Clock.Now, Cancellation);
        await Retention.RunAsync(Cancellation);

        Assert.Null(Files.Open(first.Files[1].Key));
        Assert.Empty(await desk.Entries.FilesToEraseAsync(10, Cancellation));
    }

    private EntryFiles Files => desk.Site.Service<EntryFiles>();
}

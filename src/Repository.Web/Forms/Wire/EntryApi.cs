using Repository.Core.Forms;
using Repository.Core.Forms.Kinds;
using Repository.Core.Publishing;
using Repository.Storage.Forms;
using Repository.Web.Forms.Receiving;
using Repository.Web.Live;

namespace Repository.Web.Forms.Wire;

/// <summary><c>POST entries/{id}</c>: an entry as JSON, from a program with the key or from a page of this site with its token.</summary>
internal sealed class EntryApi(
    FormBook book, LiveContent live, WireAccess access, EntryDoor door, EntryFiles files, EntrySending sending, FormOptions options) : IDisposable
{
    public const string TokenHeader = "RequestVerificationToken";

    /// <summary>All answers in letters, each as long as JSON can make it, and what stands around them.</summary>
    private const long TextBytes = (FormLimits.Answers * 6) + (256 * 1024);

    private readonly LargeBodies _large = new();

    public void Dispose() => _large.Dispose();

    public async Task AnswerAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        var snapshot = live.Current;
        if (access.Find(http, snapshot, book) is not { } form)
        {
            await WireProblems.NotFound.SendAsync(http);
            return;
        }

        var hasKey = access.HasKey(http.Request);
        if (door.WaitOf(http) is { } wait)
        {
            await WireProblems.SendTooManyAsync(http, wait);
            return;
        }

        var ticket = hasKey ? null : door.TicketOf(http, form.Definition.Key, http.Request.Headers[TokenHeader].ToString());
        if (!hasKey && ticket is null)
        {
            door.Noticed();
            await WireProblems.NoToken.SendAsync(http);
            return;
        }

        if (!hasKey && door.WaitToUpload(http, form.Form) is { } later)
        {
            await WireProblems.SendTooManyAsync(http, later);
            return;
        }

        var takesFiles = form.Form.Fields.Any(bound => bound.Kind == FieldKinds.FileUpload);
        var body = new BoundedBody(http, takesFiles ? options.MaxBody : Math.Min(TextBytes, options.MaxBody)).Open();
        if (takesFiles && http.Request.ContentLength is null or > TextBytes) await TakeLargeAsync(http, snapshot, form, ticket, body);
        else if (await body.ReadAsync(http.RequestAborted) is { } whole) await TakeAsync(http, snapshot, form, ticket, whole);
        else await WireProblems.TooLarge(body.Most).SendAsync(http);
    }

    /// <summary>Comes to the disk as fast as its sender can, and into memory when it is whole and there is a place.</summary>
    private async Task TakeLargeAsync(HttpContext http, PublishedSnapshot snapshot, LiveForm form, FormTicket? ticket, BoundedBody body)
    {
        using var coming = door.BeginBody(http, isStranger: ticket is not null);
        if (coming is null)
        {
            http.Response.Headers.Connection = "close";
            await WireProblems.SendTooManyAsync(http, EntryDoor.UntilAnotherBody);
            return;
        }

        await using var aside = files.OpenAside();
        try
        {
            if (!await body.CopyToAsync(aside, coming.Time))
            {
                await WireProblems.TooLarge(body.Most).SendAsync(http);
                return;
            }
        }
        catch (OperationCanceledException) when (coming.IsLate)
        {
            http.Response.Headers.Connection = "close";
            await WireProblems.TooSlow.SendAsync(http);
            return;
        }

        using var place = await _large.TakeAsync(hasKey: ticket is null, http.RequestAborted);
        if (place is null)
        {
            await WireProblems.Busy.SendAsync(http);
            return;
        }

        var whole = new byte[aside.Length];
        aside.Position = 0;
        await aside.ReadExactlyAsync(whole, http.RequestAborted);
        await TakeAsync(http, snapshot, form, ticket, whole);
    }

    private async Task TakeAsync(HttpContext http, PublishedSnapshot snapshot, LiveForm form, FormTicket? ticket, ReadOnlyMemory<byte> body)
    {
        if (EntryJson.Parse(body) is not { } document)
        {
            await WireProblems.NotJson.SendAsync(http);
            return;
        }

        using (document)
        {
            if (EntryJson.Read(document, out var where) is not { } entry) await WireProblems.WrongShape(where).SendAsync(http);
            else await sending.SendAsync(http, snapshot, form, ticket, entry);
        }
    }
}

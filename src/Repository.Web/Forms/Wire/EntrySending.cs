using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Repository.Core.Content;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Submitting;
using Repository.Core.Publishing;
using Repository.Web.Delivery.Rendering;
using Repository.Web.Forms.Receiving;

namespace Repository.Web.Forms.Wire;

/// <summary>What a program or a page sent, put through the one way in for entries, and what it is told of it.</summary>
internal sealed class EntrySending(EntryDoor door, EntryInputs reading, UploadTaking uploads, EntryReceiving receiving)
{
    public const string AttemptHeader = "Idempotency-Key";
    public const string FolioHeader = "Entry-Folio";

    private const int LongestAttempt = 200;

    public async Task SendAsync(HttpContext http, PublishedSnapshot snapshot, LiveForm form, FormTicket? ticket, EntryJson entry)
    {
        var culture = WireAccess.Culture(entry.Culture, snapshot);
        var told = entry.Culture is { Length: > 0 } asked ? asked : culture;
        var (inputs, taken, broken) = await reading.ReadAsync(form.Form, entry, http.RequestAborted);
        if (ticket is not null) door.BookUploads(http, taken);
        if (broken is not null)
        {
            await WireProblems.WrongShape(broken).SendAsync(http);
            return;
        }

        var sent = new SentForm
        {
            Live = form,
            Submission = new Submission(inputs),
            Places = LivePlaces.Of(snapshot),
            Culture = culture,
            Content = entry.Content is { } content && snapshot.Find(content) is { Kind: ItemKind.Document } ? content : ticket?.Content,
            Attempt = AttemptOf(http.Request, ticket),
            Link = EntryDoor.HasLink(form.Definition) ? PrivateLink.New() : null,
            Hashes = taken.Where(upload => upload.Refusal is null && upload.File.Key != Guid.Empty).ToDictionary(upload => upload.File.Key, upload => upload.Hash),
            Refused = [.. taken.Where(upload => upload.Refusal is not null)],
        };
        if (await receiving.RefusalAsync(sent, http.RequestAborted) is { } closed)
        {
            // Told before anything else: what is too late is not worth mending.
            await AnswerAsync(http, new ReceivingResult.Closed(closed), sent, told, snapshot);
            return;
        }

        if (sent.Errors() is { IsEmpty: false } errors)
        {
            uploads.Drop(sent.Uploads);
            await WireProblems.SendInvalidAsync(http, errors, told);
            return;
        }

        if (ticket is not null && door.WaitToSend(http) is { } wait)
        {
            uploads.Drop(sent.Uploads);
            await WireProblems.SendTooManyAsync(http, wait);
            return;
        }

        if (ticket is not null) sent = sent with { Suspicion = door.Suspect(http, form.Definition, ticket, trap: "", http.Request.Headers["Form-Proof"].ToString()) };
        await AnswerAsync(http, await receiving.SendAsync(sent, http.RequestAborted), sent, told, snapshot);
    }

    /// <summary>While the token of a page has to come with a proof of work, it gives one entry: the proof would be worth any number of them.</summary>
    private string AttemptOf(HttpRequest request, FormTicket? ticket) =>
        ticket is not null && door.IsChallenging ? $"page:{ticket.Attempt:n}"
        : request.Headers[AttemptHeader].ToString() is { Length: > 0 and <= LongestAttempt } attempt ? $"wire:{attempt}"
        : "";

    private async Task AnswerAsync(HttpContext http, ReceivingResult result, SentForm sent, string told, PublishedSnapshot snapshot)
    {
        switch (result)
        {
            case ReceivingResult.Kept kept:
                await AcceptAsync(http, kept, sent, snapshot);
                break;
            case ReceivingResult.Closed closed:
                uploads.Drop(sent.Uploads);
                await WireProblems.SendInvalidAsync(http, ImmutableSortedDictionary<string, ImmutableArray<FieldMessage>>.Empty.Add("", [closed.Why]), told);
                break;
            case ReceivingResult.Refused refused:
                uploads.Drop(sent.Uploads);
                await WireProblems.SendInvalidAsync(http, refused.Errors, told);
                break;
            default:
                throw new InvalidOperationException("A program begins no draft, so none can be stale.");
        }
    }

    /// <summary>The folio, and where the sender can ask how far it has come, stand in headers: the body is as the contract has it.</summary>
    private static async Task AcceptAsync(HttpContext http, ReceivingResult.Kept kept, SentForm sent, PublishedSnapshot snapshot)
    {
        var body = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(body, ResponseBody.JsonOptions))
        {
            json.WriteStartObject();
            DefinitionJson.WriteEnding(json, sent.Form.Definition, snapshot, sent.Culture);
            json.WriteEndObject();
        }

        http.Response.StatusCode = StatusCodes.Status202Accepted;
        http.Response.Headers[FolioHeader] = kept.Entry.Folio;
        if (!kept.IsRepeated && sent.Link is { } link) http.Response.Headers.Location = EntryDoor.AddressOf(link);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = body.WrittenCount;
        await http.Response.Body.WriteAsync(body.WrittenMemory, http.RequestAborted);
    }
}

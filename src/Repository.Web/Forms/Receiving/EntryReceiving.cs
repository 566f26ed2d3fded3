using System.Collections.Immutable;
using Repository.Core.Calls;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Submitting;

namespace Repository.Web.Forms.Receiving;

/// <summary>
/// The one way in for entries, whether a page or a program sends them. What it calls kept is on the disk, files first; what no entry names in the end is
/// erased. An attempt gives one entry, however often it is sent.
/// </summary>
internal sealed class EntryReceiving(IEntryStore entries, UploadTaking uploads, IEnumerable<IEntryGate> gates, Arrivals arrivals, TimeProvider clock)
{
    /// <summary>By whom the story of an entry says that it came.</summary>
    public const string Sender = "sender";

    private readonly IEntryGate[] _gates = [.. gates];

    /// <summary>May its sender still write on it?</summary>
    public static bool IsOpen(FormEntry entry) => entry.State == EntryState.Draft || entry.State == ApplicationStates.Prevented;

    public async Task<FormEntry?> FindAsync(string link, CancellationToken cancellation) =>
        PrivateLink.Hash(link) is { } hash ? await entries.FindByLinkAsync(hash, cancellation) : null;

    /// <summary>Why nothing can be sent at this moment, for whoever opens the form.</summary>
    public ValueTask<FieldMessage?> ClosureAsync(Form form, FormEntry? begun, Guid? content, CancellationToken cancellation) =>
        AskAsync(new EntryAttempt(form, begun, content, clock.GetUtcNow()), cancellation);

    /// <summary>Why it cannot be sent at this moment, whatever it says.</summary>
    public ValueTask<FieldMessage?> RefusalAsync(SentForm sent, CancellationToken cancellation) =>
        AskAsync(new EntryAttempt(sent.Form, sent.Begun, sent.Content, clock.GetUtcNow()) { IsSent = true, Name = sent.Attempt }, cancellation);

    private async ValueTask<FieldMessage?> AskAsync(EntryAttempt attempt, CancellationToken cancellation)
    {
        foreach (var gate in _gates)
        {
            if (await gate.RefusalAsync(attempt, cancellation) is { } refusal) return refusal;
        }

        return null;
    }

    public async Task<ReceivingResult> SendAsync(SentForm sent, CancellationToken cancellation)
    {
        if (await RefusalAsync(sent, cancellation) is { } closed) return new ReceivingResult.Closed(closed);
        if (sent.Errors() is { IsEmpty: false } errors) return new ReceivingResult.Refused(errors);

        var accepted = (SubmissionResult.Accepted)sent.Filled.Result();
        var version = VersionOf(sent.Live);
        var arrival = new Arrival(clock.GetUtcNow(), sent.Culture, sent.Content, StateOf(sent), sent.Link is { } link ? PrivateLink.Hash(link) : null);
        ImmutableArray<string> awaited = arrival.State == EntryState.Quarantined ? [] : arrivals.AwaitedBy(sent.Form.Definition);
        var result = sent.Begun is { } begun
            ? await entries.ChangeAsync(EntryIntake.Sent(begun, version, accepted, arrival, sent.Hashes), Sender, awaited, cancellation)
            : await entries.AddAsync(
                new NewEntry(EntryIntake.Received(version, accepted, arrival, sent.Hashes), sent.Form.Definition.FolioPrefix, sent.Attempt, Sender) { Why = sent.Suspicion?.Why ?? "", Awaited = awaited },
                cancellation);
        return result switch
        {
            // From here on the sender may go: it is kept.
            EntryResult.Done done => await KeptAsync(sent, done.Entry, CancellationToken.None),
            EntryResult.Repeated repeated => Repeated(sent, repeated.Entry),
            _ => await LateAsync(sent, cancellation),
        };
    }

    /// <summary>Keeps what can be kept of an unfinished form behind its private link.</summary>
    public async Task<ReceivingResult> SaveAsync(SentForm draft, CancellationToken cancellation)
    {
        var version = VersionOf(draft.Live);
        var arrival = new Arrival(clock.GetUtcNow(), draft.Culture, draft.Content, EntryState.Draft, PrivateLink.Hash(draft.Link!));
        var made = EntryIntake.Draft(version, draft.Filled.Draft(), arrival) with { Files = Attached(draft) };
        var result = draft.Begun is { } begun
            ? await entries.ChangeAsync(
                begun with { Answers = made.Answers, Files = made.Files, FormVersion = version.Number, ChangedAt = arrival.At, EraseAt = begun.State == EntryState.Draft ? made.EraseAt : begun.EraseAt },
                Sender,
                cancellation)
            : await entries.AddAsync(new NewEntry(made, draft.Form.Definition.FolioPrefix, draft.Attempt, Sender), cancellation);
        return result switch
        {
            EntryResult.Done done => new ReceivingResult.Kept(done.Entry, IsRepeated: false),
            EntryResult.Repeated repeated => new ReceivingResult.Kept(repeated.Entry, IsRepeated: true),
            _ => new ReceivingResult.Stale(),
        };
    }

    private static FormVersion VersionOf(LiveForm live) => new(live.Form.Definition.Key, live.Version, live.Form.Hash, default, live.Form.Definition);

    /// <summary>An application is judged by people anyway, and its sender must know that it was in time: it is never put aside.</summary>
    private static EntryState StateOf(SentForm sent) => sent.Form.Definition.Purpose == FormPurpose.Application ? ApplicationStates.Sent
        : sent.Suspicion is null ? EntryState.Received
        : EntryState.Quarantined;

    private static ImmutableArray<EntryFile> Attached(SentForm draft) =>
    [
        .. from bound in draft.Form.Fields
           where draft.Filled.IsVisible(bound.Field)
           from file in draft.Submission[bound.Field.Alias].Files
           where file.Key != Guid.Empty
           select new EntryFile(file.Key, bound.Field.Alias, file.Name, file.MediaType, file.Length, draft.Hashes[file.Key]),
    ];

    private async Task<ReceivingResult> KeptAsync(SentForm sent, FormEntry entry, CancellationToken cancellation)
    {
        Tidy(sent, entry);
        if (sent is { Suspicion: { } suspicion, Begun: not null }) await entries.AddNoteAsync(entry.Key, new EntryEvent(entry.ChangedAt, "system", null, suspicion.Why), cancellation);
        arrivals.Tell();
        return new ReceivingResult.Kept(entry, IsRepeated: false);
    }

    private ReceivingResult.Kept Repeated(SentForm sent, FormEntry entry)
    {
        Tidy(sent, entry);
        return new ReceivingResult.Kept(entry, IsRepeated: true);
    }

    /// <summary>Somebody was faster: the same person with the same link in another window, if it has been sent meanwhile.</summary>
    private async Task<ReceivingResult> LateAsync(SentForm sent, CancellationToken cancellation) =>
        sent.Link is { } link && await FindAsync(link, cancellation) is { } there && !IsOpen(there) && there.State != EntryState.Erased ? Repeated(sent, there) : new ReceivingResult.Stale();

    private void Tidy(SentForm sent, FormEntry entry) => uploads.Drop(sent.Uploads.Where(upload => entry.Files.All(file => file.Key != upload.Key)));
}

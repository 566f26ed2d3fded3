using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Submitting;

namespace Repository.Core.Forms.Entries;

/// <summary>Makes an entry of accepted answers: what is kept of them, how long, and what its sender agreed to.</summary>
public static class EntryIntake
{
    /// <param name="hashes">The hash of each uploaded file's bytes, by its key.</param>
    public static FormEntry Received(FormVersion version, SubmissionResult.Accepted accepted, Arrival arrival, IReadOnlyDictionary<Guid, string> hashes) => new()
    {
        Key = Guid.NewGuid(),
        Folio = "",
        Form = version.Form,
        FormVersion = version.Number,
        Culture = arrival.Culture,
        Content = arrival.Content,
        State = arrival.State,
        CreatedAt = arrival.At,
        SentAt = arrival.At,
        ChangedAt = arrival.At,
        Answers = accepted.Answers,
        Files = [.. accepted.Files.Select(file => new EntryFile(file.File.Key, file.Alias, file.File.Name, file.File.MediaType, file.File.Length, hashes[file.File.Key]))],
        Consent = Consent(version.Definition, accepted.Answers, arrival.At),
        LinkHash = arrival.LinkHash,
        EraseAt = After(arrival.At, version.Definition.RetentionDays),
    };

    public static FormEntry Draft(FormVersion version, Answers answers, Arrival arrival) => new()
    {
        Key = Guid.NewGuid(),
        Folio = "",
        Form = version.Form,
        FormVersion = version.Number,
        Culture = arrival.Culture,
        Content = arrival.Content,
        State = EntryState.Draft,
        CreatedAt = arrival.At,
        ChangedAt = arrival.At,
        Answers = answers,
        LinkHash = arrival.LinkHash,
        EraseAt = After(arrival.At, Math.Max(1, version.Definition.DraftDays)),
    };

    /// <summary>A draft that is now complete. Its folio, key and link stay.</summary>
    public static FormEntry Sent(FormEntry draft, FormVersion version, SubmissionResult.Accepted accepted, Arrival arrival, IReadOnlyDictionary<Guid, string> hashes) =>
        Received(version, accepted, arrival, hashes) with
        {
            Key = draft.Key,
            Folio = draft.Folio,
            Revision = draft.Revision,
            CreatedAt = draft.CreatedAt,
            Content = draft.Content,
            LinkHash = draft.LinkHash,
        };

    private static EntryConsent? Consent(FormDefinition definition, Answers answers, DateTimeOffset at) =>
        definition.Notice is { } notice && definition.Fields().Any(field => field.Type == FieldKinds.DataConsent.Id && !answers[field.Alias].IsEmpty) ? new(notice.Version, at) : null;

    private static DateTimeOffset? After(DateTimeOffset at, int days) => days == 0 ? null : at.AddDays(days);
}

/// <summary>The circumstances something came in under.</summary>
public sealed record Arrival(DateTimeOffset At, string Culture, Guid? Content, EntryState State, string? LinkHash);

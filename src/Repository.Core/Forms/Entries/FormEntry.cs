using System.Collections.Immutable;

namespace Repository.Core.Forms.Entries;

/// <summary>
/// What somebody sent, or has begun to. The folio is for people – it can be read out on the telephone and guessed, and opens nothing; what opens an
/// entry is the private link, of which only the hash is kept.
/// </summary>
public sealed record FormEntry
{
    public required Guid Key { get; init; }

    public required string Folio { get; init; }

    public required Guid Form { get; init; }

    /// <summary>The version of the form it was filled in with.</summary>
    public required int FormVersion { get; init; }

    public required string Culture { get; init; }

    /// <summary>The page it came from: a practice, a call.</summary>
    public Guid? Content { get; init; }

    public required EntryState State { get; init; }

    /// <summary>Goes up with every change, so that two who change it at once find out.</summary>
    public int Revision { get; init; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was sent; a draft has not been.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public Answers Answers { get; init; } = Answers.None;

    public ImmutableArray<EntryFile> Files { get; init; } = [];

    public EntryConsent? Consent { get; init; }

    /// <summary>The hash of the private link; none when it has no link or no longer one.</summary>
    public string? LinkHash { get; init; }

    public DateTimeOffset? EraseAt { get; init; }
}

/// <summary>A file of an entry: never public by itself, found under its key among the private files.</summary>
public sealed record EntryFile(Guid Key, string Alias, string Name, string MediaType, long Length, string Hash);

/// <summary>That somebody agreed, to which version of the notice, and when.</summary>
public sealed record EntryConsent(string NoticeVersion, DateTimeOffset At);

/// <summary>A line in the story of an entry: a note somebody wrote or a state it came to.</summary>
public sealed record EntryEvent(DateTimeOffset At, string By, EntryState? State, string Text);

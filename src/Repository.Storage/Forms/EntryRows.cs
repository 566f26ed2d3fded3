using Repository.Core.Forms;
using Repository.Core.Forms.Entries;

namespace Repository.Storage.Forms;

// Dapper fills a constructor only when every column has exactly its type, and SQLite's integers are all long: hence settable rows.
internal sealed class EntryRow
{
    public const string Columns =
        """
        key AS Key, folio AS Folio, form_key AS FormKey, version AS Version, culture AS Culture, content_key AS ContentKey, state AS State, revision AS Revision,
        created_at AS CreatedAt, sent_at AS SentAt, changed_at AS ChangedAt, answers AS Answers, notice AS Notice, agreed_at AS AgreedAt, link_hash AS LinkHash, erase_at AS EraseAt
        """;

    public Guid Key { get; init; }
    public string Folio { get; init; } = "";
    public Guid FormKey { get; init; }
    public int Version { get; init; }
    public string Culture { get; init; } = "";
    public Guid? ContentKey { get; init; }
    public string State { get; init; } = "";
    public int Revision { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
    public string Answers { get; init; } = "{}";
    public string? Notice { get; init; }
    public DateTimeOffset? AgreedAt { get; init; }
    public string? LinkHash { get; init; }
    public string? Attempt { get; init; }
    public DateTimeOffset? EraseAt { get; init; }

    public static EntryRow Of(FormEntry entry, string? attempt = null) => new()
    {
        Key = entry.Key,
        Folio = entry.Folio,
        FormKey = entry.Form,
        Version = entry.FormVersion,
        Culture = entry.Culture,
        ContentKey = entry.Content,
        State = entry.State.Word,
        Revision = entry.Revision,
        CreatedAt = entry.CreatedAt,
        SentAt = entry.SentAt,
        ChangedAt = entry.ChangedAt,
        Answers = FormJson.Write(entry.Answers),
        Notice = entry.Consent?.NoticeVersion,
        AgreedAt = entry.Consent?.At,
        LinkHash = entry.LinkHash,
        Attempt = attempt,
        EraseAt = entry.EraseAt,
    };

    public FormEntry Entry(IEnumerable<FileRow> files) => new()
    {
        Key = Key,
        Folio = Folio,
        Form = FormKey,
        FormVersion = Version,
        Culture = Culture,
        Content = ContentKey,
        State = new EntryState(State),
        Revision = Revision,
        CreatedAt = CreatedAt,
        SentAt = SentAt,
        ChangedAt = ChangedAt,
        Answers = FormJson.ReadAnswers(Answers),
        Files = [.. files.Select(file => file.File)],
        Consent = Notice is { } notice && AgreedAt is { } at ? new EntryConsent(notice, at) : null,
        LinkHash = LinkHash,
        EraseAt = EraseAt,
    };
}

internal sealed class FileRow
{
    public const string Columns = "key AS Key, entry_key AS EntryKey, alias AS Alias, name AS Name, media_type AS MediaType, length AS Length, hash AS Hash";

    public Guid Key { get; init; }
    public Guid EntryKey { get; init; }
    public string Alias { get; init; } = "";
    public string Name { get; init; } = "";
    public string MediaType { get; init; } = "";
    public long Length { get; init; }
    public string Hash { get; init; } = "";

    public EntryFile File => new(Key, Alias, Name, MediaType, Length, Hash);
}

internal sealed class EventRow
{
    public DateTimeOffset At { get; init; }
    public string By { get; init; } = "";
    public string? State { get; init; }
    public string Text { get; init; } = "";

    public EntryEvent Event => new(At, By, State is { } word ? new EntryState(word) : null, Text);
}

internal class VersionRow
{
    public Guid FormKey { get; init; }
    public int Number { get; init; }
    public string Hash { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string Definition { get; init; } = "";

    public FormVersion Version => new(FormKey, Number, Hash, At, FormJson.ReadDefinition(Definition));
}

internal sealed class CountRow
{
    public string State { get; init; } = "";
    public long Count { get; init; }
}

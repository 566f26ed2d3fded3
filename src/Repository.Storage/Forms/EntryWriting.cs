using System.Text;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;

namespace Repository.Storage.Forms;

/// <summary>What changes entries within one transaction.</summary>
internal sealed class EntryWriting(Session session)
{
    private const string TakeCounter = "UPDATE form_counter SET last = last + 1 WHERE prefix = @Prefix AND year = @Year";

    public async Task<FormVersion> AddVersionAsync(Form form, DateTimeOffset now)
    {
        while (true)
        {
            var number = 1 + await session.FirstAsync<int>("SELECT COALESCE(MAX(number), 0) FROM form_version WHERE form_key = @Key", new { form.Definition.Key });
            await session.ExecuteAsync(
                "INSERT INTO form_version (form_key, number, hash, at, definition) VALUES (@Key, @Number, @Hash, @At, @Definition) ON CONFLICT DO NOTHING",
                new { form.Definition.Key, Number = number, form.Hash, At = now, Definition = Encoding.UTF8.GetString(FormJson.Write(form.Definition)) });
            // Another node may have been faster: with the same definition its number counts, with another one the next number is tried.
            if (await new EntryReading(session).VersionAsync(form.Definition.Key, form.Hash) is { } there) return there;
        }
    }

    public async Task<EntryResult> AddAsync(NewEntry added)
    {
        var year = added.Entry.CreatedAt.UtcDateTime.Year;
        var number = await NextNumberAsync(added.FolioPrefix, year);
        // Asked while the counter is held: an attempt that is on its way elsewhere has been committed by now, or waits for this one.
        if (added.IdempotencyKey.Length > 0 && await AttemptAsync(added) is { } before) return new EntryResult.Repeated(before);

        var entry = added.Entry with { Folio = Folio.Of(added.FolioPrefix, year, number), Revision = 1 };
        await session.ExecuteAsync(
            """
            INSERT INTO form_entry (key, folio, form_key, version, culture, content_key, state, revision, created_at, sent_at, changed_at, answers, notice, agreed_at, link_hash, attempt, erase_at)
            VALUES (@Key, @Folio, @FormKey, @Version, @Culture, @ContentKey, @State, @Revision, @CreatedAt, @SentAt, @ChangedAt, @Answers, @Notice, @AgreedAt, @LinkHash, @Attempt, @EraseAt)
            """,
            EntryRow.Of(entry, added.IdempotencyKey.Length > 0 ? added.IdempotencyKey : null));
        await AddFilesAsync(entry.Key, entry.Files);
        await TellAsync(entry.Key, new EntryEvent(entry.CreatedAt, added.By, entry.State, added.Why));
        await AwaitAsync(entry, added.Awaited);
        return new EntryResult.Done(entry);
    }

    /// <param name="awaited">The names of what is to be done about it from now on.</param>
    public async Task<EntryResult> ChangeAsync(FormEntry changed, string by, IReadOnlyCollection<string> awaited)
    {
        if (await new EntryReading(session).FindAsync("key = @Value", changed.Key) is not { } before || before.State == EntryState.Erased)
        {
            return new EntryResult.Missing();
        }

        var next = changed with { Revision = changed.Revision + 1 };
        var row = EntryRow.Of(next);
        var hit = await session.ExecuteAsync(
            """
            UPDATE form_entry SET version = @Version, culture = @Culture, state = @State, revision = @Revision, sent_at = @SentAt, changed_at = @ChangedAt, answers = @Answers,
                notice = @Notice, agreed_at = @AgreedAt, link_hash = @LinkHash, erase_at = @EraseAt
            WHERE key = @Key AND revision = @Revision - 1
            """,
            row);
        if (hit == 0) return new EntryResult.Stale();
        await DropFilesAsync([.. before.Files.Where(file => next.Files.All(kept => kept.Key != file.Key)).Select(file => file.Key)]);
        await AddFilesAsync(next.Key, next.Files.Where(file => before.Files.All(kept => kept.Key != file.Key)));
        if (next.State != before.State) await TellAsync(next.Key, new EntryEvent(next.ChangedAt, by, next.State, ""));
        await AwaitAsync(next, awaited);
        return new EntryResult.Done(next);
    }

    /// <summary>Adds a line to the story of an entry; false when there is none. The entry's row is held meanwhile, so that lines are numbered one by one.</summary>
    public async Task<bool> TellAsync(Guid entry, EntryEvent told)
    {
        if (await session.ExecuteAsync("UPDATE form_entry SET revision = revision WHERE key = @Entry", new { Entry = entry }) == 0) return false;
        var number = 1 + await session.FirstAsync<int>("SELECT COALESCE(MAX(number), 0) FROM form_event WHERE entry_key = @Entry", new { Entry = entry });
        await session.ExecuteAsync(
            "INSERT INTO form_event (entry_key, number, at, by, state, text) VALUES (@Entry, @Number, @At, @By, @State, @Text)",
            new { Entry = entry, Number = number, told.At, told.By, State = told.State?.Word, told.Text });
        return true;
    }

    /// <summary>Leaves the folio and the form it was for, and nothing that anybody said or that leads to it.</summary>
    public async Task EraseAsync(IReadOnlyCollection<Guid> entries, string by, DateTimeOffset now)
    {
        if (entries.Count == 0) return;
        var among = session.Dialect.AmongKeys;
        var keys = session.Dialect.Keys(entries);
        await session.ExecuteAsync($"INSERT INTO form_file_erasure (key) SELECT key FROM form_file WHERE entry_key {among} ON CONFLICT DO NOTHING", new { Keys = keys });
        await session.ExecuteAsync($"DELETE FROM form_file WHERE entry_key {among}", new { Keys = keys });
        await session.ExecuteAsync($"DELETE FROM form_event WHERE entry_key {among}", new { Keys = keys });
        await session.ExecuteAsync($"DELETE FROM form_open_answer WHERE entry_key {among}", new { Keys = keys });
        await session.ExecuteAsync($"DELETE FROM form_letter WHERE entry_key {among}", new { Keys = keys });
        await session.ExecuteAsync($"DELETE FROM form_arrival WHERE entry_key {among}", new { Keys = keys });
        await session.ExecuteAsync($"DELETE FROM call_application WHERE entry_key {among}", new { Keys = keys });
        await session.ExecuteAsync(
            $$"""
            UPDATE form_entry SET state = @State, revision = revision + 1, changed_at = @Now, answers = '{}', culture = '', content_key = NULL, notice = NULL, agreed_at = NULL,
                link_hash = NULL, attempt = NULL, erase_at = NULL
            WHERE key {{among}}
            """,
            new { Keys = keys, State = EntryState.Erased.Word, Now = now });
        foreach (var entry in entries) await TellAsync(entry, new EntryEvent(now, by, EntryState.Erased, ""));
    }

    private async Task<long> NextNumberAsync(string prefix, int year)
    {
        var counter = new { Prefix = prefix, Year = year };
        if (await session.ExecuteAsync(TakeCounter, counter) == 0)
        {
            await session.ExecuteAsync("INSERT INTO form_counter (prefix, year, last) VALUES (@Prefix, @Year, 0) ON CONFLICT DO NOTHING", counter);
            await session.ExecuteAsync(TakeCounter, counter);
        }

        return await session.FirstAsync<long>("SELECT last FROM form_counter WHERE prefix = @Prefix AND year = @Year", counter);
    }

    private async Task<FormEntry?> AttemptAsync(NewEntry added)
    {
        var there = await session.FirstAsync<EntryRow>(
            "SELECT key AS Key FROM form_entry WHERE form_key = @Form AND attempt = @Attempt",
            new { added.Entry.Form, Attempt = added.IdempotencyKey });
        return there is null ? null : await new EntryReading(session).FindAsync("key = @Value", there.Key);
    }

    /// <summary>What is awaited already is awaited from now on.</summary>
    private async Task AwaitAsync(FormEntry entry, IEnumerable<string> awaited)
    {
        foreach (var name in awaited)
        {
            await session.ExecuteAsync(
                "INSERT INTO form_arrival (entry_key, name, attempts, next_at) VALUES (@Key, @Name, 0, @ChangedAt) ON CONFLICT (entry_key, name) DO UPDATE SET attempts = 0, next_at = @ChangedAt",
                new { entry.Key, Name = name, entry.ChangedAt });
        }
    }

    private async Task AddFilesAsync(Guid entry, IEnumerable<EntryFile> files)
    {
        foreach (var (place, file) in files.Index())
        {
            await session.ExecuteAsync(
                "INSERT INTO form_file (key, entry_key, place, alias, name, media_type, length, hash) VALUES (@Key, @Entry, @Place, @Alias, @Name, @MediaType, @Length, @Hash)",
                new { file.Key, Entry = entry, Place = place, file.Alias, file.Name, file.MediaType, file.Length, file.Hash });
        }
    }

    private async Task DropFilesAsync(IReadOnlyCollection<Guid> files)
    {
        if (files.Count == 0) return;
        var parameters = new { Keys = session.Dialect.Keys(files) };
        await session.ExecuteAsync($"INSERT INTO form_file_erasure (key) SELECT key FROM form_file WHERE key {session.Dialect.AmongKeys} ON CONFLICT DO NOTHING", parameters);
        await session.ExecuteAsync($"DELETE FROM form_file WHERE key {session.Dialect.AmongKeys}", parameters);
    }
}

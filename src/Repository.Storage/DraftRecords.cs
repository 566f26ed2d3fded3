using Repository.Core.Content;
using Repository.Core.Drafts;

namespace Repository.Storage;

/// <summary>Reads items as their editors keep them, some at a time.</summary>
internal sealed class DraftRecords(Session session, IContentReader reader)
{
    private static readonly IReadOnlyDictionary<string, DateTimeOffset> NeverWritten = new Dictionary<string, DateTimeOffset>();

    /// <summary>Types, cultures and names of editors are few, and each would come once for every item.</summary>
    private readonly Dictionary<string, string> _words = [];

    public async IAsyncEnumerable<DraftRecord> ReadAsync(IReadOnlyCollection<Guid>? keys)
    {
        var wanted = keys ?? [.. await session.ListAsync<Guid>("SELECT key FROM node")];
        foreach (var some in wanted.Chunk(ItemRecords.AtOnce))
        {
            foreach (var record in await SomeAsync(some, new { Keys = session.Dialect.Keys(some), Saved = nameof(ChangeKind.Saved) })) yield return record;
        }
    }

    private async Task<IEnumerable<DraftRecord>> SomeAsync(IReadOnlyCollection<Guid> some, object keys)
    {
        var among = session.Dialect.AmongKeys;
        var items = await session.ListAsync<Item>($"SELECT {ItemRow.Columns} FROM node WHERE key {among}", keys);
        var revisions = (await RevisionsAsync($"WHERE revision.item_key {among}", keys)).ToDictionary(revision => (revision.ItemKey, revision.Number));
        var publications = (await session.ListAsync<PublicationRow>($"SELECT {PublicationRow.Columns} FROM publication WHERE item_key {among} ORDER BY culture", keys)).ToLookup(row => row.ItemKey, row => row.Publication);
        var schedules = (await session.ListAsync<ScheduleRow>($"SELECT {ScheduleRow.Columns} FROM schedule WHERE item_key {among} ORDER BY at, culture", keys)).ToLookup(row => row.ItemKey, row => row.Schedule);
        var reviews = (await reader.StandingReviewsAsync(null, some)).ToLookup(review => review.ItemKey, review => review with { By = Shared(review.By), Culture = Shared(review.Culture) });
        var written = (await session.ListAsync<WrittenRow>($"SELECT key AS Key, culture AS Culture, MAX(at) AS At FROM change WHERE key {among} AND kind = @Saved GROUP BY key, culture", keys)).ToLookup(row => row.Key);
        return
        [
            .. from item in items
               let draft = revisions[(item.Key, item.Revision)]
               select new DraftRecord(
                   item with { Type = Shared(item.Type), CreatedBy = Shared(item.CreatedBy) },
                   draft with { By = Shared(draft.By) },
                   [.. publications[item.Key].Select(shown => (shown, shown.Revision == item.Revision ? null : revisions[(item.Key, shown.Revision)].Content))],
                   [.. schedules[item.Key]],
                   written.Contains(item.Key) ? written[item.Key].ToDictionary(row => Shared(row.Culture), row => row.At) : NeverWritten)
               {
                   Reviews = [.. reviews[item.Key]],
               },
        ];
    }

    /// <summary>The drafts, and what is public of those that have gone on since.</summary>
    private async Task<IEnumerable<Revision>> RevisionsAsync(string condition, object keys)
    {
        var rows = await session.ListAsync<RevisionRow>(
            $"""
            SELECT revision.item_key AS ItemKey, revision.number AS Number, revision.at AS At, revision.by AS By, {session.Dialect.ContentAsBytes} AS Content FROM revision
            {condition}
              AND (EXISTS (SELECT 1 FROM node WHERE node.key = revision.item_key AND node.revision = revision.number)
                OR EXISTS (SELECT 1 FROM publication WHERE publication.item_key = revision.item_key AND publication.revision = revision.number))
            """,
            keys);
        return rows.Select(row => row.Revision);
    }

    private string Shared(string word)
    {
        if (_words.TryGetValue(word, out var known)) return known;
        return _words[word] = word;
    }

    private sealed class WrittenRow
    {
        public Guid Key { get; init; }
        public string Culture { get; init; } = "";
        public DateTimeOffset At { get; init; }
    }
}

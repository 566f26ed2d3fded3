using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Drafts;
using Repository.Core.Workflow;

namespace Repository.Storage;

/// <summary>Reads content inside one transaction: everything it says belongs to one state of the database.</summary>
internal class ContentReader(Session session) : IContentReader
{
    private const string SiblingOrder = "sort_order, created_at, key";

    protected Session Session { get; } = session;

    public Task<IReadOnlyList<Change>> ChangesAsync(long after, int limit) => Session.ListAsync<Change>(
        """
        SELECT seq AS Seq, kind AS Kind, item_kind AS ItemKind, key AS Key, culture AS Culture, at AS At, by AS By
        FROM change WHERE seq > @After ORDER BY seq LIMIT @Limit
        """,
        new { After = after, Limit = limit });

    public Task<IReadOnlyList<Change>> ChangesAsync(ChangeQuery query)
    {
        string[] conditions =
        [
            query.Key is null ? "" : "key = @Key",
            query.By is null ? "" : "by = @By",
            query.Kind is null ? "" : "kind = @Kind",
            query.From is null ? "" : "at >= @From",
            query.Until is null ? "" : "at < @Until",
            query.Before is null ? "" : "seq < @Before",
        ];
        var wanted = string.Join(" AND ", conditions.Where(condition => condition.Length > 0));
        return Session.ListAsync<Change>(
            $"""
            SELECT seq AS Seq, kind AS Kind, item_kind AS ItemKind, key AS Key, culture AS Culture, at AS At, by AS By
            FROM change {(wanted.Length == 0 ? "" : $"WHERE {wanted}")} ORDER BY seq DESC LIMIT @Limit
            """,
            new { query.Key, query.By, Kind = query.Kind?.ToString(), query.From, query.Until, query.Before, query.Limit });
    }

    public Task<IReadOnlyList<string>> ChangeAuthorsAsync() => Session.ListAsync<string>("SELECT DISTINCT by FROM change ORDER BY by");

    public async IAsyncEnumerable<ItemRecord> RecordsAsync(ItemSelection selection)
    {
        var reading = new ItemRecords(Session, selection);
        foreach (var some in (await reading.ItemsAsync()).Chunk(ItemRecords.AtOnce))
        {
            foreach (var record in await reading.RecordsAsync(some)) yield return record;
        }
    }

    public IAsyncEnumerable<DraftRecord> DraftsAsync(IReadOnlyCollection<Guid>? keys) => new DraftRecords(Session, this).ReadAsync(keys);

    public Task<Item?> FindAsync(Guid key) => Session.FirstAsync<Item>($"SELECT {ItemRow.Columns} FROM node WHERE key = @Key", new { Key = key });

    public Task<IReadOnlyList<Item>> ChildrenAsync(ItemKind kind, Guid? parent) => parent is { } key
        ? ItemsAsync($"WHERE parent_key = @Key AND kind = @Kind AND NOT trashed ORDER BY {SiblingOrder}", new { Key = key, Kind = kind.ToString() })
        : ItemsAsync($"WHERE parent_key IS NULL AND kind = @Kind AND NOT trashed ORDER BY {SiblingOrder}", new { Kind = kind.ToString() });

    public async Task<IReadOnlyList<NamedItem>> ChildNamesAsync(ItemKind kind, Guid? parent)
    {
        var place = parent is null ? "node.parent_key IS NULL" : "node.parent_key = @Parent";
        var children = new List<NamedItem>();
        await using var reader = await Session.ReaderAsync(
            $"""
            SELECT node.key, {Session.Dialect.ContentAsBytes} FROM node JOIN revision ON revision.item_key = node.key AND revision.number = node.revision
            WHERE {place} AND node.kind = @Kind AND NOT node.trashed ORDER BY {SiblingOrder}
            """,
            new { Parent = parent, Kind = kind.ToString() });
        while (await reader.ReadAsync()) children.Add(new NamedItem(reader.GetGuid(0), ItemContentJson.Names(reader.GetFieldValue<byte[]>(1)).ToImmutableSortedDictionary(StringComparer.Ordinal)));
        return children;
    }

    public async Task<IReadOnlyList<Item>> AncestorsAsync(Guid key)
    {
        var line = await ItemsAsync(
            """
            WHERE key IN (
                WITH RECURSIVE above (key) AS (
                    SELECT key FROM node WHERE key = @Key
                    UNION
                    SELECT node.parent_key FROM above JOIN node ON node.key = above.key WHERE node.parent_key IS NOT NULL)
                SELECT key FROM above)
            """,
            new { Key = key });
        return TreeOrder.Line(line, key);
    }

    public async Task<IReadOnlyList<Item>> DescendantsAsync(Guid key)
    {
        var below = await ItemsAsync(
            $"""
            WHERE key IN (
                WITH RECURSIVE below (key) AS (
                    SELECT key FROM node WHERE parent_key = @Key
                    UNION
                    SELECT node.key FROM below JOIN node ON node.parent_key = below.key)
                SELECT key FROM below)
            ORDER BY {SiblingOrder}
            """,
            new { Key = key });
        return TreeOrder.DepthFirst(below);
    }

    public Task<IReadOnlyList<Item>> BinAsync(ItemKind kind) =>
        ItemsAsync($"WHERE parent_key IS NULL AND kind = @Kind AND trashed ORDER BY {SiblingOrder}", new { Kind = kind.ToString() });

    public async Task<Revision?> RevisionAsync(Guid key, int number) =>
        (await RevisionsAsync("WHERE item_key = @Key AND number = @Number", new { Key = key, Number = number })).SingleOrDefault();

    public Task<IReadOnlyList<Revision>> RevisionsAsync(Guid key) => RevisionsAsync("WHERE item_key = @Key ORDER BY number DESC", new { Key = key });

    public async Task<IReadOnlyList<RevisionLine>> RevisionLinesAsync(Guid key)
    {
        var rows = await Session.ListAsync<RevisionRow>("SELECT number AS Number, at AS At, by AS By FROM revision WHERE item_key = @Key ORDER BY number DESC", new { Key = key });
        return [.. rows.Select(row => new RevisionLine(row.Number, row.At, row.By))];
    }

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> AllRevisionsAsync()
    {
        await using var reader = await Session.ReaderAsync($"SELECT {Session.Dialect.ContentAsBytes} FROM revision");
        while (await reader.ReadAsync()) yield return reader.GetFieldValue<byte[]>(0);
    }

    public async Task<IReadOnlyList<Publication>> PublicationsAsync(Guid key)
    {
        var rows = await Session.ListAsync<PublicationRow>($"SELECT {PublicationRow.Columns} FROM publication WHERE item_key = @Key ORDER BY culture", new { Key = key });
        return [.. rows.Select(row => row.Publication)];
    }

    public Task<IReadOnlyList<Schedule>> SchedulesAsync(Guid key) => SchedulesAsync("WHERE item_key = @Key", new { Key = key });

    public Task<IReadOnlyList<Schedule>> DueAsync(DateTimeOffset until) => SchedulesAsync("WHERE at <= @Until", new { Until = until });

    public async Task<DateTimeOffset?> NextDueAsync()
    {
        var next = await Session.ListAsync<long>("SELECT at FROM schedule ORDER BY at LIMIT 1");
        return next is [var ticks] ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }

    public Task<IReadOnlyList<StoredReference>> ReferencesToAsync(Guid target) => Session.ListAsync<StoredReference>(
        "SELECT source AS Source, target AS Target, property AS Property FROM reference WHERE target = @Key ORDER BY source, property",
        new { Key = target });

    public async Task<IReadOnlyList<FormerSegment>> FormerSegmentsAsync(IReadOnlyCollection<Guid>? items)
    {
        var rows = await Session.ListAsync<FormerSegmentRow>(
            $"""
            SELECT {FormerSegmentRow.Columns} FROM former_segment LEFT JOIN node ON node.key = former_segment.item_key
            {(items is null ? "" : $"WHERE former_segment.item_key {Session.Dialect.AmongKeys}")} ORDER BY former_segment.at, former_segment.item_key
            """,
            new { Keys = Session.Dialect.Keys(items ?? []) });
        return [.. rows.Select(row => row.FormerSegment)];
    }

    /// <summary>An item that does not vary answers in every culture, so its segment is taken in each.</summary>
    public Task<bool> SegmentTakenAsync(ItemKind kind, Guid? parent, string culture, string segment, Guid except)
    {
        var place = parent is null ? "node.parent_key IS NULL" : "node.parent_key = @Parent";
        return Session.FirstAsync<bool>(
            $"""
            SELECT EXISTS (
                SELECT 1 FROM publication JOIN node ON node.key = publication.item_key
                WHERE publication.segment = @Segment AND (publication.culture IN ('', @Culture) OR @Culture = '')
                  AND {place} AND node.kind = @Kind AND NOT node.trashed AND node.key <> @Except)
            """,
            new { Kind = kind.ToString(), Parent = parent, Culture = culture, Segment = segment, Except = except });
    }

    public Task<IReadOnlyList<SavedView>> ViewsAsync(string person) =>
        Session.ListAsync<SavedView>("SELECT name AS Name, list AS List, query AS Query FROM desk_view WHERE person = @Person ORDER BY name", new { Person = person });

    public virtual async Task<IReadOnlyList<Review>> ReviewsAsync(Guid key)
    {
        var rows = await Session.ListAsync<ReviewRow>($"SELECT {ReviewRow.Columns} FROM review WHERE item_key = @Key ORDER BY number", new { Key = key });
        return [.. rows.Select(row => row.Review)];
    }

    public virtual async Task<IReadOnlyList<Review>> StandingReviewsAsync(ReviewState? state, IReadOnlyCollection<Guid>? items)
    {
        var rows = await Session.ListAsync<ReviewRow>(
            $"""
            SELECT {ReviewRow.Columns} FROM review
            WHERE {(state is null ? "" : $"state = '{state}' AND ")}{(items is null ? "EXISTS (SELECT 1 FROM node WHERE node.key = review.item_key AND NOT node.trashed)" : $"item_key {Session.Dialect.AmongKeys}")}
              AND NOT EXISTS (
                SELECT 1 FROM review AS later
                WHERE later.item_key = review.item_key AND later.culture = review.culture
                  AND (later.revision > review.revision OR (later.revision = review.revision AND later.number > review.number)))
            ORDER BY number
            """,
            new { Keys = Session.Dialect.Keys(items ?? []) });
        return [.. rows.Select(row => row.Review)];
    }

    public async Task<IReadOnlyList<Comment>> CommentsAsync(Guid key)
    {
        var rows = await Session.ListAsync<CommentRow>($"SELECT {CommentRow.Columns} FROM comment WHERE item_key = @Key ORDER BY at, key", new { Key = key });
        return [.. rows.Select(row => row.Comment)];
    }

    public Task<string?> NoteAsync(string name) => Session.FirstAsync<string>("SELECT value FROM note WHERE name = @Name", new { Name = name });

    private Task<IReadOnlyList<Item>> ItemsAsync(string condition, object parameters) =>
        Session.ListAsync<Item>($"SELECT {ItemRow.Columns} FROM node {condition}", parameters);

    private async Task<IReadOnlyList<Schedule>> SchedulesAsync(string condition, object parameters)
    {
        var rows = await Session.ListAsync<ScheduleRow>($"SELECT {ScheduleRow.Columns} FROM schedule {condition} ORDER BY at, item_key, culture, action", parameters);
        return [.. rows.Select(row => row.Schedule)];
    }

    private async Task<IReadOnlyList<Revision>> RevisionsAsync(string condition, object parameters)
    {
        var rows = await Session.ListAsync<RevisionRow>(
            $"SELECT item_key AS ItemKey, number AS Number, at AS At, by AS By, {Session.Dialect.ContentAsBytes} AS Content FROM revision {condition}",
            parameters);
        return [.. rows.Select(row => row.Revision)];
    }
}

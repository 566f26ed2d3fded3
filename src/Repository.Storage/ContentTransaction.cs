using System.Text.Json;
using Dapper;
using Repository.Core.Content;
using Repository.Core.Drafts;
using Repository.Core.Workflow;

namespace Repository.Storage;

/// <summary>One turn to write. Numbers of the change log are counted here and reach the head when the transaction commits.</summary>
internal sealed class ContentTransaction(Session session, long head) : ContentReader(session), IContentTransaction
{
    private readonly List<ChangeLine> _lines = [];

    /// <summary>Decisions on their way to the database, by item: an import makes thousands of them.</summary>
    private readonly Dictionary<Guid, List<ReviewLine>> _reviews = [];
    private long _reviewed;

    public Task InsertAsync(Item item, Revision first)
    {
        var both = new DynamicParameters(new ItemRow(item));
        both.AddDynamicParams(Parameters(first));
        return Session.ExecuteAsync(
            $"""
            INSERT INTO node (key, kind, type, parent_key, sort_order, created_at, created_by, trashed, trashed_from, restricted, version, revision)
            VALUES (@Key, @Kind, @Type, @ParentKey, @SortOrder, @CreatedAt, @CreatedBy, @Trashed, @TrashedFrom, @Restricted, @Version, @Revision);
            {RevisionInsert}
            """,
            both);
    }

    public async Task UpdateAsync(Item item)
    {
        var updated = await Session.ExecuteAsync(
            """
            UPDATE node
            SET parent_key = @ParentKey, sort_order = @SortOrder, trashed = @Trashed, trashed_from = @TrashedFrom, restricted = @Restricted,
                version = @Version, revision = @Revision
            WHERE key = @Key
            """,
            new ItemRow(item));
        if (updated == 0) throw new InvalidOperationException($"There is no item {item.Key} to update.");
    }

    public Task AddRevisionAsync(Revision revision) => Session.ExecuteAsync(RevisionInsert, Parameters(revision));

    public Task PublishAsync(Publication publication) => Session.ExecuteAsync(
        """
        INSERT INTO publication (item_key, culture, revision, segment, at)
        VALUES (@ItemKey, @Culture, @Revision, @Segment, @At)
        ON CONFLICT (item_key, culture) DO UPDATE SET revision = excluded.revision, segment = excluded.segment, at = excluded.at
        """,
        publication);

    public Task UnpublishAsync(Guid key, string culture) =>
        Session.ExecuteAsync("DELETE FROM publication WHERE item_key = @Key AND culture = @Culture", new { Key = key, Culture = culture });

    /// <summary>An address leads to one item: to the one that answered to it last.</summary>
    public async Task RememberSegmentAsync(FormerSegment former)
    {
        var place = former.ParentKey is null ? "parent_key IS NULL" : "parent_key = @ParentKey";
        await Session.ExecuteAsync($"DELETE FROM former_segment WHERE {place} AND culture = @Culture AND segment = @Segment", former);
        await Session.ExecuteAsync(
            "INSERT INTO former_segment (parent_key, culture, segment, item_key, at) VALUES (@ParentKey, @Culture, @Segment, @ItemKey, @At)",
            former);
    }

    public Task ScheduleAsync(Schedule schedule) => Session.ExecuteAsync(
        """
        INSERT INTO schedule (item_key, culture, action, at, revision, reason) VALUES (@ItemKey, @Culture, @Action, @At, @Revision, @Reason)
        ON CONFLICT (item_key, culture, action) DO UPDATE SET at = excluded.at, revision = excluded.revision, reason = excluded.reason
        """,
        new { schedule.ItemKey, schedule.Culture, Action = schedule.Action.ToString(), schedule.At, schedule.Revision, schedule.Reason });

    public Task AddReviewAsync(Review review)
    {
        if (!_reviews.TryGetValue(review.ItemKey, out var waiting)) _reviews[review.ItemKey] = waiting = [];
        waiting.Add(new ReviewLine(_reviewed++, review));
        return Task.CompletedTask;
    }

    public override async Task<IReadOnlyList<Review>> ReviewsAsync(Guid key) =>
        [.. await base.ReviewsAsync(key), .. _reviews.GetValueOrDefault(key, []).Select(line => line.Review)];

    public override async Task<IReadOnlyList<Review>> StandingReviewsAsync(ReviewState? state, IReadOnlyCollection<Guid>? items)
    {
        await WriteReviewsAsync();
        return await base.StandingReviewsAsync(state, items);
    }

    public Task AddCommentAsync(Comment comment) => Session.ExecuteAsync(
        """
        INSERT INTO comment (key, item_key, culture, property, revision, answers, at, by, text, resolved_at, resolved_by)
        VALUES (@Key, @ItemKey, @Culture, @Property, @Revision, @Answers, @At, @By, @Text, @ResolvedAt, @ResolvedBy)
        """,
        comment);

    public Task UpdateAsync(Comment comment) =>
        Session.ExecuteAsync("UPDATE comment SET resolved_at = @ResolvedAt, resolved_by = @ResolvedBy WHERE key = @Key", comment);

    public Task UnscheduleAsync(Guid key, string culture, ScheduledAction action) => Session.ExecuteAsync(
        "DELETE FROM schedule WHERE item_key = @Key AND culture = @Culture AND action = @Action",
        new { Key = key, Culture = culture, Action = action.ToString() });

    public Task ReplaceReferencesAsync(Guid source, IReadOnlyCollection<StoredReference> references)
    {
        if (references.FirstOrDefault(reference => reference.Source != source) is { } stray)
        {
            throw new ArgumentException($"A reference of {stray.Source} was given for {source}.", nameof(references));
        }

        return Session.ExecuteAsync(
            $"""
            DELETE FROM reference WHERE source = @Source;
            INSERT INTO reference (source, property, target)
            SELECT DISTINCT @Source, property, target FROM ({Session.Dialect.ReferenceRows}) AS pairs
            """,
            new { Source = source, Pairs = Pairs(references) });
    }

    public Task DeleteAsync(Guid key)
    {
        _reviews.Remove(key);
        return Session.ExecuteAsync(
            """
            DELETE FROM former_segment WHERE item_key = @Key AND EXISTS (SELECT 1 FROM node WHERE key = @Key AND restricted);
            DELETE FROM node WHERE key = @Key
            """,
            new { Key = key });
    }

    public Task SaveViewAsync(string person, SavedView view, DateTimeOffset at) => Session.ExecuteAsync(
        """
        INSERT INTO desk_view (person, name, list, query, at) VALUES (@Person, @Name, @List, @Query, @At)
        ON CONFLICT (person, name) DO UPDATE SET list = excluded.list, query = excluded.query, at = excluded.at
        """,
        new { Person = person, view.Name, view.List, view.Query, At = at });

    public Task RemoveViewAsync(string person, string name) =>
        Session.ExecuteAsync("DELETE FROM desk_view WHERE person = @Person AND name = @Name", new { Person = person, Name = name });

    public Task SetNoteAsync(string name, string value) => Session.ExecuteAsync(
        "INSERT INTO note (name, value) VALUES (@Name, @Value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        new { Name = name, Value = value });

    /// <summary>Gives the number at once; the lines themselves travel together, when the transaction commits.</summary>
    public Task<long> LogAsync(ChangeKind kind, ItemKind itemKind, Guid key, string culture, DateTimeOffset at, string by)
    {
        _lines.Add(new ChangeLine(head + _lines.Count + 1, kind.ToString(), itemKind.ToString(), key, culture, at.UtcTicks, by));
        return Task.FromResult(_lines[^1].Seq);
    }

    public async Task CommitAsync()
    {
        await WriteReviewsAsync();
        if (_lines.Count > 0) await WriteLinesAsync();
        await Session.CommitAsync();
    }

    /// <summary>Numbered on from the last one there is: whoever writes holds the head of the change log, so nobody else numbers meanwhile.</summary>
    private async Task WriteReviewsAsync()
    {
        if (_reviews.Count == 0) return;
        await Session.ExecuteAsync(
            $"""
            INSERT INTO review (number, item_key, culture, revision, state, at, by, note, origin)
            SELECT line.number + last.number + 1, item_key, culture, revision, state, at, by, note, origin
            FROM ({Session.Dialect.ReviewRows}) AS line CROSS JOIN (SELECT COALESCE(MAX(number), 0) AS number FROM review) AS last
            """,
            new { Reviews = JsonSerializer.Serialize([.. _reviews.Values.SelectMany(lines => lines)], StorageJson.Default.ListReviewLine) });
        _reviews.Clear();
    }

    private Task<int> WriteLinesAsync() => Session.ExecuteAsync(
        $"""
        INSERT INTO change (seq, kind, item_kind, key, culture, at, by)
        SELECT seq, kind, item_kind, key, culture, at, by FROM ({Session.Dialect.LineRows}) AS lines;
        {Session.Dialect.MoveHead}
        """,
        new { Lines = JsonSerializer.Serialize(_lines, StorageJson.Default.ListChangeLine), Head = _lines[^1].Seq });

    private string RevisionInsert =>
        $"INSERT INTO revision (item_key, number, at, by, content) VALUES (@ItemKey, @Number, @At, @By, {Session.Dialect.BytesAsContent})";

    private static object Parameters(Revision revision) =>
        new { revision.ItemKey, revision.Number, revision.At, revision.By, Content = ItemContentJson.Write(revision.Content) };

    private static string Pairs(IReadOnlyCollection<StoredReference> references) =>
        JsonSerializer.Serialize([.. references.Select(reference => new[] { reference.Property, reference.Target.ToString() })], StorageJson.Default.StringArrayArray);
}

using Repository.Core.Content;

namespace Repository.Storage;

/// <summary>One turn to write. Numbers of the change log are counted here and reach the head when the transaction commits.</summary>
internal sealed class ContentTransaction(Session session, long head) : ContentReader(session), IContentTransaction
{
    private long _lines;

    public async Task InsertAsync(Item item, Revision first)
    {
        await Session.ExecuteAsync(
            """
            INSERT INTO node (key, kind, type, parent_key, sort_order, created_at, created_by, trashed, trashed_from, restricted, version, revision)
            VALUES (@Key, @Kind, @Type, @ParentKey, @SortOrder, @CreatedAt, @CreatedBy, @Trashed, @TrashedFrom, @Restricted, @Version, @Revision)
            """,
            new ItemRow(item));
        await AddRevisionAsync(first);
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

    public Task AddRevisionAsync(Revision revision) => Session.ExecuteAsync(
        $"INSERT INTO revision (item_key, number, at, by, content) VALUES (@ItemKey, @Number, @At, @By, {Session.Dialect.BytesAsContent})",
        new { revision.ItemKey, revision.Number, revision.At, revision.By, Content = ItemContentJson.Write(revision.Content) });

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
        INSERT INTO schedule (item_key, culture, action, at) VALUES (@ItemKey, @Culture, @Action, @At)
        ON CONFLICT (item_key, culture, action) DO UPDATE SET at = excluded.at
        """,
        new { schedule.ItemKey, schedule.Culture, Action = schedule.Action.ToString(), schedule.At });

    public Task UnscheduleAsync(Guid key, string culture, ScheduledAction action) => Session.ExecuteAsync(
        "DELETE FROM schedule WHERE item_key = @Key AND culture = @Culture AND action = @Action",
        new { Key = key, Culture = culture, Action = action.ToString() });

    public async Task ReplaceReferencesAsync(Guid source, IReadOnlyCollection<StoredReference> references)
    {
        await Session.ExecuteAsync("DELETE FROM reference WHERE source = @Source", new { Source = source });
        if (references.FirstOrDefault(reference => reference.Source != source) is { } stray)
        {
            throw new ArgumentException($"A reference of {stray.Source} was given for {source}.", nameof(references));
        }

        await Session.ExecuteAsync("INSERT INTO reference (source, property, target) VALUES (@Source, @Property, @Target)", references.Distinct());
    }

    public Task DeleteAsync(Guid key) => Session.ExecuteAsync("DELETE FROM node WHERE key = @Key", new { Key = key });

    public Task SetNoteAsync(string name, string value) => Session.ExecuteAsync(
        "INSERT INTO note (name, value) VALUES (@Name, @Value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        new { Name = name, Value = value });

    public async Task<long> LogAsync(ChangeKind kind, ItemKind itemKind, Guid key, string culture, DateTimeOffset at, string by)
    {
        var seq = head + _lines + 1;
        await Session.ExecuteAsync(
            "INSERT INTO change (seq, kind, item_kind, key, culture, at, by) VALUES (@Seq, @Kind, @ItemKind, @Key, @Culture, @At, @By)",
            new { Seq = seq, Kind = kind.ToString(), ItemKind = itemKind.ToString(), Key = key, Culture = culture, At = at, By = by });
        _lines++;
        return seq;
    }

    public async Task CommitAsync()
    {
        if (_lines > 0) await Session.ExecuteAsync(Session.Dialect.MoveHead, new { Seq = head + _lines });
        await Session.CommitAsync();
    }
}

using System.Collections.Immutable;
using Repository.Core.Drafts;
using Repository.Core.Workflow;

namespace Repository.Core.Content;

/// <summary>Where content is kept. Readers never wait for writers.</summary>
public interface IContentStore
{
    /// <summary>
    /// One transaction. Writers take turns, on all processes that share the database, so that <paramref name="work"/> decides on what it
    /// reads. Commits when the work ends with <see cref="WriteResult.Done"/>, otherwise nothing has happened. A database that fails or is
    /// full makes this throw <see cref="StoreUnavailableException"/>, with nothing written.
    /// </summary>
    Task<WriteResult> WriteAsync(Func<IContentTransaction, Task<WriteResult>> work, CancellationToken cancellation);

    /// <summary>A consistent look at the store without a turn to write.</summary>
    Task<T> ReadAsync<T>(Func<IContentReader, Task<T>> work, CancellationToken cancellation);

    /// <summary>Every item a reader may need, parents before children, siblings in order: those with a publication, or (for drafts) all that are not in the bin.</summary>
    IAsyncEnumerable<ItemRecord> ReadItemsAsync(ItemSelection selection, CancellationToken cancellation);

    /// <summary>The lines of the change log after a cursor, in order.</summary>
    Task<IReadOnlyList<Change>> ChangesAsync(long after, int limit, CancellationToken cancellation);

    /// <summary>The last line of the change log; 0 when nothing was ever written.</summary>
    Task<long> HeadAsync(CancellationToken cancellation);

    /// <summary>The last line, not beyond <paramref name="upTo"/>, that could change what the public sees; 0 when there is none.</summary>
    Task<long> LastPublicChangeAsync(long upTo, CancellationToken cancellation);

    /// <summary>Returns when a line beyond <paramref name="after"/> may have been written, here or by another process; never later than 250 ms after its commit.</summary>
    Task WaitForChangeAsync(long after, CancellationToken cancellation);
}

/// <summary>Which items to read: everything with a publication, or every draft; all of them, or only those named.</summary>
public sealed record ItemSelection(bool Drafts, IReadOnlyCollection<Guid>? Keys = null);

/// <summary>An item as the snapshot takes it in: its place, the publications (for drafts: one per culture of the newest revision), and the stored content of each revision they name.</summary>
public sealed record ItemRecord(Item Item, IReadOnlyList<Publication> Publications, IReadOnlyList<RevisionJson> Revisions);

/// <summary>The stored content of a revision, as <see cref="ItemContentJson"/> reads it.</summary>
public sealed class RevisionJson
{
    private readonly ImmutableArray<KeyValuePair<string, string>> _names;

    /// <param name="utf8">What <see cref="ItemContentJson"/> wrote; not to be written to afterwards.</param>
    public RevisionJson(int number, DateTimeOffset at, byte[] utf8)
    {
        (Number, At) = (number, at);
        _names = ItemContentJson.Names(utf8);
        Content = PackedJson.Of(utf8);
    }

    public int Number { get; }

    public DateTimeOffset At { get; }

    public PackedJson Content { get; }

    /// <summary>The cultures it has a name in.</summary>
    public IEnumerable<string> Cultures => _names.Select(name => name.Key);

    /// <summary>What the item is called in a culture. Every item is asked at the start, so the names are read before the text is packed.</summary>
    public string? Name(string culture)
    {
        foreach (var (own, name) in _names)
        {
            if (own == culture) return name;
        }

        return null;
    }
}

/// <summary>The database cannot be reached, is full or broke off. Nothing of the attempted write is there.</summary>
public sealed class StoreUnavailableException(string message, Exception inner) : Exception(message, inner);

/// <summary>An item with its names by culture.</summary>
public sealed record NamedItem(Guid Key, ImmutableSortedDictionary<string, string> Names);

public interface IContentReader
{
    /// <summary>The lines of the change log after a cursor, in order.</summary>
    Task<IReadOnlyList<Change>> ChangesAsync(long after, int limit);

    /// <summary>The lines of the change log that are asked for, newest first.</summary>
    Task<IReadOnlyList<Change>> ChangesAsync(ChangeQuery query);

    /// <summary>Everyone the change log names.</summary>
    Task<IReadOnlyList<string>> ChangeAuthorsAsync();

    /// <summary>Every selected item as <see cref="IContentStore.ReadItemsAsync"/> gives it, in this look at the store.</summary>
    IAsyncEnumerable<ItemRecord> RecordsAsync(ItemSelection selection);

    /// <summary>Every item as its editors keep it, or those named, the bin included, in no order.</summary>
    IAsyncEnumerable<DraftRecord> DraftsAsync(IReadOnlyCollection<Guid>? keys = null);

    Task<Item?> FindAsync(Guid key);

    /// <summary>Children in order; roots of a kind for null. Items in the bin are not among them.</summary>
    Task<IReadOnlyList<Item>> ChildrenAsync(ItemKind kind, Guid? parent);

    /// <summary>The names of such children, in order: those of their drafts, without reading the rest.</summary>
    Task<IReadOnlyList<NamedItem>> ChildNamesAsync(ItemKind kind, Guid? parent);

    /// <summary>The item's ancestors, root first.</summary>
    Task<IReadOnlyList<Item>> AncestorsAsync(Guid key);

    /// <summary>Everything below an item, depth first, those in the bin with it.</summary>
    Task<IReadOnlyList<Item>> DescendantsAsync(Guid key);

    Task<IReadOnlyList<Item>> BinAsync(ItemKind kind);

    Task<Revision?> RevisionAsync(Guid key, int number);

    /// <summary>All revisions, newest first.</summary>
    Task<IReadOnlyList<Revision>> RevisionsAsync(Guid key);

    /// <summary>When and by whom each revision was written, newest first, without what it holds.</summary>
    Task<IReadOnlyList<RevisionLine>> RevisionLinesAsync(Guid key);

    /// <summary>What every revision of every item holds, those in the bin included, as UTF-8 JSON, in no order.</summary>
    IAsyncEnumerable<ReadOnlyMemory<byte>> AllRevisionsAsync();

    Task<IReadOnlyList<Publication>> PublicationsAsync(Guid key);

    Task<IReadOnlyList<Schedule>> SchedulesAsync(Guid key);

    /// <summary>What is due at or before an instant, oldest first.</summary>
    Task<IReadOnlyList<Schedule>> DueAsync(DateTimeOffset until);

    /// <summary>The instant of the next scheduled action, if any.</summary>
    Task<DateTimeOffset?> NextDueAsync();

    /// <summary>Who uses this item.</summary>
    Task<IReadOnlyList<StoredReference>> ReferencesToAsync(Guid target);

    /// <summary>Where items once stood, oldest first, those that were deleted for good among them; of all items, or of those named.</summary>
    Task<IReadOnlyList<FormerSegment>> FormerSegmentsAsync(IReadOnlyCollection<Guid>? items = null);

    /// <summary>Is a segment taken by another published item below this parent?</summary>
    Task<bool> SegmentTakenAsync(ItemKind kind, Guid? parent, string culture, string segment, Guid except);

    /// <summary>The lists a person wants to see again, by name.</summary>
    Task<IReadOnlyList<SavedView>> ViewsAsync(string person);

    /// <summary>Every decision about an item, oldest first.</summary>
    Task<IReadOnlyList<Review>> ReviewsAsync(Guid key);

    /// <summary>For each item and language the decision that holds now, oldest first: of those in one state or in any, of all items outside the bin or of those named.</summary>
    Task<IReadOnlyList<Review>> StandingReviewsAsync(ReviewState? state, IReadOnlyCollection<Guid>? items = null);

    /// <summary>The comments on an item, oldest first.</summary>
    Task<IReadOnlyList<Comment>> CommentsAsync(Guid key);

    /// <summary>A remembered word, such as the fingerprint of the seed content that was last imported.</summary>
    Task<string?> NoteAsync(string name);
}

/// <summary>The plain steps a use case takes inside its transaction. Deciding is the use case's part.</summary>
public interface IContentTransaction : IContentReader
{
    Task InsertAsync(Item item, Revision first);

    /// <summary>Writes every changeable column of the item (parent, order, bin, restriction, revision number, version).</summary>
    Task UpdateAsync(Item item);

    Task AddRevisionAsync(Revision revision);

    /// <summary>Sets what the public sees in the publication's culture.</summary>
    Task PublishAsync(Publication publication);

    Task UnpublishAsync(Guid key, string culture);

    Task RememberSegmentAsync(FormerSegment former);

    Task ScheduleAsync(Schedule schedule);

    /// <summary>Adds a decision to those about an item. None is ever changed.</summary>
    Task AddReviewAsync(Review review);

    Task AddCommentAsync(Comment comment);

    /// <summary>Writes whether and by whom a comment is resolved.</summary>
    Task UpdateAsync(Comment comment);

    Task UnscheduleAsync(Guid key, string culture, ScheduledAction action);

    /// <summary>Replaces all references that start at an item.</summary>
    Task ReplaceReferencesAsync(Guid source, IReadOnlyCollection<StoredReference> references);

    /// <summary>Removes an item with its revisions, publications, schedules, reviews, comments and outgoing references. Its former segments stay, unless it is restricted.</summary>
    Task DeleteAsync(Guid key);

    /// <summary>A view of the same name gives way.</summary>
    Task SaveViewAsync(string person, SavedView view, DateTimeOffset at);

    Task RemoveViewAsync(string person, string name);

    Task SetNoteAsync(string name, string value);

    /// <summary>Adds a line to the change log and gives its number.</summary>
    Task<long> LogAsync(ChangeKind kind, ItemKind itemKind, Guid key, string culture, DateTimeOffset at, string by);
}

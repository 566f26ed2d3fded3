using Repository.Core.Content;
using Repository.Core.Workflow;

namespace Repository.Core.Drafts;

/// <summary>An item as its editors keep it: the newest revision, what the public sees of it, what is planned, and when each language was last written. Those in the bin are among them.</summary>
/// <param name="Published">With the content of the revision the public sees; null where that is the draft itself.</param>
/// <param name="WrittenAt">By culture, as the change log tells it.</param>
public sealed record DraftRecord(
    Item Item,
    Revision Draft,
    IReadOnlyList<(Publication Publication, ItemContent? Content)> Published,
    IReadOnlyList<Schedule> Schedules,
    IReadOnlyDictionary<string, DateTimeOffset> WrittenAt)
{
    /// <summary>The decision that holds in each language, where there is one.</summary>
    public IReadOnlyList<Review> Reviews { get; init; } = [];
}

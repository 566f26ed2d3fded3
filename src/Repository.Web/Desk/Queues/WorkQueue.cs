using System.Collections.Immutable;
using Repository.Core.Drafts;

namespace Repository.Web.Desk.Queues;

/// <summary>Something that waits to be done: how much of it, the first of it, and where all of it is. Its words are the texts <c>Work.{Name}.*</c>.</summary>
/// <param name="Note">What is said of an entry in this queue.</param>
internal sealed record WorkQueue(string Name, int Count, ImmutableArray<DraftEntry> First, string? All, Func<DraftEntry, string>? Note = null)
{
    private const int MostShown = 5;

    public static WorkQueue Of(string name, IEnumerable<DraftEntry> entries, string? all, Func<DraftEntry, string>? note = null)
    {
        var list = entries.ToList();
        return new WorkQueue(name, list.Count, [.. list.Take(MostShown)], all, note);
    }
}

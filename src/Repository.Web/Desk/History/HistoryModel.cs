using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Content.Differences;
using Repository.Core.Workflow;
using Repository.Web.Desk.Reviewing;

namespace Repository.Web.Desk.History;

/// <summary>Everything that happened to an item, newest first, and two of its revisions side by side.</summary>
internal sealed record HistoryModel(DeskItem Item, ImmutableArray<HistoryEntry> Entries, ImmutableArray<RevisionLine> Revisions, string Token)
{
    public required ImmutableArray<(string Culture, string Name)> Languages { get; init; }

    /// <summary>The two revisions that are compared, the older first; null when there is only one.</summary>
    public RevisionPair? Pair { get; init; }
    public ContentDifference? Difference { get; init; }
    public bool MayRestore { get; init; }

    public string Address => $"{Serving.DeskAddress.Of(Item.Key)}/history";
}

internal sealed record RevisionPair(int From, int To, string Culture);

/// <summary>One thing that happened: a revision was saved, a decision taken, or the item's place changed.</summary>
internal abstract record HistoryEntry(DateTimeOffset At, string By)
{
    internal sealed record Saved(RevisionLine Revision, string Who) : HistoryEntry(Revision.At, Who);

    internal sealed record Decided(Review Review, string Language, string Who) : HistoryEntry(Review.At, Who);

    internal sealed record Changed(Change Change, string Language, string Who) : HistoryEntry(Change.At, Who);
}

using Repository.Core.Drafts;
using Repository.Core.Workflow;

namespace Repository.Web.Desk.Tree;

/// <summary>Something that can be done to several items at once. Its words are the texts <c>Deed.{Name}.*</c>.</summary>
/// <param name="Act">What one must be allowed for it.</param>
/// <param name="NeedsPlace">Does it ask where to?</param>
/// <param name="IsWithBranch">Does what is below an item follow it, so that it need not be chosen as well?</param>
internal sealed record Deed(string Name, Act Act, bool NeedsPlace = false, bool NeedsReason = false, bool IsGrave = false, bool IsWithBranch = false)
{
    public static readonly Deed Publish = new("publish", Act.Publish);
    public static readonly Deed Submit = new("submit", Act.Write);
    public static readonly Deed Unpublish = new("unpublish", Act.Publish, NeedsReason: true);
    public static readonly Deed Show = new("show", Act.Write);
    public static readonly Deed Move = new("move", Act.Arrange, NeedsPlace: true, IsWithBranch: true);
    public static readonly Deed Copy = new("copy", Act.Write, NeedsPlace: true, IsWithBranch: true);
    public static readonly Deed Trash = new("trash", Act.Discard, IsWithBranch: true);
    public static readonly Deed Restore = new("restore", Act.Discard, IsWithBranch: true);
    public static readonly Deed Delete = new("delete", Act.Delete, IsGrave: true, IsWithBranch: true);

    private static readonly Deed[] All = [Submit, Publish, Unpublish, Show, Move, Copy, Trash, Restore, Delete];

    public static Deed? Named(string? name) => Array.Find(All, deed => deed.Name == name);

    /// <summary>Is it about what is in the bin?</summary>
    public bool IsOfBin => this == Restore || this == Delete;

    /// <summary>Does it ask where to, for these items? What is restored goes back to where it came from, as long as that is there.</summary>
    public bool AsksPlace(DraftReader reader, IEnumerable<DraftEntry> entries) => NeedsPlace || (this == Restore && entries.Any(entry => !HasOrigin(reader, entry)));

    private static bool HasOrigin(DraftReader reader, DraftEntry entry) =>
        entry.Item.TrashedFrom is { } from ? reader.Catalogue.Find(from) is { Item.Trashed: false } : entry.Item.ParentKey is null && reader.Type(entry)?.AllowedAtRoot == true;
}

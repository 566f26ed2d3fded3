using Repository.Core.Content;
using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Rendering;

/// <summary>One answer being written: for a snapshot and a culture, into a body.</summary>
internal sealed record Rendering(PublishedSnapshot Snapshot, string Culture, bool RichTextAsTree, ResponseBody Body)
{
    /// <summary>Types that may be shown where they are picked.</summary>
    public AllowedTypes Allowed { get; init; } = AllowedTypes.All;

    private const int LongestExpanded = 256 * 1024 * 1024;

    /// <summary>Was an item left closed that should have been opened? Then the answer is not the one asked for.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>Picked items multiply with every level that is opened. An answer stops opening them at a length that nobody reads and any server can bear.</summary>
    public bool MayExpand()
    {
        IsCutShort |= Body.Length > LongestExpanded;
        return !IsCutShort;
    }

    /// <summary>A picked item as this answer may show it: null when it is not published in the culture, or of a type that is not delivered.</summary>
    public PublishedItem? Find(ItemKind kind, Guid key) =>
        Snapshot.Find(kind, key, Culture) is { } item && (kind == ItemKind.Media || Allowed.Allows(item)) ? item : null;
}

/// <summary>Which properties are written, and which picked items with theirs. <paramref name="Fields"/> null means all.</summary>
internal readonly record struct Choice(Selection Expand, Selection? Fields)
{
    public static readonly Choice Plain = new(Selection.Nothing, null);

    /// <summary>The choice for what a property holds; for a picker this counts only when the property is expanded.</summary>
    public Choice Below(string alias) => new(
        Expand.Below(alias) ?? Selection.Nothing,
        Fields?.Below(alias) is { IsEmpty: false } fields ? fields : null);
}

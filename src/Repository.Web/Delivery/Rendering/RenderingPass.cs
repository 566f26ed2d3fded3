using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Web.Forms;

namespace Repository.Web.Delivery.Rendering;

/// <summary>One answer being written: for a snapshot and a culture, into a body.</summary>
internal sealed record RenderingPass(PublishedSnapshot Snapshot, string Culture, bool RichTextAsTree, KeptRenderings Kept, ResponseBody Body)
{
    private const int LongestExpanded = 256 * 1024 * 1024;

    private readonly List<Sighting>? _seen;
    private readonly HashSet<int>? _borrowed;

    /// <summary>Types that may be shown where they are picked.</summary>
    public AllowedTypes Allowed { get; init; } = AllowedTypes.All;

    /// <summary>The forms that expanded pickers show; without them they stay closed.</summary>
    public FormBook? Forms { get; init; }

    /// <summary>Was an item left closed that should have been opened? Then the answer is not the one asked for.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>Picked items multiply with every level that is opened. An answer stops opening them at a length that nobody reads and any server can bear.</summary>
    public bool MayExpand()
    {
        IsCutShort |= Body.Length > LongestExpanded;
        return !IsCutShort;
    }

    /// <summary>The culture in the schema's spelling; cultures nobody writes in all look alike.</summary>
    public string KnownCulture { get; } = Snapshot.Schema.KnownTag(Culture) ?? ItemContent.Invariant;

    /// <summary>The other items that were looked for, when this rendering is one of its own.</summary>
    public IReadOnlyList<Sighting> Seen => _seen ?? [];

    /// <summary>A rendering of one thing by itself, which remembers what it saw.</summary>
    public RenderingPass Alone() => new(this, [], []);

    /// <summary>A picked item as this answer may show it: null when it is not published in the culture, or of a type that is not delivered.</summary>
    public PublishedItem? Find(ItemKind kind, Guid key)
    {
        var item = Snapshot.Find(kind, key, Culture);
        _seen?.Add(new Sighting(kind, key, item));
        return Shown(item);
    }

    /// <summary>An item that was found, unless its type is not delivered.</summary>
    public PublishedItem? Shown(PublishedItem? item) => item is null || item.Kind == ItemKind.Media || Allowed.Allows(item) ? item : null;

    /// <summary>Adds a fragment that an item keeps of itself, where it is shown in another: whoever keeps what was rendered need not keep a copy of it.</summary>
    public void Borrow(ReadOnlyMemory<byte> fragment)
    {
        _borrowed?.Add(Body.Pieces.Length);
        Body.Add(fragment);
    }

    /// <summary>Is this piece of the body a borrowed fragment? Known when this rendering is one of its own.</summary>
    public bool IsBorrowed(int piece) => _borrowed is not null && _borrowed.Contains(piece);

    private RenderingPass(RenderingPass other, List<Sighting> seen, HashSet<int> borrowed)
        : this(other.Snapshot, other.Culture, other.RichTextAsTree, other.Kept, new ResponseBody()) => (_seen, _borrowed, Allowed, Forms) = (seen, borrowed, other.Allowed, other.Forms);
}

/// <summary>Which properties are written, and which picked items with theirs. <paramref name="Fields"/> null means all.</summary>
internal readonly record struct Choice(Selection Expand, Selection? Fields)
{
    public static readonly Choice Plain = new(Selection.Nothing, null);

    /// <summary>No properties at all.</summary>
    public bool IsBare => Fields is { IsEmpty: true, IsUnsaid: false };

    /// <summary>The choice for what a property holds; for a picker this counts only when the property is expanded.</summary>
    public Choice Below(string alias) => new(
        Expand.Below(alias) ?? Selection.Nothing,
        Fields?.Below(alias) is { IsUnsaid: false } fields ? fields : null);
}

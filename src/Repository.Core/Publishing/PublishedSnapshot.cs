using System.Collections.Concurrent;
using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.Core.Publishing;

/// <summary>
/// Everything readers may see as of one line of the change log. It never changes: a publication makes a new one that shares all
/// that stayed the same. A request takes the current snapshot once and keeps it.
/// </summary>
public sealed class PublishedSnapshot
{
    private readonly ConcurrentDictionary<(ItemKind Kind, string Culture), Lazy<TreeView>> _views;

    internal PublishedSnapshot(ContentSchema schema, EditorRegistry editors)
        : this(schema, editors, new())
    {
    }

    private PublishedSnapshot(ContentSchema schema, EditorRegistry editors, ConcurrentDictionary<(ItemKind Kind, string Culture), Lazy<TreeView>> views)
    {
        Schema = schema;
        Editors = editors;
        _views = views;
    }

    private PublishedSnapshot(PublishedSnapshot previous, ConcurrentDictionary<(ItemKind Kind, string Culture), Lazy<TreeView>> views)
        : this(previous.Schema, previous.Editors, views)
    {
        Records = previous.Records;
        Children = previous.Children;
        Items = previous.Items;
        Routes = previous.Routes;
        FormerSegments = previous.FormerSegments;
        Cursor = previous.Cursor;
        Version = previous.Version;
    }

    public ContentSchema Schema { get; }

    public EditorRegistry Editors { get; }

    /// <summary>The last line of the change log this snapshot knows of.</summary>
    public long Cursor { get; internal init; }

    /// <summary>The last line of the change log that could change what readers see: equal versions are equal content.</summary>
    public long Version { get; internal init; }

    /// <summary>How many items can be seen.</summary>
    public int Count => Items.Count;

    /// <summary>Every item with a publication, whether or not it can be seen from the root.</summary>
    internal ImmutableDictionary<Guid, ItemRecord> Records { get; init; } = ImmutableDictionary<Guid, ItemRecord>.Empty;

    /// <summary>Keys of children in order; the roots of a kind stand under <see cref="RootsOf"/>.</summary>
    internal ImmutableDictionary<Guid, ImmutableArray<Guid>> Children { get; init; } = ImmutableDictionary<Guid, ImmutableArray<Guid>>.Empty;

    /// <summary>The items that can be seen.</summary>
    internal ImmutableDictionary<Guid, PublishedItem> Items { get; init; } = ImmutableDictionary<Guid, PublishedItem>.Empty;

    internal ImmutableDictionary<RouteKey, Guid> Routes { get; init; } = ImmutableDictionary<RouteKey, Guid>.Empty;

    internal ImmutableDictionary<FormerKey, Guid> FormerSegments { get; init; } = ImmutableDictionary<FormerKey, Guid>.Empty;

    public PublishedItem? Find(Guid key) => Items.GetValueOrDefault(key);

    /// <summary>Every document that can be seen, in tree order.</summary>
    public IEnumerable<PublishedItem> Documents()
    {
        var waiting = new Stack<Guid>(Children.GetValueOrDefault(RootsOf(ItemKind.Document), []).Reverse());
        while (waiting.TryPop(out var key))
        {
            if (!Items.TryGetValue(key, out var item)) continue;
            yield return item;
            if (!Children.TryGetValue(key, out var children)) continue;
            for (var i = children.Length - 1; i >= 0; i--) waiting.Push(children[i]);
        }
    }

    /// <summary>An item of a kind, if it is published in a culture.</summary>
    public PublishedItem? Find(ItemKind kind, Guid key, string culture) =>
        Items.TryGetValue(key, out var item) && item.Kind == kind && item.In(culture) is not null ? item : null;

    /// <summary>The items of one kind that are seen in a culture, in tree order. Made when first asked for and kept with the snapshot.</summary>
    public TreeView View(ItemKind kind, string culture)
    {
        // Cultures nobody publishes in look all alike; one view serves them, however many a client invents.
        var known = kind == ItemKind.Media ? ItemContent.Invariant : Schema.KnownTag(culture) ?? ItemContent.Invariant;
        return _views.GetOrAdd((kind, known), static (view, snapshot) => new Lazy<TreeView>(() => new TreeView(snapshot, view.Kind, view.Culture)), this).Value;
    }

    /// <summary>The same content as of a later line of the log.</summary>
    public PublishedSnapshot AsOf(long cursor) => new(this, _views) { Cursor = cursor };

    /// <summary>Other content as of a line of the log.</summary>
    internal PublishedSnapshot Next(
        long cursor,
        long version,
        ImmutableDictionary<Guid, ItemRecord> records,
        ImmutableDictionary<Guid, ImmutableArray<Guid>> children,
        ImmutableDictionary<Guid, PublishedItem> items,
        ImmutableDictionary<RouteKey, Guid> routes,
        ImmutableDictionary<FormerKey, Guid> formerSegments) => new(this, new())
        {
            Cursor = cursor,
            Version = version,
            Records = records,
            Children = children,
            Items = items,
            Routes = routes,
            FormerSegments = formerSegments,
        };

    /// <summary>The key under which the roots of a kind stand in <see cref="Children"/>: no real item has it.</summary>
    internal static Guid RootsOf(ItemKind kind) => kind == ItemKind.Document ? Guid.Empty : MediaRoots;

    private static readonly Guid MediaRoots = new("ffffffff-ffff-ffff-ffff-ffffffffffff");
}

/// <summary>An address: below a root, in a culture ("" for items that do not vary), a lower-case path without language prefix.</summary>
internal readonly record struct RouteKey(Guid Root, string Culture, string Path);

internal readonly record struct FormerKey(Guid Parent, string Culture, string Segment);

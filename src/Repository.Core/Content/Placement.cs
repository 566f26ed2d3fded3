using Repository.Core.Schema;

namespace Repository.Core.Content;

/// <summary>Decides where an item may stand. Pure.</summary>
internal static class Placement
{
    /// <summary>The type of an item; null for a name that no item can have (unknown, or a block's).</summary>
    public static ContentType? TypeOf(ContentSchema schema, ItemKind kind, string alias) => kind == ItemKind.Media
        ? schema.MediaType(alias)
        : schema.DocumentType(alias) is { Kind: ContentTypeKind.Document } type ? type : null;

    public static string TypeRefusal(ContentSchema schema, string alias) =>
        schema.DocumentType(alias) is { Kind: ContentTypeKind.Element } element ? Refusals.ElementType(element.Name) : Refusals.UnknownType(alias);

    /// <summary>Why an item of a type may not stand below a parent (null: at the root); null when it may.</summary>
    public static string? Refusal(ContentSchema schema, ContentType type, Item? parent)
    {
        var kind = type.Kind == ContentTypeKind.Media ? ItemKind.Media : ItemKind.Document;
        if (parent is null) return type.AllowedAtRoot ? null : Refusals.NotAtRoot(type.Name);
        if (parent.Kind != kind) return Refusals.ParentOfOtherKind;
        if (parent.Trashed) return Refusals.ParentInBin;
        if (TypeOf(schema, kind, parent.Type) is not { } parentType) return Refusals.UnknownType(parent.Type);
        return parentType.AllowedChildren.Contains(type.Key) ? null : Refusals.NotBelow(type.Name, parentType.Name);
    }

    /// <summary>Would an item come to stand below itself?</summary>
    public static bool WouldCycle(Guid moving, Guid parent, IEnumerable<Guid> ancestorsOfParent) => moving == parent || ancestorsOfParent.Contains(moving);

    /// <summary>How many levels an item takes together with what is below it, given parents first.</summary>
    public static int Height(Item top, IEnumerable<Item> below)
    {
        var levels = new Dictionary<Guid, int> { [top.Key] = 1 };
        foreach (var item in below) levels[item.Key] = item.ParentKey is { } parent && levels.TryGetValue(parent, out var level) ? level + 1 : 1;
        return levels.Values.Max();
    }

    public static int LastPlace(IReadOnlyList<Item> siblings) => siblings.Count == 0 ? 0 : siblings.Max(sibling => sibling.SortOrder) + 1;

    /// <summary>The items whose place changes when siblings take a new order; null when the order does not name exactly the siblings.</summary>
    public static IReadOnlyList<Item>? Reordered(IReadOnlyList<Item> siblings, IReadOnlyList<Guid> order)
    {
        if (order.Count != siblings.Count) return null;
        var byKey = siblings.ToDictionary(sibling => sibling.Key);
        var moved = new List<Item>();
        for (var place = 0; place < order.Count; place++)
        {
            if (!byKey.Remove(order[place], out var item)) return null;
            if (item.SortOrder != place) moved.Add(item with { SortOrder = place });
        }

        return moved;
    }
}

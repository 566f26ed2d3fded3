using System.Collections.Frozen;
using Repository.Core.Publishing;

namespace Repository.Web.Delivery;

/// <summary>Content types that may be delivered at all; the others are as good as unpublished.</summary>
internal sealed class AllowedTypes(DeliveryOptions options)
{
    public static readonly AllowedTypes All = new(new DeliveryOptions());

    private readonly FrozenSet<string> _allowed = Aliases(options.AllowedContentTypeAliases);
    private readonly FrozenSet<string> _disallowed = Aliases(options.DisallowedContentTypeAliases);

    public bool Allows(PublishedItem item) => _allowed.Count > 0 ? _allowed.Contains(item.Type.Alias) : !_disallowed.Contains(item.Type.Alias);

    public ItemSet Only(ItemSet items, TreeView view)
    {
        if (_allowed.Count > 0) return items.And(ItemSet.Union(view.Count, _allowed.Select(view.OfType)));
        return _disallowed.Aggregate(items, (left, alias) => left.Without(view.OfType(alias)));
    }

    private static FrozenSet<string> Aliases(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}

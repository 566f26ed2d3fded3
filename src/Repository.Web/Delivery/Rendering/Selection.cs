using System.Collections.Frozen;

namespace Repository.Web.Delivery.Rendering;

/// <summary>
/// One level of an <c>expand</c> or <c>fields</c> text: property aliases, each with the level below it. The text is
/// <c>properties[a,b[properties[c]]]</c>; anything that names no properties selects nothing.
/// </summary>
internal sealed class Selection
{
    private readonly FrozenDictionary<string, Selection> _below;
    private readonly bool _everything;

    private Selection(IEnumerable<SelectionNode> nodes)
    {
        _below = nodes.GroupBy(node => node.Key).ToFrozenDictionary(same => same.Key, same => Of(same.First().Children), StringComparer.Ordinal);
        _everything = _below.ContainsKey(AllProperties);
    }

    public const string AllProperties = "$all";

    public static readonly Selection Nothing = new([]);

    public bool IsEmpty => _below.Count == 0;

    /// <summary>What stands below a property: null when the property is not selected at all, <see cref="Nothing"/> when it is and says no more.</summary>
    public Selection? Below(string alias)
    {
        if (_below.TryGetValue(alias, out var below)) return below;
        return _everything ? Nothing : null;
    }

    /// <summary>The level named by the first <c>properties[…]</c> among the nodes.</summary>
    public static Selection Of(IReadOnlyList<SelectionNode> nodes) =>
        nodes.FirstOrDefault(node => node.Key == "properties") is { } properties && properties.Children.Count > 0 ? new Selection(properties.Children) : Nothing;
}

internal sealed record SelectionNode(string Key, IReadOnlyList<SelectionNode> Children);

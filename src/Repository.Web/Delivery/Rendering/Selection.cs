
namespace Repository.Web.Delivery.Rendering;

/// <summary>
/// One level of an <c>expand</c> or <c>fields</c> text: property aliases, each with the level below it. The text is
/// <c>properties[a,b[properties[c]]]</c> or <c>$all</c>; anything that names no properties selects nothing.
/// </summary>
internal sealed class Selection
{
    private readonly Dictionary<string, Selection> _below;
    private readonly Selection? _everything;

    private Selection(IEnumerable<SelectionNode> nodes)
    {
        _below = nodes.GroupBy(node => node.Key).ToDictionary(same => same.Key, same => Under(same.First()), StringComparer.Ordinal);
        _everything = _below.GetValueOrDefault(AllProperties);
    }

    public const string AllProperties = "$all";

    public static readonly Selection Nothing = new([]);

    /// <summary>Below a property that was named without brackets.</summary>
    private static readonly Selection Unsaid = new([]);

    public bool IsEmpty => _below.Count == 0;

    /// <summary>Was nothing said of this level? For <c>fields</c> that means all of it; brackets that name none of its properties mean none.</summary>
    public bool IsUnsaid => ReferenceEquals(this, Unsaid);

    /// <summary>What stands below a property; null when the property is not selected at all.</summary>
    public Selection? Below(string alias) => _below.GetValueOrDefault(alias) ?? _everything;

    /// <summary>The level named by <c>$all</c>, which as in Umbraco comes first, or by the first <c>properties[…]</c> among the nodes.</summary>
    public static Selection Of(IReadOnlyList<SelectionNode> nodes)
    {
        if (nodes.FirstOrDefault(node => node.Key == AllProperties) is { } everything) return new Selection([everything]);
        return nodes.FirstOrDefault(node => node.Key == "properties") is { Children.Count: > 0 } properties ? new Selection(properties.Children) : Nothing;
    }

    private static Selection Under(SelectionNode node) => node.Children.Count == 0 ? Unsaid : Of(node.Children);
}

internal sealed record SelectionNode(string Key, IReadOnlyList<SelectionNode> Children);

using System.Collections.Immutable;
using System.Text.Json;

namespace Repository.Core.Editors;

/// <summary>
/// Something a picker holds and what that picker allows: items of some types (none named: any), at or below a start node (null: anywhere).
/// Whether the item is such a one is for the content rules to say: an editor knows no store.
/// </summary>
public sealed record Pick(ItemReference Target, ImmutableArray<Guid> Types, Guid? StartNode)
{
    /// <summary>None when the settings allow everything.</summary>
    internal static ImmutableArray<Pick> Of(JsonElement config, string? startNode, IEnumerable<ItemReference> targets)
    {
        var types = (config.Text("filter") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(text => Guid.TryParse(text, out var key) ? key : Guid.Empty)
            .ToImmutableArray();
        Guid? start = Guid.TryParse(startNode, out var bare) ? bare : Udi.TryParse(startNode, out var udi) ? udi.Key : null;
        return types.IsEmpty && start is null ? [] : [.. targets.Select(target => new Pick(target, types, start))];
    }
}

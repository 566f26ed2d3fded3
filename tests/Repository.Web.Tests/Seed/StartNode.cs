using System.Text.Json;
using Repository.Core.Schema;

namespace Repository.Web.Tests.Seed;

/// <summary>What a picker's settings let editors choose: where it starts, and of which types.</summary>
internal static class StartNode
{
    public static Guid? Of(DataType dataType) =>
        dataType.Config.ValueKind != JsonValueKind.Object ? null
        : dataType.Config.TryGetProperty("startNodeId", out var single) ? Key(single)
        : dataType.Config.TryGetProperty("startNode", out var start) && start.TryGetProperty("id", out var id) ? Key(id)
        : null;

    public static IReadOnlyList<Guid> TypesOf(DataType dataType) =>
        dataType.Config.ValueKind == JsonValueKind.Object && dataType.EditorAlias == "Umbraco.MultiNodeTreePicker" && dataType.Config.TryGetProperty("filter", out var filter) && filter.GetString() is { Length: > 0 } keys
            ? [.. keys.Split(',').Select(Guid.Parse)]
            : [];

    private static Guid? Key(JsonElement value) => value.ValueKind == JsonValueKind.String && Guid.TryParse(value.GetString()!.Split('/')[^1], out var key) ? key : null;
}

using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>Which items a picker offers: those below one item and, when types are named, of these types only.</summary>
internal readonly record struct PickerScope(Guid Start, string Types)
{
    /// <summary>Null when the data type is no picker, or one that starts at the root.</summary>
    public static PickerScope? Of(DataType dataType) => (dataType.Config.Member("startNode")?.Key("id") ?? dataType.Config.Key("startNodeId")) is { } start
        ? new PickerScope(start, dataType.Config.Text("filter") ?? "")
        : null;

    public bool Offers(ContentType type) => Types.Length == 0 || Types.Contains(type.Key.ToString(), StringComparison.OrdinalIgnoreCase);
}

using System.Text.Json;

namespace Repository.Core.Schema;

/// <summary>A property editor with its settings. Two data types may share an editor alias and differ by the alias of their user interface.</summary>
public sealed record DataType(Guid Key, string Name, string EditorAlias, string EditorUiAlias, JsonElement Config)
{
    /// <summary>Are its values for those who work at the desk only? The public is told neither the value nor that there is such a property.</summary>
    public bool IsPrivate => Config.ValueKind == JsonValueKind.Object && Config.TryGetProperty("private", out var said) && said.ValueKind == JsonValueKind.True;
}

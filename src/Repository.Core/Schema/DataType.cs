using System.Text.Json;

namespace Repository.Core.Schema;

/// <summary>A property editor with its settings. Two data types may share an editor alias and differ by the alias of their user interface.</summary>
public sealed record DataType(Guid Key, string Name, string EditorAlias, string EditorUiAlias, JsonElement Config);

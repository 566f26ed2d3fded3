namespace Repository.Core.Schema;

/// <summary>One field of a content type, with everything that decides whether a value is acceptable.</summary>
public sealed record PropertyType
{
    public required Guid Key { get; init; }
    public required string Alias { get; init; }
    public required string Name { get; init; }
    public required DataType DataType { get; init; }
    public string Description { get; init; } = "";
    public bool IsMandatory { get; init; }
    public string MandatoryMessage { get; init; } = "";

    /// <summary>A regular expression the stored text must match; empty for none.</summary>
    public string Pattern { get; init; } = "";
    public string PatternMessage { get; init; } = "";
    public bool VariesByCulture { get; init; }
    public string TabAlias { get; init; } = "";
    public int SortOrder { get; init; }
}

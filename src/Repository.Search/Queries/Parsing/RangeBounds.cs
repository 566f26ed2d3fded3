namespace Repository.Search.Queries.Parsing;

/// <summary>The ends of a range as they were written; null is open.</summary>
internal readonly record struct RangeBounds(string? Lower, string? Upper, bool IncludesLower, bool IncludesUpper)
{
    /// <summary>Exactly this value, or the period it names.</summary>
    public static RangeBounds Only(string value) => new(value, value, true, true);
}

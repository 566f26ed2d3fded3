using Repository.Search.Analysis;

namespace Repository.Search.Indexing;

/// <summary>How the values of a field are kept: analysed text, whole keywords, or values that only ranges ask for.</summary>
public enum FieldKind
{
    /// <summary>Terms with frequencies, positions and a length.</summary>
    Text,

    /// <summary>The whole value is one term; neither positions nor a length.</summary>
    Keyword,

    /// <summary>Whole numbers; exact and range, constant scores.</summary>
    Number,

    /// <summary>Days; written yyyy-MM-dd, asked for by year, month or day.</summary>
    Day,
}

/// <summary>One field of an index.</summary>
/// <param name="Faceted">Whether its raw values are counted.</param>
public sealed record FieldDefinition(string Name, FieldKind Kind, Analyzer Analyzer, bool Faceted = false)
{
    public bool HasTerms => Kind is FieldKind.Text or FieldKind.Keyword;
}

namespace Repository.Search.Indexing;

/// <summary>Everything a segment knows of a field that has terms. Immutable.</summary>
internal sealed class FieldPostings
{
    private TermBlocks? _blocks;

    public required TermDictionary Terms { get; init; }

    /// <summary>How many documents have at least one term here.</summary>
    public required int DocumentCount { get; init; }

    /// <summary>How many tokens there are in all; for keywords how many distinct ones.</summary>
    public required long TotalTokens { get; init; }

    /// <summary>The length of each document as one byte (<see cref="LengthCode"/>); null for keywords, which have none.</summary>
    internal required byte[]? Lengths { get; init; }

    internal required int[] DocumentFrequencies { get; init; }

    /// <summary>Where each term's postings begin, and at last where they end.</summary>
    internal required int[] PostingsStarts { get; init; }

    internal required byte[] Postings { get; init; }

    /// <summary>Where each term's positions begin; empty for keywords.</summary>
    internal required int[] PositionStarts { get; init; }

    internal required byte[] Positions { get; init; }

    public bool HasPositions => Lengths is not null;

    public TermBlocks Blocks => _blocks ??= new TermBlocks(this);

    public int DocumentFrequency(int term) => DocumentFrequencies[term];

    public PostingsCursor Open(int term) => new(this, term);
}

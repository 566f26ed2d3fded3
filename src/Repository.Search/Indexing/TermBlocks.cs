namespace Repository.Search.Indexing;

/// <summary>
/// The documents of a thousand neighbouring terms at a time, each set made when it is first asked for: a range over everything unites these, where it would
/// otherwise walk through the postings of a hundred thousand rare terms.
/// </summary>
internal sealed class TermBlocks(FieldPostings postings)
{
    public const int Size = 1024;

    private readonly BitSet?[] _sets = new BitSet?[postings.Terms.Count / Size];

    /// <summary>Documents with any of the terms from a multiple of <see cref="Size"/> on. Two threads may make the same set; either will do.</summary>
    public BitSet From(int term, int documents)
    {
        ref var set = ref _sets[term / Size];
        if (Volatile.Read(ref set) is { } made) return made;
        var anew = new BitSet(documents);
        var cursor = postings.Open(term);
        for (var end = term + Size; term < end; term++)
        {
            cursor.Open(term);
            cursor.AddTo(anew);
        }

        Volatile.Write(ref set, anew);
        return anew;
    }
}

using System.Collections.Frozen;

namespace Repository.Search.Analysis;

/// <summary>Removes the words of a list. They are listed as terms are: lower case and folded.</summary>
internal sealed class StopWords : ITermFilter
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    /// <param name="file">An embedded list, one word a line.</param>
    public StopWords(string file) =>
        _words = EmbeddedLines.Read(file).Select(word => word.Trim()).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public int Apply(Span<char> term) => _words.Contains(term) ? 0 : term.Length;
}

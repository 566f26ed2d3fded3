using System.Text;
using Repository.Search.Analysis;

namespace Repository.Search.Suggesting;

/// <summary>
/// Completes what is being typed: every word but the last is a whole word of the text, the last one begins a word of it, wherever they stand; accents, case and
/// saltillo do not matter. The heaviest come first, then by their words in the order of the alphabet. Immutable and safe for many threads; a change is a new one.
/// </summary>
public sealed class Suggester
{
    /// <summary>No one types more words than that; what is behind them is not looked at.</summary>
    private const int MostWords = 16;

    public static readonly Suggester Empty = new([]);

    private readonly WordLists _words;
    private readonly Suggestion[] _ranked;

    public Suggester(IEnumerable<Suggestion> suggestions) => (_words, _ranked) = WordLists.Rank([.. suggestions]);

    public int Count => _ranked.Length;

    /// <summary>The first of all that complete the text; none for a text without a word.</summary>
    /// <param name="kinds">Only of these kinds; of every kind if there are none.</param>
    public IReadOnlyList<Suggestion> Complete(string typed, int take, params IReadOnlyCollection<string> kinds)
    {
        var words = WordsOf(typed);
        if (words.Count == 0 || take <= 0 || !_words.TryAsk(words, out var question)) return [];
        Predicate<int> isWanted = kinds.Count == 0 ? _ => true : rank => kinds.Contains(_ranked[rank].Kind);
        return [.. _words.Find(question, take, isWanted).Select(rank => _ranked[rank])];
    }

    private static List<byte[]> WordsOf(string typed)
    {
        var words = new List<byte[]>();
        var stream = PlainAnalyzer.Instance.CreateStream();
        stream.Reset(typed);
        while (words.Count < MostWords && stream.Next())
        {
            var word = new byte[Encoding.UTF8.GetByteCount(stream.Term)];
            Encoding.UTF8.GetBytes(stream.Term, word);
            words.Add(word);
        }

        return words;
    }
}

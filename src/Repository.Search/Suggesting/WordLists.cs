using Repository.Search.Analysis;
using Repository.Search.Indexing;

namespace Repository.Search.Suggesting;

/// <summary>
/// The words of texts both ways: by text, in the order in which the texts are offered, and by word, which texts have it. Words are known by their number in the order
/// of their bytes, so that all that begin alike are one range of numbers. Immutable.
/// </summary>
internal sealed class WordLists
{
    /// <summary>Up to so many places are gathered and sorted; beyond, looking at one text after the other meets enough of them soon.</summary>
    private const int GatheredAtMost = 2048;

    private readonly TermDictionary _dictionary;
    private readonly int[] _wordStarts;
    private readonly int[] _words;
    private readonly int[] _rankStarts;
    private readonly int[] _ranks;

    /// <param name="wordStarts">Where the words of each text begin, and at last where they end.</param>
    private WordLists(TermDictionary dictionary, int[] wordStarts, int[] words)
    {
        _dictionary = dictionary;
        _wordStarts = wordStarts;
        _words = words;
        (_rankStarts, _ranks) = Invert();
    }

    /// <summary>Puts the suggestions in the order in which they are offered.</summary>
    public static (WordLists Words, Suggestion[] Ranked) Rank(Suggestion[] suggestions)
    {
        var (dictionary, starts, words) = Read(suggestions);
        var order = OfferOrder.Of(suggestions, starts, words);
        var rankedStarts = new int[starts.Length];
        var rankedWords = new int[words.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            var own = words.AsSpan(starts[order[rank]]..starts[order[rank] + 1]);
            own.CopyTo(rankedWords.AsSpan(rankedStarts[rank]));
            rankedStarts[rank + 1] = rankedStarts[rank] + own.Length;
        }

        return (new WordLists(dictionary, rankedStarts, rankedWords), Array.ConvertAll(order, i => suggestions[i]));
    }

    /// <summary>False when a whole word is unknown or no word begins like the last.</summary>
    public bool TryAsk(IReadOnlyList<byte[]> words, out WordQuestion question)
    {
        question = default;
        var whole = new int[words.Count - 1];
        for (var i = 0; i < whole.Length; i++)
        {
            whole[i] = _dictionary.Find(words[i]);
            if (whole[i] < 0) return false;
        }

        var first = _dictionary.FirstAtLeast(words[^1]);
        if (first == _dictionary.Count || !_dictionary[first].StartsWith(words[^1])) return false;
        question = new WordQuestion(whole, first, _dictionary.FirstWithoutPrefix(words[^1], first));
        return true;
    }

    /// <summary>The places of the first texts that answer. They are found from whichever part of the question the fewest texts have.</summary>
    public List<int> Find(WordQuestion question, int take, Predicate<int> isWanted)
    {
        var started = _rankStarts[question.End] - _rankStarts[question.First];
        var rarest = question.Whole.Length == 0 ? -1 : question.Whole.MinBy(Frequency);
        if (started <= GatheredAtMost && (rarest < 0 || started < Frequency(rarest))) return Find(question, Gathered(question), take, isWanted);
        return rarest < 0 ? FindAmongAll(question, take, isWanted) : Find(question, _ranks.AsSpan(_rankStarts[rarest], Frequency(rarest)), take, isWanted);
    }

    private List<int> Find(WordQuestion question, ReadOnlySpan<int> ranks, int take, Predicate<int> isWanted)
    {
        var found = new List<int>();
        foreach (var rank in ranks)
        {
            if (!Answers(rank, question) || !isWanted(rank)) continue;
            found.Add(rank);
            if (found.Count == take) break;
        }

        return found;
    }

    private List<int> FindAmongAll(WordQuestion question, int take, Predicate<int> isWanted)
    {
        var found = new List<int>();
        for (var rank = 0; rank + 1 < _wordStarts.Length && found.Count < take; rank++)
        {
            if (Answers(rank, question) && isWanted(rank)) found.Add(rank);
        }

        return found;
    }

    private bool Answers(int rank, WordQuestion question) => question.IsAnsweredBy(_words.AsSpan(_wordStarts[rank].._wordStarts[rank + 1]));

    private int Frequency(int word) => _rankStarts[word + 1] - _rankStarts[word];

    private int[] Gathered(WordQuestion question)
    {
        var ranks = _ranks[_rankStarts[question.First].._rankStarts[question.End]];
        Array.Sort(ranks);
        return [.. ranks.Distinct()];
    }

    private static (TermDictionary Dictionary, int[] Starts, int[] Words) Read(Suggestion[] suggestions)
    {
        var table = new TermTable();
        var starts = new int[suggestions.Length + 1];
        var words = new List<int>(suggestions.Length * 6);
        var stream = PlainAnalyzer.Instance.CreateStream();
        for (var i = 0; i < suggestions.Length; i++)
        {
            stream.Reset(suggestions[i].Text);
            while (stream.Next()) words.Add(table.Number(stream.Term));
            starts[i + 1] = words.Count;
        }

        var (dictionary, met) = table.Sort();
        var sorted = new int[met.Length];
        for (var number = 0; number < met.Length; number++) sorted[met[number]] = number;
        var numbers = words.ToArray();
        foreach (ref var word in numbers.AsSpan()) word = sorted[word];
        return (dictionary, starts, numbers);
    }

    private (int[] Starts, int[] Ranks) Invert()
    {
        var starts = new int[_dictionary.Count + 1];
        ForEachWord((word, _) => starts[word + 1]++);
        for (var word = 0; word < _dictionary.Count; word++) starts[word + 1] += starts[word];
        var ranks = new int[starts[^1]];
        var next = starts[..^1];
        ForEachWord((word, rank) => ranks[next[word]++] = rank);
        return (starts, ranks);
    }

    /// <summary>Each word of each text once, however often the text has it.</summary>
    private void ForEachWord(Action<int, int> take)
    {
        for (var rank = 0; rank + 1 < _wordStarts.Length; rank++)
        {
            var words = _words.AsSpan(_wordStarts[rank].._wordStarts[rank + 1]);
            for (var i = 0; i < words.Length; i++)
            {
                if (!words[..i].Contains(words[i])) take(words[i], rank);
            }
        }
    }
}

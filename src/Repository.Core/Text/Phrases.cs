using System.Runtime.InteropServices;

namespace Repository.Core.Text;

/// <summary>A phrase where it stands in a text.</summary>
public readonly record struct FoundPhrase<T>(int Start, int End, T Value);

/// <summary>
/// Finds many phrases in a text in one pass: whole words, whatever their accents and letter case, the longest phrase first and none within another. A phrase that
/// is written in capitals alone, such as an acronym, is found in capitals alone. Of two equal phrases the first one counts. Immutable; threads may share it.
/// </summary>
public sealed class Phrases<T>
    where T : class
{
    private readonly Node _root = new();

    public Phrases(IEnumerable<(string Text, T Value)> phrases)
    {
        foreach (var (text, value) in phrases) Add(text, value);
    }

    /// <param name="text">A plain text, or the text between two tags of markup, with its character references.</param>
    public IReadOnlyList<FoundPhrase<T>> In(string text, bool isMarkup = false)
    {
        if (_root.Next.Count == 0) return [];
        List<FoundPhrase<T>>? found = null;
        var words = new WordReader(text, isMarkup);
        while (words.Read() is { } word)
        {
            if (Longest(words, word) is not { } match) continue;
            (found ??= []).Add(match);
            words.GoTo(match.End);
        }

        return found is null ? [] : found;
    }

    private void Add(string text, T value)
    {
        var words = new WordReader(text, isMarkup: false);
        var (node, isCapital) = (_root, true);
        while (words.Read() is { } word)
        {
            ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(node.Next, word.Key(isFirst: node == _root).ToString(), out _);
            node = next ??= new Node();
            isCapital &= word.IsCapital;
        }

        if (node == _root) return;
        if (isCapital) node.Capital ??= value;
        else node.Value ??= value;
    }

    /// <summary>The longest phrase that begins with a word. The reader is a copy: how far it looks ahead does not matter to whoever reads on.</summary>
    private FoundPhrase<T>? Longest(WordReader words, WordRead first)
    {
        FoundPhrase<T>? longest = null;
        var (node, isCapital) = (_root, true);
        for (WordRead? word = first; word is { } read; word = words.Read())
        {
            if (!node.Next.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(read.Key(isFirst: node == _root), out var next)) break;
            node = next;
            isCapital &= read.IsCapital;
            if ((isCapital ? node.Capital ?? node.Value : node.Value) is { } value) longest = new FoundPhrase<T>(first.Start, read.End, value);
        }

        return longest;
    }

    private sealed class Node
    {
        public readonly Dictionary<string, Node> Next = new(StringComparer.Ordinal);
        public T? Value;
        public T? Capital;
    }
}

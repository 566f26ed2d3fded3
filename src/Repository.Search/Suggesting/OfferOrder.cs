namespace Repository.Search.Suggesting;

/// <summary>The order in which suggestions are offered: by weight, then by their words as numbers in the order of the alphabet, then by what they are written with.</summary>
internal static class OfferOrder
{
    /// <param name="starts">Where the words of each suggestion begin, and at last where they end.</param>
    public static int[] Of(Suggestion[] suggestions, int[] starts, int[] words)
    {
        var order = new int[suggestions.Length];
        var leading = new UInt128[suggestions.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            leading[i] = Leading(suggestions[i].Weight, Own(i));
        }

        // The weight and three words decide nearly every comparison; what they leave open is sorted afterwards.
        Array.Sort(leading, order);
        for (var from = 0; from < order.Length;)
        {
            var to = from + 1;
            while (to < order.Length && leading[to] == leading[from]) to++;
            if (to - from > 1) order.AsSpan(from, to - from).Sort(Compare);
            from = to;
        }

        return order;

        ReadOnlySpan<int> Own(int suggestion) => words.AsSpan(starts[suggestion]..starts[suggestion + 1]);

        int Compare(int one, int other)
        {
            var byWords = Own(one).SequenceCompareTo(Own(other));
            if (byWords != 0) return byWords;
            var byText = string.CompareOrdinal(suggestions[one].Text, suggestions[other].Text);
            return byText != 0 ? byText : one.CompareTo(other);
        }
    }

    private static UInt128 Leading(float weight, ReadOnlySpan<int> words) =>
        new(((ulong)Falling(weight) << 32) | Word(words, 0), ((ulong)Word(words, 1) << 32) | Word(words, 2));

    private static uint Word(ReadOnlySpan<int> words, int place) => place < words.Length ? (uint)words[place] + 1 : 0;

    /// <summary>The larger the weight, the smaller the number. To add nothing makes one zero of both.</summary>
    private static uint Falling(float weight)
    {
        var bits = BitConverter.SingleToUInt32Bits(weight + 0f);
        return (bits & 0x80000000) == 0 ? ~bits & 0x7FFFFFFF : bits;
    }
}

namespace Repository.Search.Suggesting;

/// <summary>What has been typed, as numbers of words: some that have to be there whole, and one that is only begun.</summary>
/// <param name="First">The first word that begins like the last one typed.</param>
/// <param name="End">The first word behind those.</param>
internal readonly record struct WordQuestion(int[] Whole, int First, int End)
{
    public bool IsAnsweredBy(ReadOnlySpan<int> words)
    {
        foreach (var word in Whole)
        {
            if (!words.Contains(word)) return false;
        }

        return words.ContainsAnyInRange(First, End - 1);
    }
}

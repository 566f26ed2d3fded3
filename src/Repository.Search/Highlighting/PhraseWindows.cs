using Repository.Search.Queries;

namespace Repository.Search.Highlighting;

/// <summary>
/// Finds the tokens that make a phrase match: those that stand, each shifted by its place in the phrase, in a window no wider than the slop in which no term of the
/// phrase is missing. Without slop that is one position.
/// </summary>
internal sealed class PhraseWindows(PhraseQuery phrase)
{
    private readonly List<(int Shifted, int Slot, int Token)> _met = [];

    public void Add(int slot, int position, int token) => _met.Add((position - phrase.Offsets[slot], slot, token));

    /// <summary>Says which tokens match, and is ready for another text.</summary>
    public void Finish(Action<int> mark)
    {
        _met.Sort();
        var inWindow = new int[phrase.Terms.Length];
        var missing = inWindow.Length;
        var (end, said) = (0, 0);
        for (var start = 0; start < _met.Count; start++)
        {
            for (; end < _met.Count && (long)_met[end].Shifted - _met[start].Shifted <= phrase.Slop; end++)
            {
                if (inWindow[_met[end].Slot]++ == 0) missing--;
            }

            if (missing == 0)
            {
                for (said = Math.Max(said, start); said < end; said++) mark(_met[said].Token);
            }

            if (--inWindow[_met[start].Slot] == 0) missing++;
        }

        _met.Clear();
    }
}

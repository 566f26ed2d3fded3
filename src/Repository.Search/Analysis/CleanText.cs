namespace Repository.Search.Analysis;

/// <summary>A text without its vanishing characters, and the way back to the offsets of the original. Reused for many texts.</summary>
internal sealed class CleanText
{
    private string _original = "";
    private char[] _kept = [];
    private int[] _deletions = [];
    private int _keptCount;
    private int _deletionCount;
    private int _passed;

    public ReadOnlySpan<char> Span => _deletionCount == 0 ? _original : _kept.AsSpan(0, _keptCount);

    public void Set(string original)
    {
        _original = original;
        _keptCount = _deletionCount = _passed = 0;
        // Most texts lose nothing and are read where they are.
        var first = VanishingCharacters.IndexIn(original);
        if (first >= 0)
            Copy(original, first);
    }

    /// <summary>An offset of the clean text in the original: moved by all that was deleted up to and including that point. Ask in growing order.</summary>
    public int OriginalOffset(int offset)
    {
        while (_passed < _deletionCount && _deletions[_passed] <= offset)
            _passed++;
        return offset + _passed;
    }

    private void Copy(string original, int first)
    {
        if (_kept.Length < original.Length)
            _kept = new char[original.Length];
        original.CopyTo(0, _kept, 0, first);
        _keptCount = first;
        foreach (var c in original.AsSpan(first))
            if (VanishingCharacters.Contains(c))
                NoteDeletion();
            else
                _kept[_keptCount++] = c;
    }

    private void NoteDeletion()
    {
        if (_deletionCount == _deletions.Length)
            Array.Resize(ref _deletions, Math.Max(64, _deletionCount * 2));
        _deletions[_deletionCount++] = _keptCount;
    }
}

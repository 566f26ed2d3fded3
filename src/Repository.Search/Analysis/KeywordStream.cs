namespace Repository.Search.Analysis;

/// <summary>A whole value as its only token.</summary>
internal sealed class KeywordStream : TokenStream
{
    private readonly CleanText _text = new();
    private char[] _lower = [];
    private char[] _term = [];
    private int _length;
    private int _startOffset;
    private int _endOffset;
    private int _positionIncrement;
    private bool _done = true;

    public override ReadOnlySpan<char> Term => _term.AsSpan(0, _length);

    public override int StartOffset => _startOffset;

    public override int EndOffset => _endOffset;

    public override int PositionIncrement => _positionIncrement;

    public override void Reset(string text)
    {
        _text.Set(text);
        _done = false;
    }

    public override bool Next()
    {
        _positionIncrement = _done ? 0 : 1;
        if (_done)
            return false;

        _done = true;
        var text = _text.Span;
        MakeRoom(text.Length);
        LowerCase.Copy(text, _lower);
        _length = AsciiFolding.Copy(_lower.AsSpan(0, text.Length), _term);
        _startOffset = _text.OriginalOffset(0);
        _endOffset = _text.OriginalOffset(text.Length);
        return true;
    }

    private void MakeRoom(int length)
    {
        if (_lower.Length >= length)
            return;
        _lower = new char[length];
        _term = new char[length * AsciiFolding.MaxExpansion];
    }
}

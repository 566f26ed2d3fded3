namespace Repository.Search.Analysis;

/// <summary>The words of a text, lower case and folded, then through the filters of a language.</summary>
internal sealed class WordStream(ITermFilter[] filters) : TokenStream
{
    private readonly CleanText _text = new();
    private readonly char[] _lower = new char[StandardTokenizer.MaxLength];
    private readonly char[] _term = new char[StandardTokenizer.MaxLength * AsciiFolding.MaxExpansion];
    private int _length;
    private int _read;
    private int _startOffset;
    private int _endOffset;
    private int _positionIncrement;

    public override ReadOnlySpan<char> Term => _term.AsSpan(0, _length);

    public override int StartOffset => _startOffset;

    public override int EndOffset => _endOffset;

    public override int PositionIncrement => _positionIncrement;

    public override void Reset(string text)
    {
        _text.Set(text);
        _read = _length = _startOffset = _endOffset = _positionIncrement = 0;
    }

    public override bool Next()
    {
        var text = _text.Span;
        _positionIncrement = 0;
        while (StandardTokenizer.TryFind(text, _read, out var start, out _read))
        {
            _positionIncrement++;
            _length = TermOf(text[start.._read]);
            if (_length == 0)
                continue;
            _startOffset = _text.OriginalOffset(start);
            _endOffset = _text.OriginalOffset(_read);
            return true;
        }
        return false;
    }

    private int TermOf(ReadOnlySpan<char> token)
    {
        LowerCase.Copy(token, _lower);
        var length = AsciiFolding.Copy(_lower.AsSpan(0, token.Length), _term);
        foreach (var filter in filters)
        {
            length = filter.Apply(_term.AsSpan(0, length));
            if (length == 0)
                break;
        }
        return length;
    }
}

namespace Repository.Search.Analysis;

/// <summary>The whole value as one term, in lower case and folded, spaces kept; an empty value is an empty term, as in Lucene.</summary>
public sealed class KeywordAnalyzer : Analyzer
{
    public static readonly KeywordAnalyzer Instance = new();

    public override int PositionIncrementGap => 0;

    public override TokenStream CreateStream() => new Stream();

    public override string Normalize(string text) => NormalForm.Of(text);

    private sealed class Stream : TokenStream
    {
        private string _text = string.Empty;
        private TermBuffer _term = new(64);
        private bool _read = true;

        public override ReadOnlySpan<char> Term => _term.Characters;

        public override int StartOffset => 0;

        public override int EndOffset => _text.Length;

        public override int PositionIncrement => 1;

        public override void Reset(string text)
        {
            _text = text;
            _read = false;
        }

        public override bool Next()
        {
            if (_read) return false;
            _read = true;
            NormalForm.Write(_text, ref _term);
            return true;
        }
    }
}

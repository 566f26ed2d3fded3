using Repository.Search.Analysis;

namespace Repository.Search.Tests;

/// <summary>Words between single spaces, as they are: keeps the tests of the index apart from those of the analysis.</summary>
internal sealed class WordAnalyzer : Analyzer
{
    public static readonly WordAnalyzer Instance = new();

    public override TokenStream CreateStream() => new Words();

    public override string Normalize(string text) => text;

    private sealed class Words : TokenStream
    {
        private string _text = string.Empty;
        private int _start;
        private int _end;

        public override ReadOnlySpan<char> Term => _text.AsSpan(_start, _end - _start);

        public override int StartOffset => _start;

        public override int EndOffset => _end;

        public override int PositionIncrement => 1;

        public override void Reset(string text)
        {
            _text = text;
            _start = 0;
            _end = -1;
        }

        public override bool Next()
        {
            do
            {
                _start = _end + 1;
                if (_start > _text.Length) return false;
                var space = _text.IndexOf(' ', _start);
                _end = space < 0 ? _text.Length : space;
            }
            while (_end == _start);
            return true;
        }
    }
}

using Repository.Search.Analysis.Spanish;

namespace Repository.Search.Analysis;

/// <summary>Spanish text: words in lower case and folded, without stop words, cut to their stems.</summary>
public sealed class SpanishAnalyzer : Analyzer
{
    public static readonly SpanishAnalyzer Instance = new();

    public override TokenStream CreateStream() => new Stream();

    public override string Normalize(string text) => NormalForm.Of(text);

    private sealed class Stream : TokenStream
    {
        private StandardTokenizer _tokenizer = new();
        private int _increment;

        public override ReadOnlySpan<char> Term => _tokenizer.Term;

        public override int StartOffset => _tokenizer.Start;

        public override int EndOffset => _tokenizer.End;

        public override int PositionIncrement => _increment;

        public override void Reset(string text) => _tokenizer.Reset(text);

        public override bool Next()
        {
            _increment = 1;
            for (; _tokenizer.Next(); _increment++)
            {
                if (StopWords.Contain(_tokenizer.Term)) continue;
                _tokenizer.CutTermTo(SpanishLightStemmer.Stem(_tokenizer.Term));
                return true;
            }

            return false;
        }
    }
}

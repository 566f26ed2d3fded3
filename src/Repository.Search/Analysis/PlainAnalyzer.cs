namespace Repository.Search.Analysis;

/// <summary>Text of any language: words in lower case and folded, none left out and none cut. For titles and names as they are typed.</summary>
public sealed class PlainAnalyzer : Analyzer
{
    public static readonly PlainAnalyzer Instance = new();

    public override TokenStream CreateStream() => new Stream();

    public override string Normalize(string text) => NormalForm.Of(text);

    private sealed class Stream : TokenStream
    {
        private StandardTokenizer _tokenizer = new();

        public override ReadOnlySpan<char> Term => _tokenizer.Term;

        public override int StartOffset => _tokenizer.Start;

        public override int EndOffset => _tokenizer.End;

        public override int PositionIncrement => 1;

        public override void Reset(string text) => _tokenizer.Reset(text);

        public override bool Next() => _tokenizer.Next();
    }
}

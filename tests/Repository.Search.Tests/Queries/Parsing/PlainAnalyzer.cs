using Repository.Search.Analysis;

namespace Repository.Search.Tests.Queries.Parsing;

/// <summary>The least that a parser needs: runs of letters and digits in lower case, two stop words, no stems. Or the whole text as one term.</summary>
internal sealed class PlainAnalyzer(bool whole = false) : Analyzer
{
    public override TokenStream CreateStream() => new Words(whole);

    public override string Normalize(string text) => LowerCase(text);

    /// <summary>Only of ASCII letters, so that it shows what was normalised and what was not.</summary>
    private static string LowerCase(string text) => string.Concat(text.Select(character => char.IsAsciiLetterUpper(character) ? (char)(character + 32) : character));

    private sealed class Words(bool whole) : TokenStream
    {
        private readonly Queue<(string Term, int Increment)> _rest = [];
        private (string Term, int Increment) _current;

        public override ReadOnlySpan<char> Term => _current.Term;

        public override int StartOffset => 0;

        public override int EndOffset => 0;

        public override int PositionIncrement => _current.Increment;

        public override void Reset(string text)
        {
            _rest.Clear();
            if (whole) _rest.Enqueue((LowerCase(text), 1));
            else Cut(text);
        }

        public override bool Next() => _rest.TryDequeue(out _current);

        private void Cut(string text)
        {
            var increment = 1;
            foreach (var word in string.Concat(text.Select(character => char.IsLetterOrDigit(character) ? character : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (word is "de" or "la")
                {
                    increment++;
                    continue;
                }

                _rest.Enqueue((LowerCase(word), increment));
                increment = 1;
            }
        }
    }
}

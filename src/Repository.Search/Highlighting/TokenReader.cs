using Repository.Search.Analysis;

namespace Repository.Search.Highlighting;

/// <summary>
/// Reads texts by one analyzer and finds the tokens that are asked for. Most tokens are not, and are passed over by one look; where the query has patterns, what was
/// made of each term is remembered, since the same words come again and again.
/// </summary>
internal sealed class TokenReader
{
    private readonly TokenStream _stream;
    private readonly WantedTokens _wanted;
    private readonly PhraseWindows[] _phrases;
    private readonly Dictionary<string, Role> _roles = new(StringComparer.Ordinal);
    private readonly List<Mark> _tokens = [];
    private readonly List<bool> _marked = [];

    public TokenReader(Analyzer analyzer, WantedTokens wanted)
    {
        _stream = analyzer.CreateStream();
        _wanted = wanted;
        _phrases = [.. wanted.Phrases.Select(phrase => new PhraseWindows(phrase))];
        foreach (var term in wanted.Named) Learn(term);
    }

    public void AddMarks(string text, List<Mark> marks)
    {
        Read(text);
        foreach (var phrase in _phrases) phrase.Finish(token => _marked[token] = true);
        for (var token = 0; token < _tokens.Count; token++)
        {
            if (_marked[token]) marks.Add(_tokens[token]);
        }
    }

    /// <summary>The tokens that may be marked, and those that are, wherever they stand; phrases are told what they need to know.</summary>
    private void Read(string text)
    {
        _tokens.Clear();
        _marked.Clear();
        var roles = _roles.GetAlternateLookup<ReadOnlySpan<char>>();
        var position = -1;
        _stream.Reset(text);
        while (_stream.Next())
        {
            position += _stream.PositionIncrement;
            if (!roles.TryGetValue(_stream.Term, out var role))
            {
                if (!_wanted.HasPatterns) continue;
                role = Learn(_stream.Term.ToString());
            }

            if (!role.Alone && role.Phrases.Length == 0) continue;
            foreach (var (phrase, slot) in role.Phrases) _phrases[phrase].Add(slot, position, _tokens.Count);
            _tokens.Add(new Mark(_stream.StartOffset, _stream.EndOffset, role.Term));
            _marked.Add(role.Alone);
        }
    }

    private Role Learn(string term)
    {
        var places = _wanted.Phrases.Count == 0 ? [] : PlacesOf(term);
        return _roles[term] = new Role(term, _wanted.HasAlone(term), places);
    }

    private (int Phrase, int Slot)[] PlacesOf(string term)
    {
        var places = new List<(int, int)>();
        for (var phrase = 0; phrase < _wanted.Phrases.Count; phrase++)
        {
            var terms = _wanted.Phrases[phrase].Terms;
            for (var slot = 0; slot < terms.Length; slot++)
            {
                if (terms[slot] == term) places.Add((phrase, slot));
            }
        }

        return [.. places];
    }

    /// <summary>What a term is to the query: asked for by itself, and where in its phrases.</summary>
    private sealed record Role(string Term, bool Alone, (int Phrase, int Slot)[] Phrases);
}

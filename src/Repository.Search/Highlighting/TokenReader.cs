using Repository.Search.Analysis;

namespace Repository.Search.Highlighting;

/// <summary>Reads texts by one analyzer and finds the tokens that are asked for. Remembers what it made of each term: the same words come again and again.</summary>
internal sealed class TokenReader
{
    private readonly TokenStream _stream;
    private readonly WantedTokens _wanted;
    private readonly PhraseWindows[] _phrases;
    private readonly Dictionary<string, Role> _roles = new(StringComparer.Ordinal);

    public TokenReader(Analyzer analyzer, WantedTokens wanted)
    {
        _stream = analyzer.CreateStream();
        _wanted = wanted;
        _phrases = [.. wanted.Phrases.Select(phrase => new PhraseWindows(phrase))];
    }

    public IEnumerable<Mark> Marks(string text)
    {
        var (tokens, marked) = Read(text);
        foreach (var phrase in _phrases) phrase.Finish(token => marked[token] = true);
        return tokens.Where((_, token) => marked[token]);
    }

    /// <summary>The tokens that may be marked, and those that are, wherever they stand; phrases are told what they need to know.</summary>
    private (List<Mark> Tokens, List<bool> Marked) Read(string text)
    {
        var (tokens, marked) = (new List<Mark>(), new List<bool>());
        var roles = _roles.GetAlternateLookup<ReadOnlySpan<char>>();
        var position = -1;
        _stream.Reset(text);
        while (_stream.Next())
        {
            position += _stream.PositionIncrement;
            if (!roles.TryGetValue(_stream.Term, out var role)) role = Learn(_stream.Term.ToString());
            if (!role.Alone && role.Phrases.Length == 0) continue;
            foreach (var (phrase, slot) in role.Phrases) _phrases[phrase].Add(slot, position, tokens.Count);
            tokens.Add(new Mark(_stream.StartOffset, _stream.EndOffset, role.Term));
            marked.Add(role.Alone);
        }

        return (tokens, marked);
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

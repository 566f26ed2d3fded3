using System.Collections.Frozen;
using System.Text;
using Repository.Search.Queries;
using Repository.Search.Queries.Automata;

namespace Repository.Search.Highlighting;

/// <summary>What a query asks for in some fields: terms by themselves, patterns of terms, and phrases. What it forbids is not asked for.</summary>
internal sealed class WantedTokens
{
    private readonly FrozenSet<string> _fields;
    private readonly HashSet<string> _terms = new(StringComparer.Ordinal);
    private readonly List<PhraseQuery> _phrases = [];
    private readonly List<Query> _patterns = [];
    private readonly List<ITermAutomaton> _automata = [];

    private WantedTokens(IEnumerable<string> fields) => _fields = fields.ToFrozenSet(StringComparer.Ordinal);

    public IReadOnlyList<PhraseQuery> Phrases => _phrases;

    /// <summary>The terms that are asked for by name, alone or in a phrase.</summary>
    public IEnumerable<string> Named => _terms.Concat(_phrases.SelectMany(phrase => phrase.Terms)).Distinct(StringComparer.Ordinal);

    /// <summary>Are terms asked for that nobody named?</summary>
    public bool HasPatterns => _patterns.Count > 0 || _automata.Count > 0;

    public static WantedTokens Of(Query query, IEnumerable<string> fields)
    {
        var wanted = new WantedTokens(fields);
        wanted.Take(query);
        return wanted;
    }

    /// <summary>Whether the term is asked for wherever it stands.</summary>
    public bool HasAlone(string term)
    {
        if (_terms.Contains(term)) return true;
        if (!HasPatterns) return false;
        var bytes = Encoding.UTF8.GetBytes(term);
        return _automata.Exists(automaton => Accepts(automaton, bytes)) || _patterns.Exists(pattern => Matches(pattern, bytes));
    }

    private void Take(Query query)
    {
        switch (query)
        {
            case BooleanQuery boolean:
                foreach (var clause in boolean.Clauses)
                {
                    if (clause.Occur != Occur.MustNot) Take(clause.Query);
                }

                break;
            case BoostQuery boost:
                Take(boost.Inner);
                break;
            case TermQuery term when _fields.Contains(term.Field):
                _terms.Add(term.Term);
                break;
            case PhraseQuery { Terms: [var only] } phrase when _fields.Contains(phrase.Field):
                _terms.Add(only);
                break;
            case PhraseQuery { Terms.Length: > 1 } phrase when _fields.Contains(phrase.Field):
                _phrases.Add(phrase);
                break;
            case FuzzyQuery fuzzy when _fields.Contains(fuzzy.Field):
                _automata.Add(new EditAutomaton(fuzzy.Term, fuzzy.MaxEdits));
                break;
            case WildcardQuery wildcard when _fields.Contains(wildcard.Field):
                _automata.Add(WildcardPattern.Read(wildcard.Pattern).CreateAutomaton());
                break;
            case PrefixQuery prefix when _fields.Contains(prefix.Field):
                _patterns.Add(prefix);
                break;
            case TermRangeQuery range when _fields.Contains(range.Field):
                _patterns.Add(range);
                break;
        }
    }

    private static bool Accepts(ITermAutomaton automaton, ReadOnlySpan<byte> term)
    {
        for (var depth = 0; depth < term.Length; depth++)
        {
            if (!automaton.Read(depth, term[depth])) return false;
        }

        return automaton.Accepts(term.Length);
    }

    private static bool Matches(Query pattern, ReadOnlySpan<byte> term) => pattern switch
    {
        PrefixQuery prefix => term.StartsWith(Encoding.UTF8.GetBytes(prefix.Prefix)),
        TermRangeQuery range => (range.Lower is null || Order(term, range.Lower) is var above && (above > 0 || (above == 0 && range.IncludesLower)))
            && (range.Upper is null || Order(term, range.Upper) is var below && (below < 0 || (below == 0 && range.IncludesUpper))),
        _ => false,
    };

    private static int Order(ReadOnlySpan<byte> term, string bound) => term.SequenceCompareTo(Encoding.UTF8.GetBytes(bound));
}

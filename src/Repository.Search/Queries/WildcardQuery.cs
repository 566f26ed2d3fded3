using Repository.Search.Queries.Automata;
using Repository.Search.Queries.Scoring;

namespace Repository.Search.Queries;

/// <summary>Documents with a term of this shape: <c>*</c> is any run, <c>?</c> one character, <c>\</c> takes the next literally. They all score the same.</summary>
public sealed record WildcardQuery(string Field, string Pattern) : Query
{
    internal override Weight CreateWeight(IndexSearcher searcher, float boost)
    {
        var pattern = WildcardPattern.Read(Pattern);
        return new MultiTermWeight(Field, terms => TermWalk.Matching(terms, pattern.CreateAutomaton(), pattern.LiteralStart).Select(term => (term, term + 1)), boost);
    }
}

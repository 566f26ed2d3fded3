namespace Repository.Search.Queries.Rewriting;

/// <summary>A clause that is one typed word: at most one term in each field, with its boost there.</summary>
internal sealed record ClauseWords(IReadOnlyList<(string Field, string Term, float Boost)> Words)
{
    /// <summary>Null when the clause is anything else.</summary>
    public static ClauseWords? Of(Query query)
    {
        var words = new List<(string Field, string Term, float Boost)>();
        return Read(query, 1, words) && words.DistinctBy(word => word.Field).Count() == words.Count ? new ClauseWords(words) : null;
    }

    public string? In(string field) => Words.FirstOrDefault(word => word.Field == field).Term;

    private static bool Read(Query query, float boost, List<(string Field, string Term, float Boost)> words)
    {
        switch (query)
        {
            case TermQuery term:
                words.Add((term.Field, term.Term, boost));
                return true;
            case BoostQuery boosted:
                return Read(boosted.Inner, boost * boosted.Boost, words);
            case BooleanQuery { Clauses.IsEmpty: false } boolean:
                return boolean.Clauses.All(clause => clause.Occur == Occur.Should && clause.Query is not BooleanQuery && Read(clause.Query, boost, words));
            default:
                return false;
        }
    }
}

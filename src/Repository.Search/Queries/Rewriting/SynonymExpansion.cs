namespace Repository.Search.Queries.Rewriting;

/// <summary>Walks through one query. Wordings of one word are met in its leaves, phrases too; those of several words also as clauses that follow each other.</summary>
internal sealed class SynonymExpansion(IReadOnlyDictionary<string, SynonymTable> tables)
{
    /// <summary>However many synonyms there are, a query stays one that can be answered at once.</summary>
    private const int MostAdded = 256;

    /// <summary>What was typed counts more than what was not.</summary>
    private const float Share = 0.5f;

    private int _room = MostAdded;

    public Query Of(Query query) => query switch
    {
        TermQuery term => Either(term, Others(term.Field, wording => wording.Terms is [var only] && only == term.Term, term.Term)),
        PhraseQuery { Terms: [var first, ..] } phrase => Either(phrase, Others(
            phrase.Field,
            wording => wording.Terms.AsSpan().SequenceEqual(phrase.Terms.AsSpan()) && wording.Offsets.AsSpan().SequenceEqual(phrase.Offsets.AsSpan()),
            first)),
        BoostQuery boost => Of(boost.Inner) is var inner && ReferenceEquals(inner, boost.Inner) ? boost : boost with { Inner = inner },
        BooleanQuery boolean => Of(boolean),
        _ => query,
    };

    private BooleanQuery Of(BooleanQuery query)
    {
        var words = query.Clauses.Select(clause => ClauseWords.Of(clause.Query)).ToList();
        var clauses = new List<BooleanClause>(query.Clauses.Length);
        for (var i = 0; i < query.Clauses.Length;)
        {
            var run = new SynonymRun(tables, query.Clauses, words, i);
            var own = query.Clauses.Slice(i, run.Length).Select(Within).ToList();
            var others = Bounded(run.Alternatives(Share)).Select(Optional).ToList();
            if (others.Count == 0 || query.Clauses[i].Occur == Occur.Should) clauses.AddRange(own.Concat(others));
            else clauses.Add(new BooleanClause(Occur.Must, new BooleanQuery([Optional(new BooleanQuery([.. own])), .. others])));
            i += run.Length;
        }

        return clauses.Count == query.Clauses.Length && query.Clauses.Zip(clauses).All(pair => ReferenceEquals(pair.First, pair.Second)) ? query : new BooleanQuery([.. clauses]);
    }

    /// <summary>What forbids or filters must not take in more than it says.</summary>
    private BooleanClause Within(BooleanClause clause)
    {
        if (clause.Occur is Occur.MustNot or Occur.Filter) return clause;
        var query = Of(clause.Query);
        return ReferenceEquals(query, clause.Query) ? clause : clause with { Query = query };
    }

    private IEnumerable<Query> Others(string field, Func<Wording, bool> isMeant, string firstTerm) => tables.TryGetValue(field, out var table)
        ? table.StartingWith(firstTerm).Where(isMeant).SelectMany(table.OthersThan).Select(other => new BoostQuery(other.In(field), Share))
        : [];

    private Query Either(Query query, IEnumerable<Query> others)
    {
        List<Query> added = [.. Bounded(others)];
        return added.Count == 0 ? query : new BooleanQuery([Optional(query), .. added.Select(Optional)]);
    }

    private IEnumerable<Query> Bounded(IEnumerable<Query> others) => others.TakeWhile(_ => _room-- > 0);

    private static BooleanClause Optional(Query query) => new(Occur.Should, query);
}

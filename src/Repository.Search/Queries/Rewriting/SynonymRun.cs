using System.Collections.Immutable;

namespace Repository.Search.Queries.Rewriting;

/// <summary>The longest wording of several words that clauses spell one after the other from a place on, all in the same role. Without one it is a single clause.</summary>
internal sealed class SynonymRun
{
    private readonly IReadOnlyDictionary<string, SynonymTable> _tables;
    private readonly List<(string Field, float Boost, Wording Wording)> _spelled = [];

    public SynonymRun(IReadOnlyDictionary<string, SynonymTable> tables, ImmutableArray<BooleanClause> clauses, IReadOnlyList<ClauseWords?> words, int start)
    {
        _tables = tables;
        if (words[start] is not { } first || clauses[start].Occur is not (Occur.Must or Occur.Should)) return;
        foreach (var (field, term, boost) in first.Words)
        {
            if (!tables.TryGetValue(field, out var table)) continue;
            foreach (var wording in table.StartingWith(term).Where(wording => wording.Terms.Length > 1)) Take(field, boost, wording, LengthOf(wording, field, clauses, words, start));
        }
    }

    /// <summary>How many clauses.</summary>
    public int Length { get; private set; } = 1;

    public IEnumerable<Query> Alternatives(float share) =>
        from spelled in _spelled
        from other in _tables[spelled.Field].OthersThan(spelled.Wording)
        select new BoostQuery(other.In(spelled.Field), share * spelled.Boost);

    private void Take(string field, float boost, Wording wording, int length)
    {
        if (length == 0 || length < Length) return;
        if (length > Length) _spelled.Clear();
        Length = length;
        _spelled.Add((field, boost, wording));
    }

    /// <summary>Clauses that say nothing of the field are passed over: there the word between was left out. 0 when the wording is not spelled.</summary>
    private static int LengthOf(Wording wording, string field, ImmutableArray<BooleanClause> clauses, IReadOnlyList<ClauseWords?> words, int start)
    {
        var spelled = 1;
        for (var i = start + 1; i < clauses.Length; i++)
        {
            if (clauses[i].Occur != clauses[start].Occur || words[i] is not { } clause) return 0;
            if (clause.In(field) is not { } term) continue;
            if (term != wording.Terms[spelled]) return 0;
            if (++spelled == wording.Terms.Length) return i + 1 - start;
        }

        return 0;
    }
}

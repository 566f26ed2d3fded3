using System.Collections.Immutable;
using Repository.Search.Indexing;

namespace Repository.Search.Queries.Scoring;

/// <summary>A boolean query: decides by the roles of its clauses which scorer walks them.</summary>
internal sealed class BooleanWeight(ImmutableArray<(Occur Occur, Weight Weight)> clauses) : Weight
{
    public override Scorer? CreateScorer(Segment segment)
    {
        List<ConjunctionScorer.Required> required = [];
        List<Scorer> optional = [];
        List<Scorer> excluded = [];
        foreach (var (occur, weight) in clauses)
        {
            var scorer = weight.CreateScorer(segment);
            if (occur is Occur.Must or Occur.Filter)
            {
                if (scorer is null) return null;
                required.Add(new ConjunctionScorer.Required(scorer, occur == Occur.Must));
            }
            else if (scorer is not null)
            {
                (occur == Occur.Should ? optional : excluded).Add(scorer);
            }
        }

        if (clauses.Any(clause => clause.Occur is Occur.Must or Occur.Filter)) return Required(required, optional, excluded);
        if (optional.Count == 0) return null;
        var any = optional.Count == 1 ? optional[0] : new DisjunctionScorer(optional);
        return excluded.Count == 0 ? any : new ConjunctionScorer([new ConjunctionScorer.Required(any, true)], [], excluded);
    }

    private static Scorer Required(List<ConjunctionScorer.Required> required, List<Scorer> optional, List<Scorer> excluded) =>
        required is [{ Scores: true } only] && optional.Count == 0 && excluded.Count == 0 ? only.Scorer : new ConjunctionScorer(required, optional, excluded);
}

using System.Text;
using Repository.Search.Indexing;
using Repository.Search.Queries.Scoring;

namespace Repository.Search.Queries.Rewriting;

/// <summary>Makes a query of what is peculiar to a document: the terms that are frequent in it and rare in the index. Immutable and safe for many threads.</summary>
public sealed class MoreLikeThis(IndexSchema schema, params IReadOnlyCollection<string> fields)
{
    private const int MostTerms = 20;

    /// <summary>A term that only one document has leads back to that document.</summary>
    private const int FewestDocuments = 2;

    /// <summary>Documents with any of the best terms, the better the more they count. It finds the document itself as well, if the index has it.</summary>
    public Query Of(IndexSearcher searcher, IndexDocument document)
    {
        List<(string Field, string Term, float Worth)> best =
        [
            .. Frequencies(document)
                .Select(term => (term.Key.Field, term.Key.Term, Worth: term.Value * Rarity(searcher, term.Key.Field, term.Key.Term)))
                .Where(term => term.Worth > 0)
                .OrderByDescending(term => term.Worth).ThenBy(term => term.Term, StringComparer.Ordinal).ThenBy(term => term.Field, StringComparer.Ordinal)
                .Take(MostTerms),
        ];
        if (best.Count == 0) return new MatchNoneQuery();
        return new BooleanQuery([.. best.Select(term => new BooleanClause(Occur.Should, new BoostQuery(new TermQuery(term.Field, term.Term), term.Worth / best[0].Worth)))]);
    }

    private Dictionary<(string Field, string Term), int> Frequencies(IndexDocument document)
    {
        var frequencies = new Dictionary<(string Field, string Term), int>();
        foreach (var (field, value) in document.Values.Where(value => fields.Contains(value.Field)))
        {
            var stream = schema.AnalyzerOf(field).CreateStream();
            stream.Reset(value);
            while (stream.Next())
            {
                var term = (field, stream.Term.ToString());
                frequencies[term] = frequencies.GetValueOrDefault(term) + 1;
            }
        }

        return frequencies;
    }

    private static float Rarity(IndexSearcher searcher, string field, string term)
    {
        var documents = searcher.DocumentFrequency(field, Encoding.UTF8.GetBytes(term));
        return documents < FewestDocuments ? 0 : Bm25.Idf(documents, searcher.Statistics(field).Documents);
    }
}

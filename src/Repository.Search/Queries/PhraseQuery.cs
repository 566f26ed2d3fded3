using System.Collections.Immutable;
using System.Text;
using Repository.Search.Queries.Scoring;

namespace Repository.Search.Queries;

/// <summary>Documents that have the terms at the offsets they have in the phrase, or no further from that than the slop.</summary>
/// <param name="Offsets">Where each term stands in the phrase; stop words leave holes. The first is 0.</param>
public sealed record PhraseQuery(string Field, ImmutableArray<string> Terms, ImmutableArray<int> Offsets, int Slop = 0) : Query
{
    public bool Equals(PhraseQuery? other) =>
        other is not null && Field == other.Field && Slop == other.Slop && Terms.AsSpan().SequenceEqual(other.Terms.AsSpan()) && Offsets.AsSpan().SequenceEqual(other.Offsets.AsSpan());

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Field);
        foreach (var term in Terms) hash.Add(term);
        return hash.ToHashCode();
    }

    internal override Weight CreateWeight(IndexSearcher searcher, float boost)
    {
        if (Terms.Length == 1) return new TermQuery(Field, Terms[0]).CreateWeight(searcher, boost);
        byte[][] terms = [.. Terms.Select(term => Encoding.UTF8.GetBytes(term))];
        var field = searcher.Statistics(Field);
        var rarity = 0.0;
        foreach (var term in terms)
        {
            var found = searcher.DocumentFrequency(Field, term);
            if (found == 0) return NoWeight.Instance;
            rarity += Bm25.Idf(found, field.Documents);
        }

        return new PhraseWeight(this, terms, Bm25.For(field, boost, (float)rarity));
    }
}

using System.Text;
using Repository.Search.Indexing;
using Repository.Search.Queries.Automata;

namespace Repository.Search.Suggesting;

/// <summary>The terms that documents still have. A dictionary goes on holding those of deleted documents until segments are merged; here they are not.</summary>
internal sealed class LiveTerms(IndexSearcher searcher)
{
    public bool Has(string field, string term)
    {
        var bytes = Encoding.UTF8.GetBytes(term);
        foreach (var (segment, postings) in Postings(field))
        {
            var number = postings.Terms.Find(bytes);
            if (number >= 0 && LiveDocuments(segment, postings, number).Any()) return true;
        }

        return false;
    }

    /// <summary>Of the terms within so many edits the one in most documents, of several the first by the alphabet; null when there is none.</summary>
    public string? MostFrequentNear(string field, string word, int edits)
    {
        var documents = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (segment, postings) in Postings(field))
        {
            foreach (var (number, _) in TermWalk.Near(postings.Terms, word, edits))
            {
                var term = postings.Terms.TextOf(number);
                documents[term] = documents.GetValueOrDefault(term) + (segment.DeletedCount == 0 ? postings.DocumentFrequency(number) : LiveDocuments(segment, postings, number).Count());
            }
        }

        // The first of the largest, so that words of equal standing are always proposed in the same way.
        return documents.Where(term => term.Value > 0).DefaultIfEmpty().MaxBy(term => term.Value).Key;
    }

    private IEnumerable<(LiveSegment Segment, FieldPostings Postings)> Postings(string field)
    {
        foreach (var segment in searcher.Segments)
        {
            if (segment.Segment.Field(field) is { } postings) yield return (segment, postings);
        }
    }

    private static IEnumerable<int> LiveDocuments(LiveSegment segment, FieldPostings postings, int term)
    {
        var cursor = postings.Open(term);
        for (var document = cursor.Next(); document != PostingsCursor.NoMoreDocuments; document = cursor.Next())
        {
            if (segment.Deleted?[document] != true) yield return document;
        }
    }
}

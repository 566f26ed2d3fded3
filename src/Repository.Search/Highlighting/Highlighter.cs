using Repository.Search.Indexing;
using Repository.Search.Queries;

namespace Repository.Search.Highlighting;

/// <summary>
/// Shows where a text has what a query asks for: each word that matches is marked as it was written, and of a long text the richest stretch is cut out. Made for one
/// query, used for all of its hits, by one thread at a time.
/// </summary>
public sealed class Highlighter
{
    /// <summary>About two lines.</summary>
    public const int UsualLength = 180;

    private readonly TokenReader[] _readers;

    /// <param name="fields">All fields that the text was indexed in: it is read by the analyzer of each. What the query asks of other fields marks nothing.</param>
    public Highlighter(IndexSchema schema, Query query, params IEnumerable<string> fields) =>
        _readers =
        [
            .. fields.Distinct(StringComparer.Ordinal)
                .GroupBy(schema.AnalyzerOf)
                .Select(sameReading => new TokenReader(sameReading.Key, WantedTokens.Of(query, [.. sameReading]))),
        ];

    /// <summary>The whole text if it is hardly longer than the length, else the best part of it, cut between words.</summary>
    public Fragment Highlight(string text, int length = UsualLength)
    {
        var marks = Marks(text);
        // To leave out a ninth would save nothing and cost the end of a sentence.
        var window = text.Length - (length / 9L) <= length ? (0, text.Length) : FragmentWindow.Choose(text, marks, length);
        return MarkedHtml.Write(text, window, marks);
    }

    private List<Mark> Marks(string text)
    {
        var marks = new List<Mark>();
        foreach (var reader in _readers) reader.AddMarks(text, marks);
        return Mark.Merge(marks);
    }
}

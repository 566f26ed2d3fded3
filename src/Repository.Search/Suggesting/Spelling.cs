using System.Collections.Immutable;
using System.Text;
using Repository.Search.Indexing;
using Repository.Search.Queries;

namespace Repository.Search.Suggesting;

/// <summary>
/// Says what a person may have meant: words that nothing is found for give way to the nearest word of the index, of several as near the one in most documents. All
/// else stays as it was typed. The index keeps words without accents; they are written as a text has them that one of the documents was made of. Immutable and safe
/// for many threads.
/// </summary>
public sealed class Spelling
{
    /// <summary>Looking through the vocabulary costs something; whoever misspells more words than that is not helped by all of them.</summary>
    private const int MostCorrected = 8;

    /// <summary>So many documents are asked how they write a word.</summary>
    private const int MostRead = 16;

    private readonly IndexSchema _schema;
    private readonly string _vocabulary;
    private readonly ImmutableArray<string> _searched;

    /// <param name="vocabulary">The field whose terms are proposed: one that keeps words as they are, without stems.</param>
    /// <param name="searched">Fields that are looked in as well: what one of them has is no mistake.</param>
    public Spelling(IndexSchema schema, string vocabulary, params IEnumerable<string> searched)
    {
        _schema = schema;
        _vocabulary = vocabulary;
        _searched = [.. searched];
    }

    /// <summary>The typed text with its unknown words corrected; null when there is nothing to correct it by. Only what can be found is ever proposed.</summary>
    /// <param name="textsOf">The texts of the vocabulary that a document was made of, by its key; none for one that is written otherwise than the asker writes.</param>
    public string? Correct(IndexSearcher searcher, string typed, Func<string, IEnumerable<string>> textsOf)
    {
        var corrected = new StringBuilder(typed.Length + 16);
        var (at, count) = (0, 0);
        var terms = new LiveTerms(searcher);
        foreach (var (start, end) in TypedWords.In(typed, _schema.AnalyzerOf(_vocabulary)))
        {
            var word = typed[start..end];
            if (IsKnown(terms, word) || Nearest(terms, word) is not { } better) continue;
            corrected.Append(typed, at, start - at).Append(Capitals.Like(word, Written(searcher, better, textsOf)));
            at = end;
            if (++count == MostCorrected) break;
        }

        return count == 0 ? null : corrected.Append(typed, at, typed.Length - at).ToString();
    }

    private bool IsKnown(LiveTerms terms, string word) =>
        terms.Has(_vocabulary, _schema.AnalyzerOf(_vocabulary).Normalize(word)) || _searched.Any(field => IsKnown(terms, field, word));

    /// <summary>A word that the field leaves out is none that anyone could have misspelt.</summary>
    private bool IsKnown(LiveTerms terms, string field, string word)
    {
        var stream = _schema.AnalyzerOf(field).CreateStream();
        stream.Reset(word);
        while (stream.Next())
        {
            if (!terms.Has(field, stream.Term.ToString())) return false;
        }

        return true;
    }

    private string? Nearest(LiveTerms terms, string word)
    {
        var normal = _schema.AnalyzerOf(_vocabulary).Normalize(word);
        for (var edits = 1; edits <= MostEdits(normal); edits++)
        {
            if (terms.MostFrequentNear(_vocabulary, normal, edits) is { } near) return near;
        }

        return null;
    }

    private string Written(IndexSearcher searcher, string term, Func<string, IEnumerable<string>> textsOf)
    {
        var stream = _schema.AnalyzerOf(_vocabulary).CreateStream();
        foreach (var text in searcher.Search(new TermQuery(_vocabulary, term), MostRead).Hits.SelectMany(hit => textsOf(searcher.KeyOf(hit.Document))))
        {
            stream.Reset(text);
            while (stream.Next())
            {
                if (stream.Term.SequenceEqual(term)) return text[stream.StartOffset..stream.EndOffset].ToLowerInvariant();
            }
        }

        return term;
    }

    /// <summary>Of a short word too little would be left; in numbers every digit is meant; and nobody mistypes a word without end.</summary>
    private static int MostEdits(string word) => word.Any(char.IsDigit) ? 0 : word.Length switch
    {
        < 3 => 0,
        < 6 => 1,
        <= 64 => 2,
        _ => 0,
    };
}

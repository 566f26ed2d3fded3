using System.Text;
using System.Text.RegularExpressions;
using Repository.Search.Indexing;
using Repository.Search.Queries;

namespace Repository.Search.Tests;

/// <summary>An index as slow and plain as can be: it looks at every document. What the real one answers is held against it.</summary>
internal sealed class Model
{
    public static readonly IndexSchema Schema = new(
        WordAnalyzer.Instance,
        new FieldDefinition("text", FieldKind.Text, WordAnalyzer.Instance),
        new FieldDefinition("tag", FieldKind.Keyword, WordAnalyzer.Instance, Faceted: true),
        new FieldDefinition("year", FieldKind.Number, WordAnalyzer.Instance));

    private const string OneCharacter = @"([\uD800-\uDBFF][\uDC00-\uDFFF]|[^\uD800-\uDFFF])";

    private readonly List<IndexDocument> _documents = [];

    public IReadOnlyList<string> Keys => [.. _documents.Select(document => document.Key)];

    public void Put(IndexDocument document)
    {
        Remove(document.Key);
        _documents.Add(document);
    }

    public void Remove(string key) => _documents.RemoveAll(document => document.Key == key);

    public IReadOnlyList<string> Find(Query query) => [.. _documents.Where(document => Matches(document, query)).Select(document => document.Key)];

    private static bool Matches(IndexDocument document, Query query) => query switch
    {
        TermQuery term => Words(document, term.Field).Contains(term.Term),
        PrefixQuery prefix => Words(document, prefix.Field).Any(word => word.StartsWith(prefix.Prefix, StringComparison.Ordinal)),
        WildcardQuery wildcard => Words(document, wildcard.Field).Any(word => Regex.IsMatch(word, $"^{Regex.Escape(wildcard.Pattern).Replace("\\*", ".*").Replace("\\?", OneCharacter)}$")),
        TermRangeQuery range => Words(document, range.Field).Any(word => Compare(range.Lower!, word) <= 0 && Compare(word, range.Upper!) < 0),
        PhraseQuery { Slop: 0 } phrase => HasPhrase(Words(document, phrase.Field), phrase),
        ValueRangeQuery range => Words(document, range.Field).Any(word => long.Parse(word, System.Globalization.CultureInfo.InvariantCulture) is var value && value >= range.Lower && value <= range.Upper),
        BooleanQuery boolean => Matches(document, boolean),
        BoostQuery boost => Matches(document, boost.Inner),
        MatchAllQuery => true,
        _ => throw new NotSupportedException(query.GetType().Name),
    };

    private static bool Matches(IndexDocument document, BooleanQuery query)
    {
        bool Has(Occur occur) => query.Clauses.Any(clause => clause.Occur == occur);
        bool Any(Occur occur) => query.Clauses.Any(clause => clause.Occur == occur && Matches(document, clause.Query));
        bool All(Occur occur) => query.Clauses.Where(clause => clause.Occur == occur).All(clause => Matches(document, clause.Query));
        if (Any(Occur.MustNot) || !All(Occur.Must) || !All(Occur.Filter)) return false;
        return Has(Occur.Must) || Has(Occur.Filter) || Any(Occur.Should);
    }

    private static bool HasPhrase(List<string> words, PhraseQuery phrase) => Enumerable.Range(0, words.Count).Any(at =>
        phrase.Terms.Select((term, i) => at + phrase.Offsets[i] < words.Count && words[at + phrase.Offsets[i]] == term).All(same => same));

    private static int Compare(string one, string other) => Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other));

    private static List<string> Words(IndexDocument document, string field) =>
        [.. document.Values.Where(value => value.Field == field).SelectMany(value => value.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}

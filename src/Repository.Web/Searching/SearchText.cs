using System.Text;
using Repository.Core.Indexing;
using Repository.Core.Publishing;
using Repository.Search.Analysis;
using Repository.Search.Queries;
using Repository.Search.Queries.Parsing;
using Repository.Web.Live;

namespace Repository.Web.Searching;

/// <summary>What someone typed, understood for one culture: the search syntax where it parses, else every character taken literally.</summary>
internal sealed record SearchText(string Text, Query Query, string Understood)
{
    public const int MostBytes = 4096;
    public const int MostClauses = 64;

    /// <summary>How much a name that was typed whole, or nearly so, counts beside the words found.</summary>
    private const float WholeNameBoost = 8;
    private const int LongName = 16;

    /// <summary>One letter more or less makes another word of a short one.</summary>
    private const int ShortName = 6;
    private static readonly WeightedField[] Tiers = [new(ContentFields.Title, 4), new(ContentFields.Summary, 2), new(ContentFields.Body, 1), new(ContentFields.Other, 0.5f), new(ContentFields.Files, 0.5f)];
    private static readonly WeightedField[] PlainTiers = [.. Tiers.Select(field => field with { Name = field.Name + ContentDocument.PlainEnding })];
    private static readonly WeightedField Names = new(ContentFields.Name, 1);

    private static readonly QueryParser Clauses = new(ContentIndex.Schema, [Names]);

    /// <summary>What the words alone find.</summary>
    public required Query ByWords { get; init; }

    /// <summary>What is called so, or nearly so.</summary>
    public required Query ByName { get; init; }

    /// <summary>Too short for a likeness to mean something, unless there is nothing else: who types "agua" does not look for the AGA.</summary>
    public required bool IsShort { get; init; }

    /// <summary>Null when the text is longer, or has more parts, than one question may have.</summary>
    public static SearchText? Read(string text, TreeView view, DefaultOperator op = DefaultOperator.Or)
    {
        var culture = view.Culture;
        if (Encoding.UTF8.GetByteCount(text) > MostBytes) return null;
        var asked = WithoutQuestionMarks(text);
        var typed = KnownFieldsOnly(asked);
        if (QueryLeaves(Clauses.Understand(typed).Query) > MostClauses) return null;
        WeightedField[] fields = ContentDocument.IsSpanish(culture) ? [.. Tiers, Names] : [.. Tiers, .. PlainTiers, Names];
        var understanding = new QueryParser(ContentIndex.Schema, fields, op).Understand(typed);
        var words = SearchVocabulary.Of(view).Synonyms.Expand(understanding.Query);
        var name = KeywordAnalyzer.Instance.Normalize(asked.Trim());
        var names = Called(name);
        var both = new BooleanQuery([new BooleanClause(Occur.Should, words), new BooleanClause(Occur.Should, new BoostQuery(names, WholeNameBoost))]);
        return new SearchText(text, In(culture, both), understanding.Text) { ByWords = In(culture, words), ByName = In(culture, names), IsShort = name.Length < ShortName };
    }

    /// <summary>A name typed with an error is still that name: whole names are compared letter by letter, spaces included.</summary>
    private static FuzzyQuery Called(string name) => new(ContentFields.WholeName, name, name.Length < LongName ? 1 : FuzzyQuery.MostEdits);

    /// <summary>Items of other cultures are not asked at all; what does not vary is seen in each.</summary>
    private static BooleanQuery In(string culture, Query query) => new(
    [
        new BooleanClause(Occur.Must, query),
        new BooleanClause(Occur.Filter, new BooleanQuery(
        [
            new BooleanClause(Occur.Should, new TermQuery(ContentFields.Culture, string.Empty)),
            new BooleanClause(Occur.Should, new TermQuery(ContentFields.Culture, KeywordAnalyzer.Instance.Normalize(culture))),
        ])),
    ]);

    /// <summary>
    /// Whoever asks "¿Cómo se elige el comité de agua?" does not look for words one letter longer than "agua". A mark behind a single word, or within the text, is
    /// a pattern all the same.
    /// </summary>
    private static string WithoutQuestionMarks(string text)
    {
        if (text.Contains('¿', StringComparison.Ordinal)) return text.Replace('¿', ' ').Replace('?', ' ').Trim();
        var asked = text.TrimEnd();
        return asked.EndsWith('?') && asked.Any(char.IsWhiteSpace) ? asked.TrimEnd('?') : text;
    }

    /// <summary>A colon behind a word that is no field is a colon: "Tequio: trabajo de todos" asks for no field of that name.</summary>
    private static string KnownFieldsOnly(string text)
    {
        var known = new StringBuilder(text.Length + 8);
        var word = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var isFieldEnd = text[at] == ':' && (at == word || text[at - 1] != '\\') && !IsField(text[word..at]);
            if (isFieldEnd) known.Append('\\');
            known.Append(text[at]);
            if (!char.IsLetterOrDigit(text[at]) && text[at] != '*') word = at + 1;
        }

        return known.ToString();
    }

    /// <summary>Who shows whom, and what waits to be read, is for the index itself: items that are not public are among those shown.</summary>
    private static bool IsField(string name) => name == "*" || (name is not (IndexFields.Shows or IndexFields.Awaits) && ContentIndex.Schema.Find(name) is not null);

    private static int QueryLeaves(Query query) => query switch
    {
        BooleanQuery boolean => boolean.Clauses.Sum(clause => QueryLeaves(clause.Query)),
        BoostQuery boost => QueryLeaves(boost.Inner),
        _ => 1,
    };
}

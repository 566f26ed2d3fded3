using System.Collections.Immutable;
using Repository.Search.Indexing;

namespace Repository.Search.Queries.Parsing;

/// <summary>The classic query syntax of Lucene 8.8.1. Immutable and safe for many threads; it never throws, whatever the text.</summary>
public sealed class QueryParser
{
    /// <summary>No query needs a longer text, and every step through one this long takes no time worth speaking of.</summary>
    public const int LongestText = 1 << 16;

    private readonly IndexSchema _schema;
    private readonly ImmutableArray<WeightedField> _fields;
    private readonly DefaultOperator _defaultOperator;

    /// <param name="fields">Where words without a field are looked for; their order is the order of the clauses.</param>
    public QueryParser(IndexSchema schema, IEnumerable<WeightedField> fields, DefaultOperator defaultOperator = DefaultOperator.Or)
    {
        _schema = schema;
        _fields = [.. fields];
        _defaultOperator = defaultOperator;
        if (_fields.IsEmpty || _fields.Length > ClauseList.MostClauses) throw new ArgumentException("There must be a field to look in, and not too many.", nameof(fields));
        foreach (var field in _fields)
        {
            // A word is seldom a number or a day; every query that is not would be refused.
            if (schema.Find(field.Name) is { HasTerms: false }) throw new ArgumentException($"Words cannot be looked for in {field.Name}.", nameof(fields));
            if (!float.IsFinite(field.Weight) || field.Weight < 0) throw new ArgumentException($"The weight of {field.Name} is no weight.", nameof(fields));
        }
    }

    public ParseResult Parse(string text)
    {
        if (text.Length > LongestText) return ParseResult.Refused($"A text of more than {LongestText} characters.");
        if (QueryLexer.Read(text, out var misfit) is not { } tokens) return ParseResult.Refused($"Character {misfit} fits nothing.");
        var outcome = new QueryGrammar(text, tokens, _defaultOperator, new QueryLeaves(_schema, _fields, _defaultOperator)).Read();
        return outcome.Problem is { } problem ? ParseResult.Refused(problem) : ParseResult.Of(outcome.Query ?? new MatchNoneQuery());
    }

    /// <summary>
    /// Makes the best of whatever a person typed: what is no good syntax is looked for literally, as far as a query can be long. Nothing is ever refused; a blank text
    /// matches nothing.
    /// </summary>
    public Understanding Understand(string text)
    {
        if (Parse(text).Query is { } typed) return new Understanding(typed, text, AsTyped: true);
        var literal = LiteralText.Of(text);
        return new Understanding(Parse(literal).Query ?? new MatchNoneQuery(), literal, AsTyped: false);
    }
}

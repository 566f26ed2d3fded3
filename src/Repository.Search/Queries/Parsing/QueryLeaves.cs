using System.Collections.Immutable;
using Repository.Search.Indexing;

namespace Repository.Search.Queries.Parsing;

/// <summary>Makes queries of words, phrases, patterns and ranges. One without a field is looked for in each of the default fields, each with its weight.</summary>
internal sealed class QueryLeaves(IndexSchema schema, ImmutableArray<WeightedField> defaultFields, DefaultOperator defaultOperator)
{
    private readonly QueryTerms _terms = new(schema);

    /// <summary>How many terms the words have become so far, however many fields they are looked for in.</summary>
    public int TermCount { get; private set; }

    private Occur DefaultRole => defaultOperator == DefaultOperator.And ? Occur.Must : Occur.Should;

    /// <summary>One group of fields for each term of the word: a word of several terms is no phrase.</summary>
    public Outcome Word(string? field, string text)
    {
        if (field is not null) return WordIn(field, text);
        var groups = new List<Query>();
        for (var number = 0; ; number++)
        {
            if (number > ClauseList.MostClauses) return Outcome.Refused(ClauseList.TooMany);
            var group = ImmutableArray.CreateBuilder<BooleanClause>();
            foreach (var weighted in defaultFields)
            {
                var terms = _terms.Of(weighted.Name, text);
                if (number < terms.Count) group.Add(Optional(weighted, new TermQuery(weighted.Name, terms[number].Term)));
            }

            if (group.Count == 0) return Outcome.Of(Joined(groups));
            TermCount++;
            groups.Add(new BooleanQuery(group.ToImmutable()));
        }
    }

    public Outcome Phrase(string? field, string text, int slop) => field is null ? InEach(each => PhraseIn(each, text, slop)) : PhraseIn(field, text, slop);

    public Outcome Prefix(string? field, string prefix) => field is null ? InEach(each => PrefixIn(each, prefix)) : PrefixIn(field, prefix);

    public Outcome Wildcard(string? field, string pattern) => field is null ? InEach(each => WildcardIn(each, pattern)) : WildcardIn(field, pattern);

    public Outcome Fuzzy(string? field, string word, float similarity) => field is null ? InEach(each => FuzzyIn(each, word, similarity)) : FuzzyIn(field, word, similarity);

    public Outcome Range(string? field, RangeBounds bounds) => field is null ? InEach(each => RangeIn(each, bounds)) : RangeIn(field, bounds);

    private Outcome WordIn(string field, string text)
    {
        if (ValueField(field) is { } values) return FieldValues.Between(values, RangeBounds.Only(text));
        var terms = _terms.Of(field, text);
        if (terms.Count > ClauseList.MostClauses) return Outcome.Refused(ClauseList.TooMany);
        TermCount += terms.Count;
        return Outcome.Of(Joined([.. terms.Select(term => new TermQuery(field, term.Term))]));
    }

    private Outcome PhraseIn(string field, string text, int slop)
    {
        if (ValueField(field) is { } values) return FieldValues.Between(values, RangeBounds.Only(text));
        var terms = _terms.Of(field, text);
        if (terms.Count < 2) return Outcome.Of(Joined([.. terms.Select(term => new TermQuery(field, term.Term))]));
        return slop < 0
            ? Outcome.Refused("A phrase cannot have a slop below 0.")
            : Outcome.Of(new PhraseQuery(field, [.. terms.Select(term => term.Term)], [.. terms.Select(term => term.Position)], slop));
    }

    private Outcome PrefixIn(string field, string prefix)
    {
        if (ValueField(field) is not null) return NoPattern(field);

        // Lucene looks for the star after the escapes are gone, so that an escaped one is refused as well.
        if (prefix.StartsWith('*')) return Outcome.Refused("A pattern cannot begin with a wildcard.");
        return Outcome.Of(new PrefixQuery(field, schema.AnalyzerOf(field).Normalize(prefix)));
    }

    private Outcome WildcardIn(string field, string pattern)
    {
        if (ValueField(field) is not null) return NoPattern(field);
        if (field == "*" && pattern == "*") return Outcome.Of(new MatchAllQuery());
        if (pattern[0] is '*' or '?') return Outcome.Refused("A pattern cannot begin with a wildcard.");
        return Outcome.Of(new WildcardQuery(field, PatternText.Normalize(pattern, schema.AnalyzerOf(field))));
    }

    /// <param name="similarity">From 1 on a number of edits, below it how much of the word has to stay.</param>
    private Outcome FuzzyIn(string field, string word, float similarity)
    {
        if (ValueField(field) is not null) return NoPattern(field);
        if (similarity < 0) return Outcome.Refused("A similarity cannot be below 0.");
        if (similarity >= 1 && (similarity > int.MaxValue || MathF.Truncate(similarity) != similarity)) return Outcome.Refused("Edits come in whole numbers.");
        var term = schema.AnalyzerOf(field).Normalize(word);
        var edits = similarity >= 1 ? similarity : (1d - similarity) * term.EnumerateRunes().Count();
        return Outcome.Of(new FuzzyQuery(field, term, similarity == 0 || double.IsNaN(edits) ? 0 : (int)Math.Min(edits, FuzzyQuery.MostEdits)));
    }

    private Outcome RangeIn(string field, RangeBounds bounds)
    {
        if (ValueField(field) is { } values) return FieldValues.Between(values, bounds);
        var analyzer = schema.AnalyzerOf(field);
        return Outcome.Of(new TermRangeQuery(
            field,
            bounds.Lower is null ? null : analyzer.Normalize(bounds.Lower),
            bounds.Upper is null ? null : analyzer.Normalize(bounds.Upper),
            bounds.IncludesLower,
            bounds.IncludesUpper));
    }

    private Outcome InEach(Func<string, Outcome> leaf)
    {
        var any = ImmutableArray.CreateBuilder<BooleanClause>();
        foreach (var weighted in defaultFields)
        {
            var outcome = leaf(weighted.Name);
            if (outcome.IsRefused) return outcome;
            if (outcome.Query is not null) any.Add(Optional(weighted, outcome.Query));
        }

        return any.Count == 0 ? Outcome.Nothing : Outcome.Of(new BooleanQuery(any.ToImmutable()));
    }

    private Query? Joined(IReadOnlyList<Query> parts) => parts switch
    {
        [] => null,
        [var only] => only,
        _ => new BooleanQuery([.. parts.Select(part => new BooleanClause(DefaultRole, part))]),
    };

    private static BooleanClause Optional(WeightedField field, Query query) =>
        new(Occur.Should, field.Weight == 1 ? query : new BoostQuery(query, field.Weight));

    private FieldDefinition? ValueField(string name) => schema.Find(name) is { HasTerms: false } field ? field : null;

    private static Outcome NoPattern(string field) => Outcome.Refused($"There are no patterns on {field}.");
}

using System.Globalization;
using System.Text;
using Repository.Search.Analysis;
using Repository.Search.Indexing;
using Repository.Search.Queries;
using Repository.Search.Queries.Parsing;

namespace Repository.Search.Tests.Queries;

/// <summary>Queries that nobody means well with: whatever they are, they are answered or refused.</summary>
public sealed class HostileQueryTests(ITestOutputHelper output)
{
    private static readonly string[] Pieces =
    [
        "agua", "aguas", "asamblea", "fuego", "a", "ñ", "más", "de", "𝒳", "\ud835", "\u0301", "a\u0301", "1", "2019", "2019-05", "1e9", "0.5", " ", "  ", "\t", "\u3000", "\n",
        " AND ", " OR ", " NOT ", "&&", "||", "!", "+", "-", "(", ")", "[", "]", "{", "}", " TO ", "\"", "~", "~2", "~0.3", "^", "^2", "^0", "*", "?", ":", "title:", "body:",
        "tag:", "year:", "day:", "nowhere:", "*:*", "\\", "\\u0041", "\\u", "/", "'", ".", ",", "_", "\"agua fuego\"", "[a TO z]", "year:[1 TO *]", "agua*", "a?u*", "agua~",
        "\"agua asamblea agua\"~5",
    ];

    private static readonly IndexSchema Schema = new(
        SpanishAnalyzer.Instance,
        new FieldDefinition("title", FieldKind.Text, SpanishAnalyzer.Instance),
        new FieldDefinition("body", FieldKind.Text, SpanishAnalyzer.Instance),
        new FieldDefinition("tag", FieldKind.Keyword, KeywordAnalyzer.Instance, Faceted: true),
        new FieldDefinition("year", FieldKind.Number, KeywordAnalyzer.Instance),
        new FieldDefinition("day", FieldKind.Day, KeywordAnalyzer.Instance));

    [Fact]
    public void random_queries_are_answered_or_refused_and_never_fail()
    {
        var count = Environment.GetEnvironmentVariable("REPOSITORY_LONG_TESTS") is null ? 5_000 : 1_000_000;
        var seed = int.TryParse(Environment.GetEnvironmentVariable("REPOSITORY_FUZZ_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"REPOSITORY_FUZZ_SEED={seed}");
        var random = new Random(seed);
        var searcher = Index(random);
        QueryParser[] parsers = [.. Enum.GetValues<DefaultOperator>().Select(role => new QueryParser(Schema, [new("title", 4), new("body", 1)], role))];
        var answered = 0;

        for (var number = 0; number < count; number++)
        {
            var text = string.Concat(random.GetItems(Pieces, random.Next(1, random.Next(2, 40))));
            if (parsers[number % parsers.Length].Parse(text).Query is not { } query) continue;
            Check(searcher, query, text, take: random.Next(12));
            answered++;
        }

        Assert.InRange(answered, count / 20, count);
    }

    [Fact]
    public void a_clause_written_many_times_counts_as_often()
    {
        var searcher = Index(new Random(7));
        var once = new TermQuery("body", "agua");

        var many = searcher.Search(new BooleanQuery([.. Enumerable.Repeat(new BooleanClause(Occur.Should, once), 100)]), 10);

        var single = searcher.Search(once, 10);
        Assert.Equal(single.Total, many.Total);
        Assert.Equal(single.Hits.Select(hit => hit.Document), many.Hits.Select(hit => hit.Document));
        Assert.All(single.Hits.Zip(many.Hits), pair => Assert.Equal(100, pair.Second.Score / pair.First.Score, 0.001));
    }

    [Fact]
    public void clauses_repeated_in_groups_count_with_all_their_boosts()
    {
        var searcher = Index(new Random(7));
        BooleanClause Optional(Query query) => new(Occur.Should, query);
        var group = new BooleanQuery([Optional(new BoostQuery(new TermQuery("body", "agua"), 2)), Optional(new TermQuery("title", "fuego"))]);

        var many = searcher.Search(new BooleanQuery([.. Enumerable.Repeat(Optional(group), 50)]), 10);

        var few = searcher.Search(group, 10);
        Assert.Equal(few.Total, many.Total);
        Assert.All(few.Hits.Zip(many.Hits), pair => Assert.Equal(50, pair.Second.Score / pair.First.Score, 0.001));
    }

    [Theory]
    [InlineData("agua agua", true)]
    [InlineData("agua x x agua", true)]
    [InlineData("agua", false)]
    public void a_word_that_a_phrase_has_twice_must_stand_there_twice_however_far_apart(string text, bool isFound)
    {
        var index = new SearchIndex(Model.Schema);
        index.Apply([new IndexDocument("one").Add("text", text)], []);

        var found = index.Searcher.Search(new PhraseQuery("text", ["agua", "agua"], [0, 1], Slop: 5), 1);

        Assert.Equal(isFound, found.Total == 1);
    }

    [Fact]
    public void a_pattern_of_any_length_costs_no_more_than_the_terms()
    {
        var searcher = Index(new Random(7));

        Assert.Equal(0, searcher.Search(new WildcardQuery("body", "a" + string.Concat(Enumerable.Repeat("*?", 500_000))), 1).Total);
        Assert.Equal(searcher.Search(new PrefixQuery("body", "a"), 1).Total, searcher.Search(new WildcardQuery("body", "a" + new string('*', 1_000_000)), 1).Total);
    }

    private static void Check(IndexSearcher searcher, Query query, string text, int take)
    {
        var result = searcher.Search(query, take, allMatches: true);

        var scores = result.Hits.Select(hit => hit.Score).ToList();
        if (result.Total == result.Matches!.Documents().Count()
            && result.Hits.Length == Math.Min(take, result.Total)
            && scores.SequenceEqual(scores.OrderDescending())
            && scores.TrueForAll(float.IsFinite)) return;
        Assert.Fail($"Answered wrongly: {Escaped(text)}");
    }

    private static string Escaped(string text) =>
        text.Aggregate(new StringBuilder(), (all, character) => character is > ' ' and < '\x7F' ? all.Append(character) : all.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}")).ToString();

    private static IndexSearcher Index(Random random)
    {
        string[] words = ["agua", "aguas", "asamblea", "fuego", "a", "ñ", "de", "𝒳", "ague", "agu", "az"];
        var index = new SearchIndex(Schema);
        foreach (var part in Enumerable.Range(0, 300).Chunk(100))
        {
            index.Apply(
                part.Select(number => new IndexDocument($"d{number}")
                    .Add("title", string.Join(' ', random.GetItems(words, random.Next(4))))
                    .Add("body", string.Join(' ', random.GetItems(words, random.Next(60))))
                    .Add("tag", words[random.Next(words.Length)])
                    .Add("year", $"{random.Next(1990, 2030)}")
                    .Add("day", $"{random.Next(1990, 2030)}-05-{random.Next(10, 31)}")),
                [$"d{random.Next(300)}"]);
        }

        return index.Searcher;
    }
}

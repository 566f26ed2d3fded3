using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Repository.Search.Queries;
using Repository.Search.Queries.Parsing;

namespace Repository.Search.Tests.Queries.Parsing;

/// <summary>The forms are what Lucene 8.8.1 prints for the same texts.</summary>
public sealed class QueryParserTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements(
            "a", "agua", "de", "AND", "OR", "NOT", "+", "-", "!", "(", ")", ":", "^2", "^", "[", "]", "{", "}", "\"", "~", "~1", "*", "?", "\\", "\\u", "/", " ", "&&", "||", "title:", "year:", "TO", "2019")
            .ArrayOf().Select(string.Concat),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? string.Empty));

    [Fact]
    public void what_lucene_refuses_is_refused_and_nothing_else()
    {
        var expected = Golden("syntax-results.jsonl").Select(line => (line.GetProperty("id").GetString(), Refused: line.TryGetProperty("error", out _))).ToList();

        var actual = Golden("syntax.jsonl").Select(line => (line.GetProperty("id").GetString(), Refused: Parsed(line).Query is null)).ToList();

        Assert.Equal(345, expected.Count);
        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData("agua", "(title:agua)^4.0 body:agua")]
    [InlineData("+agua", "+((title:agua)^4.0 body:agua)")]
    [InlineData("agua fuego", "((title:agua)^4.0 body:agua) ((title:fuego)^4.0 body:fuego)")]
    [InlineData("de agua", "((title:agua)^4.0 body:agua)")]
    [InlineData("agua de", "(title:agua)^4.0 body:agua")]
    [InlineData("+de agua", "((title:agua)^4.0 body:agua)")]
    [InlineData("agua AND de", "(title:agua)^4.0 body:agua")]
    [InlineData("agua OR fuego AND tierra", "((title:agua)^4.0 body:agua) +((title:fuego)^4.0 body:fuego) +((title:tierra)^4.0 body:tierra)")]
    [InlineData("agua AND fuego OR tierra", "+((title:agua)^4.0 body:agua) +((title:fuego)^4.0 body:fuego) ((title:tierra)^4.0 body:tierra)")]
    [InlineData("agua AND NOT fuego", "+((title:agua)^4.0 body:agua) -((title:fuego)^4.0 body:fuego)")]
    [InlineData("agua && !fuego", "+((title:agua)^4.0 body:agua) -((title:fuego)^4.0 body:fuego)")]
    [InlineData("agua || -fuego", "((title:agua)^4.0 body:agua) -((title:fuego)^4.0 body:fuego)")]
    [InlineData("(agua OR fuego) AND tierra", "+(((title:agua)^4.0 body:agua) ((title:fuego)^4.0 body:fuego)) +((title:tierra)^4.0 body:tierra)")]
    [InlineData("agua (-fuego)", "((title:agua)^4.0 body:agua) (-((title:fuego)^4.0 body:fuego))")]
    [InlineData("((((agua))))", "(title:agua)^4.0 body:agua")]
    [InlineData("(agua fuego)^2 tierra", "(((title:agua)^4.0 body:agua) ((title:fuego)^4.0 body:fuego))^2.0 ((title:tierra)^4.0 body:tierra)")]
    [InlineData("de", "MatchNoDocsQuery(\"\")")]
    [InlineData("(de la)^2", "MatchNoDocsQuery(\"\")")]
    [InlineData("agua - fuego", "((title:agua)^4.0 body:agua) ((title:fuego)^4.0 body:fuego)")]
    [InlineData("agua! fuego", "((title:agua)^4.0 body:agua) ((title:fuego)^4.0 body:fuego)")]
    [InlineData("agua|fuego", "((title:agua)^4.0 body:agua) ((title:fuego)^4.0 body:fuego)")]
    [InlineData("co-agua", "((title:co)^4.0 body:co) ((title:agua)^4.0 body:agua)")]
    [InlineData("title:co-agua", "title:co title:agua")]
    [InlineData("co-de", "(title:co)^4.0 body:co")]
    [InlineData("title:(agua body:fuego tierra)", "title:agua body:fuego title:tierra")]
    [InlineData("nota:agua", "nota:agua")]
    [InlineData("region:\"Valles Centrales\"", "region:valles centrales")]
    [InlineData("region:Valles", "region:valles")]
    [InlineData("\"agua de la tierra\"", "(title:\"agua ? ? tierra\")^4.0 body:\"agua ? ? tierra\"")]
    [InlineData("\"de agua tierra\"", "(title:\"agua tierra\")^4.0 body:\"agua tierra\"")]
    [InlineData("\"agua\"~4", "(title:agua)^4.0 body:agua")]
    [InlineData("\"de la\"", "MatchNoDocsQuery(\"\")")]
    [InlineData("\"agua tierra\"~3^2", "((title:\"agua tierra\"~3)^4.0 body:\"agua tierra\"~3)^2.0")]
    [InlineData("\"agua tierra\"^2~3", "((title:\"agua tierra\"~3)^4.0 body:\"agua tierra\"~3)^2.0")]
    [InlineData("\"agua tierra\"~", "(title:\"agua tierra\")^4.0 body:\"agua tierra\"")]
    [InlineData("title:\"agua tierra\"", "title:\"agua tierra\"")]
    [InlineData("AGU*", "(title:agu*)^4.0 body:agu*")]
    [InlineData("title:a?u*A", "title:a?u*a")]
    [InlineData("ag\\*A*B\\Á", "(title:ag\\*a*b\\Á)^4.0 body:ag\\*a*b\\Á")]
    [InlineData("agua**", "(title:agua**)^4.0 body:agua**")]
    [InlineData("agua~", "(title:agua~2)^4.0 body:agua~2")]
    [InlineData("agua~1", "(title:agua~1)^4.0 body:agua~1")]
    [InlineData("agua~0", "(title:agua~0)^4.0 body:agua~0")]
    [InlineData("AGUA~0.5", "(title:agua~2)^4.0 body:agua~2")]
    [InlineData("agua~x", "(title:agua~2)^4.0 body:agua~2")]
    [InlineData("agua^2~1", "((title:agua~1)^4.0 body:agua~1)^2.0")]
    [InlineData("agua~1^0.5", "((title:agua~1)^4.0 body:agua~1)^0.5")]
    [InlineData("agua~5", "(title:agua~2)^4.0 body:agua~2")]
    [InlineData("agu*~1", "(title:agu*)^4.0 body:agu*")]
    [InlineData("[agua TO Fuego}", "(title:[agua TO fuego})^4.0 body:[agua TO fuego}")]
    [InlineData("title:{* TO \"b c\"]", "title:{* TO b c]")]
    [InlineData("[TO TO \"*\"]", "(title:[to TO \\*])^4.0 body:[to TO \\*]")]
    [InlineData("[\\* TO *]", "(title:[\\* TO *])^4.0 body:[\\* TO *]")]
    [InlineData("*:*", "*:*")]
    [InlineData("*:*^2 agua", "(*:*)^2.0 ((title:agua)^4.0 body:agua)")]
    [InlineData("agua^1", "((title:agua)^4.0 body:agua)^1.0")]
    [InlineData("agua^0", "((title:agua)^4.0 body:agua)^0.0")]
    [InlineData("agua\\-fuego", "((title:agua)^4.0 body:agua) ((title:fuego)^4.0 body:fuego)")]
    [InlineData("\\u0061gua", "(title:agua)^4.0 body:agua")]
    [InlineData("\\(agua\\)", "(title:agua)^4.0 body:agua")]
    [InlineData("agua\\\"fuego", "((title:agua)^4.0 body:agua) ((title:fuego)^4.0 body:fuego)")]
    [InlineData("agua\tfuego\u3000tierra", "((title:agua)^4.0 body:agua) ((title:fuego)^4.0 body:fuego) ((title:tierra)^4.0 body:tierra)")]
    [InlineData("agua~fuego tierra", "((title:agua~2)^4.0 body:agua~2) ((title:tierra)^4.0 body:tierra)")]
    [InlineData("[a\tb TO c]", "(title:[a\tb TO c])^4.0 body:[a\tb TO c]")]
    [InlineData("*:(agua *)", "*:agua *:*")]
    [InlineData("region:+ agua", "region:+ ((title:agua)^4.0 body:agua)")]
    public void a_text_becomes_the_query_that_lucene_makes_of_it(string text, string form) => Assert.Equal(form, FormOf(text));

    [Theory]
    [InlineData("year:2020", "year:[2020 TO 2020]")]
    [InlineData("year:\"-5\"", "year:[-5 TO -5]")]
    [InlineData("year:[2018 TO 2020}", "year:[2018 TO 2019]")]
    [InlineData("year:{2018 TO *]", "year:[2019 TO 9223372036854775807]")]
    [InlineData("year:[2020 TO 2018]", "MatchNoDocsQuery(\"\")")]
    [InlineData("published:2020", "published:[18262 TO 18627]")]
    [InlineData("published:2020-02", "published:[18293 TO 18321]")]
    [InlineData("published:\"2020-02-29\"", "published:[18321 TO 18321]")]
    [InlineData("published:{2020 TO 2020-03]", "MatchNoDocsQuery(\"\")")]
    [InlineData("published:[* TO 1970-01-01}", "published:[-9223372036854775808 TO -1]")]
    [InlineData("published:\"-001\"", "published:[-719893 TO -719529]")]
    public void numbers_and_days_are_asked_for_in_ranges(string text, string form) => Assert.Equal(form, FormOf(text));

    [Theory]
    [InlineData("agua", "(title:agua)^4.0 body:agua")]
    [InlineData("agua fuego", "+((title:agua)^4.0 body:agua) +((title:fuego)^4.0 body:fuego)")]
    [InlineData("agua OR fuego", "((title:agua)^4.0 body:agua) ((title:fuego)^4.0 body:fuego)")]
    [InlineData("agua OR fuego AND tierra", "((title:agua)^4.0 body:agua) +((title:fuego)^4.0 body:fuego) +((title:tierra)^4.0 body:tierra)")]
    [InlineData("agua AND fuego OR tierra", "+((title:agua)^4.0 body:agua) ((title:fuego)^4.0 body:fuego) ((title:tierra)^4.0 body:tierra)")]
    [InlineData("-agua OR fuego", "-((title:agua)^4.0 body:agua) ((title:fuego)^4.0 body:fuego)")]
    [InlineData("+agua fuego", "+((title:agua)^4.0 body:agua) +((title:fuego)^4.0 body:fuego)")]
    [InlineData("co-agua", "+((title:co)^4.0 body:co) +((title:agua)^4.0 body:agua)")]
    [InlineData("title:co-agua", "+title:co +title:agua")]
    [InlineData("agua OR de", "(title:agua)^4.0 body:agua")]
    [InlineData("agua de OR fuego", "((title:agua)^4.0 body:agua) ((title:fuego)^4.0 body:fuego)")]
    [InlineData("agua AND (-fuego)", "+((title:agua)^4.0 body:agua) +(-((title:fuego)^4.0 body:fuego))")]
    public void words_can_be_required_by_default(string text, string form) => Assert.Equal(form, FormOf(text, DefaultOperator.And));

    [Theory]
    [InlineData("agua!")]
    [InlineData("agua \\")]
    [InlineData("a/b")]
    [InlineData("agua\\u00e")]
    [InlineData("ag\\u00*a")]
    [InlineData("[a TO b\\]")]
    [InlineData("\\**")]
    [InlineData("title:*")]
    [InlineData("agua~-1")]
    [InlineData("agua~1.5")]
    [InlineData("agua~3000000000")]
    [InlineData("\"agua tierra\"~-1")]
    [InlineData("agua^99999999999999999999999999999999999999999")]
    [InlineData("agua^ 2")]
    [InlineData("*:(agua ?)")]
    [InlineData("year:20*")]
    [InlineData("year:2019~1")]
    [InlineData("year:2147483648")]
    [InlineData("year:\"\"")]
    [InlineData("published:2019-13")]
    [InlineData("published:2019-02-29")]
    [InlineData("published:12019-05-03")]
    [InlineData("published:agua")]
    public void what_cannot_be_a_query_is_refused_with_its_reason(string text) => Assert.False(string.IsNullOrEmpty(AnIndex.Parser().Parse(text).Problem));

    [Theory]
    [InlineData("a ")]
    [InlineData("a,")]
    [InlineData("title:a ")]
    public void a_list_holds_1024_clauses(string part)
    {
        var most = string.Concat(Enumerable.Repeat(part, 1024));

        Assert.NotNull(AnIndex.Parser().Parse(most + "de").Query);
        Assert.Null(AnIndex.Parser().Parse(most + "a").Query);
    }

    [Theory]
    [InlineData("(agua fuego) ", 512)]
    [InlineData("(title:agua-fuego) ", 512)]
    public void all_clauses_together_have_1024_terms(string part, int most)
    {
        var whole = string.Concat(Enumerable.Repeat(part, most));

        Assert.NotNull(AnIndex.Parser().Parse(whole + "(de)").Query);
        Assert.Null(AnIndex.Parser().Parse(whole + "(a)").Query);
    }

    [Theory]
    [InlineData("agua* ", 40)]
    [InlineData("a?b ", 40)]
    [InlineData("agua~ ", 20)]
    [InlineData("\"agua fuego\" ", 40)]
    [InlineData("[a TO b] ", 40)]
    public void a_query_has_only_so_many_parts_that_are_dear(string part, int times)
    {
        var most = string.Concat(Enumerable.Repeat(part, times));

        Assert.NotNull(AnIndex.Parser().Parse(most + "fuego").Query);
        Assert.Contains("40", AnIndex.Parser().Parse(most + part).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void a_text_may_be_65536_characters_long()
    {
        var longest = "agua".PadRight(65_536);

        Assert.NotNull(AnIndex.Parser().Parse(longest).Query);
        Assert.NotNull(AnIndex.Parser().Parse(longest + ' ').Problem);
    }

    [Fact]
    public void brackets_nest_only_so_deep()
    {
        var deep = new string('(', 100_000) + "agua" + new string(')', 100_000);

        Assert.Equal("(title:agua)^4.0 body:agua", FormOf(new string('(', 50) + "agua" + new string(')', 50)));
        Assert.NotNull(AnIndex.Parser().Parse(deep).Problem);
    }

    [Fact]
    public void any_text_is_a_query_or_refused_but_never_fails() => Prop.ForAll(
        Texts.ToArbitrary(),
        text => AnIndex.Parser().Parse(text) is { Query: null, Problem: not null } or { Query: not null, Problem: null }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void an_escaped_text_is_never_refused() => Prop.ForAll(
        Texts.Where(text => text.Any(character => !" \t\n\r\u3000".Contains(character, StringComparison.Ordinal))).ToArbitrary(),
        text => AnIndex.Parser().Parse(QuerySyntax.Escape(text)).Query is not null).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void whatever_is_typed_is_understood() => Prop.ForAll(
        Texts.ToArbitrary(),
        text =>
        {
            var understood = AnIndex.Parser().Understand(text);

            var typed = AnIndex.Parser().Parse(text).Query;
            return understood.AsTyped == typed is not null && (!understood.AsTyped || understood.Text == text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Theory]
    [InlineData("agua OR", "agua \\OR", "((title:agua)^4.0 body:agua) ((title:or)^4.0 body:or)")]
    [InlineData("¿agua/fuego?", "¿agua\\/fuego\\?", "((title:agua)^4.0 body:agua) ((title:fuego)^4.0 body:fuego)")]
    [InlineData("\"agua", "\\\"agua", "(title:agua)^4.0 body:agua")]
    [InlineData("agua AND", "agua \\AND", "((title:agua)^4.0 body:agua) ((title:and)^4.0 body:and)")]
    [InlineData("NOT", "\\NOT", "(title:not)^4.0 body:not")]
    [InlineData(":-)", "\\:\\-\\)", "MatchNoDocsQuery(\"\")")]
    [InlineData(" ", "", "MatchNoDocsQuery(\"\")")]
    public void what_is_no_good_syntax_is_looked_for_as_it_stands(string text, string read, string form)
    {
        var understood = AnIndex.Parser().Understand(text);

        Assert.False(understood.AsTyped);
        Assert.Equal((read, form), (understood.Text, QueryText.Of(understood.Query)));
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("a,")]
    [InlineData("\U0001F600")]
    [InlineData("a-b-c-d ")]
    public void of_an_endless_text_the_beginning_is_looked_for(string part)
    {
        var text = "agua " + string.Concat(Enumerable.Repeat(part, 300_000)) + "(";

        var understood = AnIndex.Parser().Understand(text);

        Assert.Contains("title:agua", QueryText.Of(understood.Query), StringComparison.Ordinal);
    }

    [Fact]
    public void a_parser_looks_for_words_only_where_words_are()
    {
        Assert.Throws<ArgumentException>(() => new QueryParser(AnIndex.Schema, []));
        Assert.Throws<ArgumentException>(() => new QueryParser(AnIndex.Schema, [new WeightedField("year")]));
        Assert.Throws<ArgumentException>(() => new QueryParser(AnIndex.Schema, [new WeightedField("title", float.NaN)]));
    }

    private static string FormOf(string text, DefaultOperator defaultOperator = DefaultOperator.Or)
    {
        var result = AnIndex.Parser(defaultOperator).Parse(text);
        return result.Query is null ? $"refused: {result.Problem}" : QueryText.Of(result.Query);
    }

    private static ParseResult Parsed(JsonElement line)
    {
        var fields = line.GetProperty("fields").EnumerateObject().Select(field => new WeightedField(field.Name, field.Value.GetSingle()));
        var defaultOperator = line.TryGetProperty("op", out _) ? DefaultOperator.And : DefaultOperator.Or;
        return new QueryParser(AnIndex.Schema, fields, defaultOperator).Parse(line.GetProperty("q").GetString()!);
    }

    private static IEnumerable<JsonElement> Golden(string name) =>
        File.ReadLines(GoldenFiles.Find(name)).Select(line => JsonDocument.Parse(line).RootElement);
}

using System.Net;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Repository.Search.Analysis;
using Repository.Search.Highlighting;
using Repository.Search.Indexing;
using Repository.Search.Queries;
using Repository.Search.Queries.Parsing;

namespace Repository.Search.Tests.Highlighting;

public sealed partial class HighlighterTests
{
    private static readonly IndexSchema Schema = new(
        SpanishAnalyzer.Instance,
        new FieldDefinition("title", FieldKind.Text, SpanishAnalyzer.Instance),
        new FieldDefinition("words", FieldKind.Text, PlainAnalyzer.Instance),
        new FieldDefinition("body", FieldKind.Text, SpanishAnalyzer.Instance));

    private static readonly string[] Pieces =
    [
        "agua", "aguas", "Tequio", "TEQUIOS", "comité", "comite\u0301", "de", "la", "guela'guetza", "Guela\uA78Cguetza", "za'", "ñandú", "H2O", "a.b", "co-creación",
        "<mark>", "</mark>", "&amp;", "\"", "'", "<", ">", "&", "𝒳", "\u202F", "\uD835", ".", ",", "(", ")", "\n", "\t",
    ];

    [Theory]
    [InlineData("tequio", "El Tequio y los tequios", "El <mark>Tequio</mark> y los <mark>tequios</mark>")]
    [InlineData("comite", "Comité, COMITÉS; comite\u0301", "<mark>Comité</mark>, <mark>COMITÉS</mark>; <mark>comite\u0301</mark>")]
    [InlineData("guelaguetza", "La «Guela\uA78Cguetza» y guela'guetza'", "La «<mark>Guela\uA78Cguetza</mark>» y <mark>guela&#39;guetza&#39;</mark>")]
    [InlineData("\"derecho de acceso\"", "acceso al derecho; derecho de acceso", "acceso al derecho; <mark>derecho</mark> de <mark>acceso</mark>")]
    [InlineData("\"agua bosque\"~1", "agua del bosque, agua y más bosque", "<mark>agua</mark> del <mark>bosque</mark>, agua y más bosque")]
    [InlineData("agua -bosque", "agua y bosque", "<mark>agua</mark> y bosque")]
    [InlineData("teq* gob?ern", "tequio, gobierno", "<mark>tequio</mark>, <mark>gobierno</mark>")]
    [InlineData("tekio~1", "tequio tekios", "tequio <mark>tekios</mark>")]
    [InlineData("body:agua title:bosque", "agua y bosque", "agua y <mark>bosque</mark>")]
    [InlineData("agua", "<b>agua</b> & \"agua\"", "&lt;b&gt;<mark>agua</mark>&lt;/b&gt; &amp; &quot;<mark>agua</mark>&quot;")]
    public void it_marks_what_was_asked_for_as_it_was_written(string typed, string text, string expected)
    {
        var query = new QueryParser(Schema, [new WeightedField("title")]).Parse(typed).Query!;

        var fragment = new Highlighter(Schema, query, "title").Highlight(text);

        Assert.Equal(expected, fragment.Html);
        Assert.Equal(expected.Split("<mark>").Length - 1, fragment.MarkCount);
    }

    [Fact]
    public void a_field_beside_it_marks_what_it_was_asked_for_by_its_own_analysis()
    {
        var query = new QueryParser(Schema, [new WeightedField("title")]).Parse("title:tequio words:comunidades*").Query!;

        var fragment = new Highlighter(Schema, query, "title", "words").Highlight("Tequio en comunidades");

        Assert.Equal("<mark>Tequio</mark> en <mark>comunidades</mark>", fragment.Html);
    }

    [Fact]
    public void of_a_long_text_the_richest_part_is_shown()
    {
        var filler = string.Join(' ', Enumerable.Repeat("palabras sin más", 40));
        var text = $"agua {filler} el agua del bosque {filler}";

        var fragment = new Highlighter(Schema, new QueryParser(Schema, [new WeightedField("title")]).Parse("agua bosque").Query!, "title").Highlight(text);

        Assert.Matches("^… \\S.* el <mark>agua</mark> del <mark>bosque</mark> .*\\S …$", fragment.Html);
        Assert.InRange(Plain(fragment.Html).Length, 160, 200);
    }

    [Fact]
    public void a_text_without_a_match_is_shown_from_its_beginning()
    {
        var text = string.Join(' ', Enumerable.Repeat("palabras", 40));

        var fragment = new Highlighter(Schema, new TermQuery("title", "agua"), "title").Highlight(text);

        Assert.Equal(0, fragment.MarkCount);
        Assert.Matches("^palabras( palabras)+ …$", fragment.Html);
    }

    [Fact]
    public void it_marks_exactly_what_trying_everything_finds_and_loses_no_character() => Prop.ForAll(Texts().ToArbitrary(), Queries(2).ToArbitrary(), Gen.Choose(1, 200).ToArbitrary(), (text, query, length) =>
    {
        var expected = PlainMarks.Of(query, "title", SpanishAnalyzer.Instance, text);

        var fragment = new Highlighter(Schema, query, "title").Highlight(text, length);

        var (plain, marks) = Read(fragment.Html);
        return marks.Count == fragment.MarkCount && (text.Length > length || plain == text) && Occurrences(text, plain).Any(start => Within(expected, start, start + plain.Length).SequenceEqual(marks));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void whoever_marks_many_texts_marks_each_as_if_it_were_the_only_one() => Prop.ForAll(Texts().ArrayOf(5).ToArbitrary(), Queries(2).ToArbitrary(), (texts, query) =>
    {
        var highlighter = new Highlighter(Schema, query, "title", "words");

        return texts.All(text => highlighter.Highlight(text) == new Highlighter(Schema, query, "title", "words").Highlight(text));
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<(int, int)> Within(List<(int Start, int End)> marks, int start, int end) =>
        marks.Where(mark => mark.Start >= start && mark.End <= end).Select(mark => (mark.Start - start, mark.End - start));

    private static IEnumerable<int> Occurrences(string text, string part) =>
        Enumerable.Range(0, text.Length - part.Length + 1).Where(at => string.CompareOrdinal(text, at, part, 0, part.Length) == 0);

    private static string Plain(string html) => Read(html).Plain;

    /// <summary>What was escaped and marked, and where the marks are; fails on anything that is neither.</summary>
    private static (string Plain, List<(int Start, int End)> Marks) Read(string html)
    {
        if (html.StartsWith("… ", StringComparison.Ordinal)) html = html[2..];
        if (html.EndsWith(" …", StringComparison.Ordinal)) html = html[..^2];
        var plain = string.Empty;
        var marks = new List<(int, int)>();
        var at = 0;
        foreach (Match match in MarkedOnce().Matches(html))
        {
            plain += Unescaped(html[at..match.Index]);
            var start = plain.Length;
            plain += Unescaped(match.Groups[1].Value);
            marks.Add((start, plain.Length));
            at = match.Index + match.Length;
        }

        return (plain + Unescaped(html[at..]), marks);
    }

    private static string Unescaped(string html)
    {
        Assert.DoesNotMatch("[<>\"']|&(?!(amp|lt|gt|quot|#39);)", html);
        return WebUtility.HtmlDecode(html);
    }

    private static Gen<string> Texts() =>
        from count in Gen.Frequency((3, Gen.Choose(0, 12)), (1, Gen.Choose(20, 80)))
        from pieces in Gen.Zip(Gen.Elements(Pieces), Gen.Elements(" ", " ", " ", "")).ArrayOf(count)
        select string.Concat(pieces.Select(piece => piece.Item1 + piece.Item2));

    private static Gen<Query> Queries(int depth) => depth == 0 ? Leaves() : Gen.Frequency((1, Leaves()), (3, Booleans(depth)));

    private static Gen<Query> Leaves()
    {
        var fields = Gen.Frequency((4, Gen.Constant("title")), (1, Gen.Constant("body")));
        var terms = Gen.Elements("agua", "tequi", "comit", "guelaguetz", "za", "nandu", "h2o", "a.b", "co", "creacion", "amp", "mark", "𝒳");
        return Gen.OneOf(
            Gen.Zip(fields, terms).Select(leaf => (Query)new TermQuery(leaf.Item1, leaf.Item2)),
            Gen.Zip(fields, Gen.Elements("a", "te", "", "h2", "z")).Select(leaf => (Query)new PrefixQuery(leaf.Item1, leaf.Item2)),
            Gen.Zip(fields, Gen.Elements("a*a", "t?qui", "?", "*", "c*t", "g*e*z")).Select(leaf => (Query)new WildcardQuery(leaf.Item1, leaf.Item2)),
            Gen.Zip(fields, Gen.Zip(terms, Gen.Choose(0, 2))).Select(leaf => (Query)new FuzzyQuery(leaf.Item1, leaf.Item2.Item1, leaf.Item2.Item2)),
            from field in fields
            from phrase in terms.ArrayOf(2)
            from gap in Gen.Choose(1, 2)
            from slop in Gen.Choose(0, 3)
            select (Query)new PhraseQuery(field, [.. phrase], [0, gap], slop),
            from phrase in terms.ArrayOf(3)
            from slop in Gen.Choose(0, 4)
            select (Query)new PhraseQuery("title", [.. phrase], [0, 1, 2], slop),
            terms.Select(term => (Query)new BoostQuery(new TermQuery("title", term), 2)));
    }

    private static Gen<Query> Booleans(int depth) =>
        from count in Gen.Choose(1, 4)
        from roles in Gen.Elements(Occur.Should, Occur.Must, Occur.MustNot, Occur.Filter).ArrayOf(count)
        from queries in Queries(depth - 1).ArrayOf(count)
        select (Query)new BooleanQuery([.. roles.Zip(queries, (role, query) => new BooleanClause(role, query))]);

    [GeneratedRegex("<mark>([^<]*)</mark>")]
    private static partial Regex MarkedOnce();
}

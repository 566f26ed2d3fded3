using FsCheck;
using FsCheck.Fluent;
using Repository.Search.Analysis;
using Repository.Search.Indexing;
using Repository.Search.Queries;
using Repository.Search.Queries.Parsing;
using Repository.Search.Queries.Rewriting;

namespace Repository.Search.Tests.Queries.Rewriting;

public sealed class SynonymsTests
{
    private static readonly IndexSchema Schema = new(
        SpanishAnalyzer.Instance,
        new FieldDefinition("title", FieldKind.Text, SpanishAnalyzer.Instance),
        new FieldDefinition("words", FieldKind.Text, PlainAnalyzer.Instance),
        new FieldDefinition("kind", FieldKind.Keyword, KeywordAnalyzer.Instance));

    private static readonly Synonyms Glossary = new(Schema, [["AGA", "Alianza para el Gobierno Abierto"], ["usos y costumbres", "sistemas normativos internos"], ["de la", "agua"]]);

    [Theory]
    [InlineData("aga", "title:aga (title:\"alianz ? ? gobiern abiert\")^0.5")]
    [InlineData("+AGA bosque", "+(title:aga (title:\"alianz ? ? gobiern abiert\")^0.5) title:bosqu")]
    [InlineData("\"usos y costumbres\"", "title:\"usos ? costumbr\" (title:\"sistem normativ intern\")^0.5")]
    [InlineData("usos y costumbres", "title:usos title:costumbr (title:\"sistem normativ intern\")^0.5")]
    [InlineData("el uso de usos costumbres hoy", "title:uso title:usos title:costumbr (title:\"sistem normativ intern\")^0.5 title:hoy")]
    [InlineData("+usos +costumbres +hoy", "+((+title:usos +title:costumbr) (title:\"sistem normativ intern\")^0.5) +title:hoy")]
    [InlineData("Alianza Gobierno Abierto", "title:alianz title:gobiern title:abiert (title:aga)^0.5")]
    [InlineData("bosque -aga", "title:bosqu -title:aga")]
    [InlineData("-usos -costumbres bosque", "-title:usos -title:costumbr title:bosqu")]
    [InlineData("usos +costumbres", "title:usos +title:costumbr")]
    [InlineData("usos agua costumbres", "title:usos title:agua title:costumbr")]
    [InlineData("aga* aga~1 kind:aga", "title:aga* title:aga~1 kind:aga")]
    public void other_wordings_are_looked_for_as_well(string typed, string expected)
    {
        var query = new QueryParser(Schema, [new WeightedField("title")]).Parse($"title:({typed})").Query!;

        Assert.Equal(expected, QueryText.Of(Glossary.Expand(query)));
    }

    [Fact]
    public void every_field_is_asked_in_its_own_way_and_with_its_own_weight()
    {
        var query = new QueryParser(Schema, [new WeightedField("title", 4), new WeightedField("words")], DefaultOperator.And).Parse("usos y costumbres").Query!;

        Assert.Equal(
            "+((+((title:usos)^4.0 words:usos) +(words:y) +((title:costumbr)^4.0 words:costumbres)) (title:\"sistem normativ intern\")^2.0 (words:\"sistemas normativos internos\")^0.5)",
            QueryText.Of(Glossary.Expand(query)));
    }

    [Fact]
    public void a_query_without_synonyms_stays_the_same() =>
        Prop.ForAll(Written.Query(3).ToArbitrary(), query => ReferenceEquals(query, Glossary.Expand(query))).QuickCheckThrowOnFailure();

    [Fact]
    public void what_a_query_found_it_goes_on_finding() => Prop.ForAll(Written.Document(60).ArrayOf(60).ToArbitrary(), Written.Query(3).ArrayOf(20).ToArbitrary(), (documents, queries) =>
    {
        var model = new Model();
        foreach (var document in documents) model.Put(document);
        var synonyms = new Synonyms(Model.Schema, [["agua", "bosque milpa", "faena"], ["tequio faena", "asamblea", "comité aguas"], ["milpa agua", "ñandú"], ["tequio agua bosque", "milpa"]]);

        return queries.All(query => model.Find(query).All(model.Find(synonyms.Expand(query)).Contains));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void a_query_stays_bounded()
    {
        var everything = new Synonyms(Schema, [[.. Enumerable.Range(0, 5000).Select(i => $"sinonimo{i}")]]);
        var query = new QueryParser(Schema, [new WeightedField("title")]).Parse(string.Join(' ', Enumerable.Range(0, 60).Select(i => $"sinonimo{i}"))).Query!;

        var expanded = QueryText.Of(everything.Expand(query));

        Assert.InRange(expanded.Split("title:").Length - 1, 61, 60 + 256);
    }
}

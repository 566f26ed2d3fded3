using Repository.Search.Analysis;
using Repository.Search.Indexing;
using Repository.Search.Queries;
using Repository.Search.Queries.Rewriting;

namespace Repository.Search.Tests.Queries.Rewriting;

public sealed class MoreLikeThisTests
{
    private static readonly IndexSchema Schema = new(
        SpanishAnalyzer.Instance,
        new FieldDefinition("title", FieldKind.Text, SpanishAnalyzer.Instance),
        new FieldDefinition("body", FieldKind.Text, SpanishAnalyzer.Instance));

    private static readonly MoreLikeThis Similar = new(Schema, "title", "body");

    [Fact]
    public void what_shares_the_rare_words_comes_before_what_shares_the_common_ones()
    {
        var index = new SearchIndex(Schema);
        var document = Document("tequio", "Tequio para el agua", "La comunidad limpia los canales de riego");
        index.Apply(
            [
                document,
                Document("riego", "Canales de riego", "La comunidad cuida los canales"),
                .. Enumerable.Range(0, 20).Select(i => Document($"otro{i}", "Asamblea", "La comunidad decide")),
            ],
            []);

        var hits = index.Searcher.Search(Similar.Of(index.Searcher, document), 3).Hits.Select(hit => index.Searcher.KeyOf(hit.Document));

        Assert.Equal(["riego", "otro0"], hits.Where(key => key != "tequio"));
    }

    [Fact]
    public void the_best_twenty_terms_by_frequency_and_rarity_are_asked_for()
    {
        var index = new SearchIndex(Schema);
        var words = Enumerable.Range(0, 40).Select(i => $"w{i}").ToList();
        index.Apply(Enumerable.Range(0, 80).Select(i => Document($"{i}", "x", string.Join(' ', words.Take((i / 2) + 1)))), []);

        var query = (BooleanQuery)Similar.Of(index.Searcher, Document("nuevo", "nunca", string.Join(' ', words) + " jamás"));

        // The last words are in the fewest documents; what no other document has leads nowhere.
        Assert.Equal(words.Skip(20).Reverse(), query.Clauses.Select(clause => ((TermQuery)((BoostQuery)clause.Query).Inner).Term));
        Assert.Equal(1, ((BoostQuery)query.Clauses[0].Query).Boost);
    }

    [Fact]
    public void a_document_that_shares_nothing_is_like_none() =>
        Assert.Equal(new MatchNoneQuery(), Similar.Of(new SearchIndex(Schema).Searcher, Document("solo", "agua", "bosque")));

    private static IndexDocument Document(string key, string title, string body) => new IndexDocument(key).Add("title", title).Add("body", body);
}

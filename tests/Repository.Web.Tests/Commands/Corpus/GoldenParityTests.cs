using Repository.Search;
using Repository.Search.Indexing;
using Repository.Search.Saving;
using Repository.Web.Commands.Corpus;

namespace Repository.Web.Tests.Commands.Corpus;

/// <summary>The golden documents, read once, and an index of them in the order in which Lucene had them.</summary>
public sealed class GoldenCorpus
{
    private readonly IndexDocument[] _documents = [.. new CorpusDocuments(GoldenAnswers.Find("docs.jsonl")).Read()];

    public GoldenCorpus()
    {
        Whole = new SearchIndex(CorpusSchema.Instance).Load(_documents);
    }

    public IReadOnlyList<IndexDocument> Documents => _documents;

    public IndexSearcher Whole { get; }

    /// <summary>An index that was written a part at a time.</summary>
    public SearchIndex InParts(int parts)
    {
        var index = new SearchIndex(CorpusSchema.Instance);
        foreach (var part in _documents.Chunk((_documents.Length + parts - 1) / parts)) index.Apply(part, []);
        return index;
    }
}

/// <summary>However an index came about, it answers as Apache Lucene does.</summary>
public sealed class GoldenParityTests(GoldenCorpus corpus) : IClassFixture<GoldenCorpus>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("golden").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void every_golden_query_is_answered_as_Lucene_answers_it()
    {
        AnswersAsLucene(corpus.Whole);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void several_segments_answer_as_one(int parts)
    {
        var searcher = corpus.InParts(parts).Searcher;

        Assert.Equal(parts, searcher.SegmentCount);
        AnswersAsLucene(searcher);
    }

    [Fact]
    public async Task segments_merged_by_the_way_answer_as_one()
    {
        var index = corpus.InParts(100);

        await index.SettleAsync();

        Assert.True(index.Searcher.SegmentCount < 100);
        AnswersAsLucene(index.Searcher);
    }

    [Fact]
    public void all_segments_merged_answer_as_one()
    {
        AnswersAsLucene(corpus.InParts(40).MergeAll());
    }

    [Fact]
    public void what_was_deleted_and_added_again_leaves_no_trace_once_it_is_merged()
    {
        var index = corpus.InParts(5);
        index.Apply([], corpus.Documents.Where((_, place) => place % 3 == 0).Select(document => document.Key));
        index.Apply(corpus.Documents.Where((_, place) => place % 2 == 0), []);
        index.Apply(corpus.Documents.Where((_, place) => place % 3 == 0), ["absent"]);

        AnswersAsLucene(index.MergeAll());
    }

    [Fact]
    public void saved_and_loaded_an_index_answers_the_same()
    {
        new IndexFolder(_folder).Save(corpus.InParts(4).Searcher, "500");

        var (loaded, mark) = new IndexFolder(_folder).Load(CorpusSchema.Instance)!.Value;

        Assert.Equal("500", mark);
        AnswersAsLucene(loaded.Searcher);
    }

    private static void AnswersAsLucene(IndexSearcher searcher)
    {
        var differences = GoldenAnswers.Differences(searcher);

        Assert.True(differences.Count == 0, $"{differences.Count} queries are answered otherwise:\n{string.Join('\n', differences.Take(10))}");
    }
}

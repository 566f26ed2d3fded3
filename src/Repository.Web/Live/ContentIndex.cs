using Repository.Core.Indexing;
using Repository.Core.Publishing;
using Repository.Search;
using Repository.Search.Analysis;
using Repository.Search.Indexing;
using Repository.Search.Queries;
using Repository.Search.Saving;

namespace Repository.Web.Live;

/// <summary>
/// The search index of what is published: one document for an item that does not vary, one for each culture of one that does. It is made from snapshots alone and
/// can be thrown away at any time; a copy in the data folder spares the next start the work. For one writer at a time.
/// </summary>
internal sealed partial class ContentIndex(string path, string fingerprint, ILogger<ContentIndex> log)
{
    private static readonly string[] Texts = [ContentFields.Title, ContentFields.Summary, ContentFields.Body, ContentFields.Other];

    private readonly IndexFolder _folder = new(path);
    private SearchIndex _index = new(Schema);
    private IndexSearcher? _saved;

    public static IndexSchema Schema { get; } = new(
        SpanishAnalyzer.Instance,
        [
            .. Texts.Select(name => new FieldDefinition(name, FieldKind.Text, SpanishAnalyzer.Instance)),
            .. Texts.Select(name => new FieldDefinition(name + ContentDocument.PlainEnding, FieldKind.Text, PlainAnalyzer.Instance)),
            new FieldDefinition(ContentFields.Name, FieldKind.Text, PlainAnalyzer.Instance),
            new FieldDefinition(ContentFields.WholeName, FieldKind.Keyword, KeywordAnalyzer.Instance),
            new FieldDefinition(ContentFields.Culture, FieldKind.Keyword, KeywordAnalyzer.Instance),
            new FieldDefinition(IndexFields.Shows, FieldKind.Keyword, KeywordAnalyzer.Instance),
        ]);

    /// <summary>The index of a snapshot: the saved one if it is of this very state, else made anew.</summary>
    public IndexSearcher Open(PublishedSnapshot snapshot)
    {
        if (Saved(MarkOf(snapshot)) is { } saved)
        {
            _index = saved;
            return _saved = saved.Searcher;
        }

        _index = new SearchIndex(Schema);
        var searcher = _index.Load(snapshot.Documents().SelectMany(item => DocumentsOf(item, snapshot)));
        LogBuilt(searcher.DocumentCount);
        return searcher;
    }

    /// <summary>The index of the next snapshot.</summary>
    /// <param name="changed">The items that may differ from the last one.</param>
    public IndexSearcher Next(PublishedSnapshot previous, PublishedSnapshot next, IReadOnlyCollection<Guid> changed)
    {
        var anew = Reindexing.Of(previous, next, changed, Showing);
        var documents = anew.Select(next.Find).OfType<PublishedItem>().SelectMany(item => DocumentsOf(item, next)).ToList();
        return _index.Apply(documents, anew.SelectMany(key => ContentDocument.KeysOf(key, next.Schema)));
    }

    /// <summary>Puts the state beside the database, if it is not there yet. That it could not be saved costs the next start some time, nothing else.</summary>
    public void Save(PublishedSnapshot snapshot, IndexSearcher searcher)
    {
        if (ReferenceEquals(_saved, searcher)) return;
        try
        {
            _folder.Save(searcher, MarkOf(snapshot));
            _saved = searcher;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogUnsaved(failure.Message);
        }
    }

    private static IEnumerable<IndexDocument> DocumentsOf(PublishedItem item, PublishedSnapshot snapshot) =>
        item.Cultures.Select(culture => ContentDocument.Of(item, snapshot, culture.Culture));

    /// <summary>The items that tell something of another.</summary>
    private IEnumerable<Guid> Showing(Guid key)
    {
        var searcher = _index.Searcher;
        var matches = searcher.Search(new TermQuery(IndexFields.Shows, key.ToString("n")), 0, allMatches: true).Matches!;
        return matches.Documents().Select(document => ContentDocument.ItemOf(searcher.KeyOf(document)));
    }

    private string MarkOf(PublishedSnapshot snapshot) => $"{fingerprint} {snapshot.Version}";

    private SearchIndex? Saved(string mark)
    {
        try
        {
            return _folder.Load(Schema) is { } saved && saved.Mark == mark ? saved.Index : null;
        }
        catch (Exception unusable) when (unusable is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            LogUnusable(unusable.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Search index made anew: {Documents} documents")]
    private partial void LogBuilt(int documents);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The saved search index cannot be used and is made anew: {Reason}")]
    private partial void LogUnusable(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index cannot be saved: {Reason}")]
    private partial void LogUnsaved(string reason);
}

using Repository.Core.Content;
using Repository.Core.Indexing;
using Repository.Core.Publishing;
using Repository.Search;
using Repository.Search.Analysis;
using Repository.Search.Indexing;
using Repository.Search.Queries;
using Repository.Search.Saving;

namespace Repository.Web.Live;

/// <summary>
/// The search index of what is published: one document for an item that does not vary, one for each culture of one that does. It is made from snapshots and from the texts of
/// their files alone, and can be thrown away at any time; a copy in the data folder spares the next start the work. For one writer at a time.
/// </summary>
internal sealed partial class ContentIndex(string path, string fingerprint, IFileTexts? texts, ILogger<ContentIndex> log)
{
    /// <summary>While an index is made, content is served already: a segment's tokens take 32 MB, not 128.</summary>
    private const int TokensAtOnce = 2_000_000;

    private readonly IndexFolder _folder = new(path);
    private SearchIndex _index = new(Schema);
    private IndexSearcher? _saved;

    public static IndexSchema Schema { get; } = new(
        SpanishAnalyzer.Instance,
        [
            .. ContentFields.Tiers.Select(name => new FieldDefinition(name, FieldKind.Text, SpanishAnalyzer.Instance)),
            .. ContentFields.Tiers.Select(name => new FieldDefinition(name + ContentDocument.PlainEnding, FieldKind.Text, PlainAnalyzer.Instance)),
            new FieldDefinition(ContentFields.Name, FieldKind.Text, PlainAnalyzer.Instance),
            new FieldDefinition(ContentFields.WholeName, FieldKind.Keyword, KeywordAnalyzer.Instance),
            new FieldDefinition(ContentFields.Culture, FieldKind.Keyword, KeywordAnalyzer.Instance),
            new FieldDefinition(IndexFields.Shows, FieldKind.Keyword, KeywordAnalyzer.Instance),
            new FieldDefinition(IndexFields.Awaits, FieldKind.Keyword, KeywordAnalyzer.Instance),
        ]);

    /// <summary>The index of a snapshot: the saved one, with what the change log says has changed since; where there is none that can be believed, one made anew.</summary>
    public async Task<IndexSearcher> OpenAsync(PublishedSnapshot snapshot, IContentStore store, CancellationToken cancellation)
    {
        if (Saved() is { } saved && await store.ReadAsync(reader => ChangedSinceAsync(saved.Mark, snapshot, reader), cancellation) is { } changed)
        {
            _index = saved.Index;
            _saved = _index.Searcher;
            return CaughtUp(snapshot, changed);
        }

        _index = new SearchIndex(Schema);
        var searcher = _index.Load(snapshot.Documents().SelectMany(item => DocumentsOf(item, snapshot)), TokensAtOnce);
        LogBuilt(searcher.DocumentCount);
        return searcher;
    }

    /// <summary>The index of the next snapshot.</summary>
    /// <param name="changed">The items that may differ from the last one.</param>
    public IndexSearcher Next(PublishedSnapshot previous, PublishedSnapshot next, IReadOnlyCollection<Guid> changed) =>
        Apply(next, Reindexing.Of(previous, next, changed, Showing));

    /// <summary>Items of a snapshot, read and analysed anew, to be taken in later: that takes no time any more.</summary>
    public AnalysedDocuments Analyse(PublishedSnapshot snapshot, IEnumerable<Guid> keys) =>
        _index.Analyse(keys.Select(snapshot.Find).OfType<PublishedItem>().Where(item => item.Kind == ItemKind.Document).SelectMany(item => DocumentsOf(item, snapshot)));

    public IndexSearcher Take(AnalysedDocuments documents) => _index.Take(documents);

    /// <summary>Puts the state beside the database, if it is not there yet. That it could not be saved costs the next start some time, nothing else.</summary>
    public async Task SaveAsync(Searchable state, IContentStore store, CancellationToken cancellation)
    {
        var searcher = state.Searcher;
        if (ReferenceEquals(_saved, searcher)) return;
        try
        {
            var mark = await store.ReadAsync(reader => IndexMark.AtAsync(fingerprint, state.Snapshot.Version, reader), cancellation);
            _folder.Save(searcher, mark.ToString());
            _saved = searcher;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or StoreUnavailableException)
        {
            LogUnsaved(failure.Message);
        }
    }

    private IEnumerable<IndexDocument> DocumentsOf(PublishedItem item, PublishedSnapshot snapshot) =>
        item.Cultures.Select(culture => ContentDocument.Of(item, snapshot, culture.Culture, texts));

    /// <summary>The items that tell something of another.</summary>
    private IEnumerable<Guid> Showing(Guid key)
    {
        var searcher = _index.Searcher;
        var matches = searcher.Search(new TermQuery(IndexFields.Shows, key.ToString("n")), 0, allMatches: true).Matches!;
        return matches.Documents().Select(document => ContentDocument.ItemOf(searcher.KeyOf(document)));
    }

    private IndexSearcher CaughtUp(PublishedSnapshot snapshot, IReadOnlyCollection<Guid> changed)
    {
        var searcher = _index.Searcher;
        if (changed.Count == 0) return searcher;
        HashSet<Guid> indexed = [.. searcher.Documents().Select(document => ContentDocument.ItemOf(searcher.KeyOf(document)))];
        var anew = Reindexing.Since(snapshot, changed, indexed, searcher.Terms(IndexFields.Shows).Select(key => Guid.ParseExact(key, "n")), Showing);
        LogCaughtUp(anew.Count);
        return Apply(snapshot, anew);
    }

    /// <summary>What has changed since the index was saved; null when it was not made of this log, or by a program that made it otherwise.</summary>
    private async Task<IReadOnlyCollection<Guid>?> ChangedSinceAsync(string mark, PublishedSnapshot snapshot, IContentReader reader)
    {
        if (IndexMark.VersionOf(mark) is not { } version || version > snapshot.Version) return null;
        if ((await IndexMark.AtAsync(fingerprint, version, reader)).ToString() != mark) return null;
        return version == snapshot.Version ? [] : (await ChangedItems.ReadAsync(reader, version, change => change.Kind.IsPublic)).Keys;
    }

    private IndexSearcher Apply(PublishedSnapshot next, IReadOnlySet<Guid> anew)
    {
        var documents = anew.Select(next.Find).OfType<PublishedItem>().SelectMany(item => DocumentsOf(item, next));
        return _index.Apply(documents, anew.SelectMany(key => ContentDocument.KeysOf(key, next.Schema)));
    }

    private (SearchIndex Index, string Mark)? Saved()
    {
        try
        {
            return _folder.Load(Schema);
        }
        catch (Exception unusable) when (unusable is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            LogUnusable(unusable.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Search index made anew: {Documents} documents")]
    private partial void LogBuilt(int documents);

    [LoggerMessage(Level = LogLevel.Information, Message = "Search index caught up with the change log: {Items} items")]
    private partial void LogCaughtUp(int items);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The saved search index cannot be used and is made anew: {Reason}")]
    private partial void LogUnusable(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index cannot be saved: {Reason}")]
    private partial void LogUnsaved(string reason);
}

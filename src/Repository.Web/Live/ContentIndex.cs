using Repository.Core.Content;
using Repository.Core.Indexing;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Search;
using Repository.Search.Analysis;
using Repository.Search.Indexing;
using Repository.Search.Saving;

namespace Repository.Web.Live;

/// <summary>
/// The search index of what is published: one document for an item that does not vary, one for each culture of one that does. It is made from snapshots alone and
/// can be thrown away at any time; a copy in the data folder spares the next start the work. For one writer at a time.
/// </summary>
internal sealed partial class ContentIndex(string path, string fingerprint, ILogger<ContentIndex> log)
{
    /// <summary>Spanish is analysed as Spanish; texts of other cultures stand in fields of their own, analysed word by word.</summary>
    public const string PlainEnding = ".plain";

    private static readonly string[] Texts = [IndexFields.Title, IndexFields.Summary, IndexFields.Body, IndexFields.Other];

    private readonly IndexFolder _folder = new(path);
    private SearchIndex _index = new(Schema);
    private IndexSearcher? _saved;

    public static IndexSchema Schema { get; } = new(
        SpanishAnalyzer.Instance,
        [
            .. Texts.Select(name => new FieldDefinition(name, FieldKind.Text, SpanishAnalyzer.Instance)),
            .. Texts.Select(name => new FieldDefinition(name + PlainEnding, FieldKind.Text, PlainAnalyzer.Instance)),
            new FieldDefinition(IndexFields.Name, FieldKind.Text, PlainAnalyzer.Instance),
            new FieldDefinition(IndexFields.WholeName, FieldKind.Keyword, KeywordAnalyzer.Instance),
            new FieldDefinition(IndexFields.Culture, FieldKind.Keyword, KeywordAnalyzer.Instance),
        ]);

    /// <summary>The item a document was made of.</summary>
    public static Guid ItemOf(string key) => Guid.ParseExact(key.AsSpan(0, 32), "N");

    /// <summary>Is the culture's text Spanish? What does not vary is written in the default language, which is.</summary>
    public static bool IsSpanish(string culture) => culture.Length == 0 || culture.StartsWith("es", StringComparison.OrdinalIgnoreCase);

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
        var affected = changed.Concat(NamingAny(Renamed(previous, next, changed), next)).Distinct().ToList();
        var documents = affected.Select(key => next.Find(key)).OfType<PublishedItem>().Where(item => item.Kind == ItemKind.Document).SelectMany(item => DocumentsOf(item, next)).ToList();
        return _index.Apply(documents, affected.SelectMany(key => KeysOf(key, next.Schema)));
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
        item.Cultures.Select(culture => DocumentOf(item, snapshot, culture.Culture));

    private static IndexDocument DocumentOf(PublishedItem item, PublishedSnapshot snapshot, string culture)
    {
        var document = new IndexDocument(KeyOf(item.Key, culture));
        var plain = !IsSpanish(culture);
        foreach (var field in IndexedItem.FieldsOf(item, snapshot, culture.Length == 0 ? snapshot.Schema.DefaultLanguage.Tag : culture))
            document.Add(plain && Texts.Contains(field.Name) ? field.Name + PlainEnding : field.Name, field.Text);
        return document;
    }

    private static IEnumerable<string> KeysOf(Guid item, ContentSchema schema) => schema.Languages.Select(language => KeyOf(item, language.Tag)).Append(KeyOf(item, ItemContent.Invariant));

    private static string KeyOf(Guid item, string culture) => culture.Length == 0 ? item.ToString("N") : $"{item:N}/{culture}";

    private static HashSet<Guid> Renamed(PublishedSnapshot previous, PublishedSnapshot next, IEnumerable<Guid> changed) =>
        [.. changed.Where(key => Names(previous.Find(key)) is var before && !before.SequenceEqual(Names(next.Find(key))) && before.Any())];

    private static IEnumerable<(string, string)> Names(PublishedItem? item) => item?.Cultures.Select(culture => (culture.Culture, culture.Name)) ?? [];

    /// <summary>The items that show one of these by name. Names of terms and municipalities change rarely, so they are looked for only then.</summary>
    private static IEnumerable<Guid> NamingAny(HashSet<Guid> renamed, PublishedSnapshot snapshot) => renamed.Count == 0
        ? []
        : snapshot.Documents().Where(item => item.Cultures.Any(culture => IndexedItem.Shown(item, snapshot, culture.Culture).Any(renamed.Contains))).Select(item => item.Key);

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

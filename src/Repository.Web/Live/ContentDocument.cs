using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Indexing;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Search.Indexing;

namespace Repository.Web.Live;

/// <summary>
/// What the index is given of an item in one culture: the properties' texts, each in the field of its weight. Spanish is analysed as Spanish; texts of other
/// cultures stand in fields of their own, analysed word by word.
/// </summary>
internal static class ContentDocument
{
    public const string PlainEnding = ".plain";

    /// <param name="culture">The item's own; empty for one that does not vary, whose texts are those of the default language.</param>
    public static IndexDocument Of(PublishedItem item, PublishedSnapshot snapshot, string culture, IFileTexts? texts)
    {
        var document = new IndexDocument(KeyOf(item.Key, culture)).Add(ContentFields.Culture, culture);
        var ending = IsSpanish(culture) ? string.Empty : PlainEnding;
        foreach (var (name, value, _) in ItemFields.Of(item, snapshot, culture.Length == 0 ? snapshot.Schema.DefaultLanguage.Tag : culture, texts))
        {
            // Whatever an item is called, it is found by it: also those that nobody looks for have their title among the titles.
            if (name == IndexFields.Name) Add(document, ContentFields.Title + ending, value.Names);
            else if (name == IndexFields.Files) Add(document, ContentFields.Files + ending, value.Texts);
            else AddTexts(document, value, ending);
            Add(document, ContentFields.Name, value.Names);
            Add(document, ContentFields.WholeName, value.Names);
            Add(document, name, value.Keywords);
        }

        return document;
    }

    /// <summary>The keys an item can have documents under.</summary>
    public static IEnumerable<string> KeysOf(Guid item, ContentSchema schema) =>
        schema.Languages.Select(language => KeyOf(item, language.Tag)).Append(KeyOf(item, ItemContent.Invariant));

    /// <summary>The item a document was made of.</summary>
    public static Guid ItemOf(string key) => Guid.ParseExact(key.AsSpan(0, 32), "N");

    /// <summary>The culture a document was made in.</summary>
    public static string CultureOf(string key) => key.Length > 32 ? key[33..] : ItemContent.Invariant;

    /// <summary>Is the culture's text Spanish? What does not vary is written in the default language, which is.</summary>
    public static bool IsSpanish(string culture) => culture.Length == 0 || culture.StartsWith("es", StringComparison.OrdinalIgnoreCase);

    private static string KeyOf(Guid item, string culture) => culture.Length == 0 ? item.ToString("N") : $"{item:N}/{culture}";

    private static void AddTexts(IndexDocument document, IndexValue value, string ending)
    {
        Add(document, ContentFields.Title + ending, value.TextsR1);
        Add(document, ContentFields.Summary + ending, value.TextsR2);
        Add(document, ContentFields.Body + ending, value.TextsR3);
        Add(document, ContentFields.Other + ending, value.Texts);
    }

    private static void Add(IndexDocument document, string field, ImmutableArray<string> values)
    {
        foreach (var value in values) document.Add(field, value);
    }
}

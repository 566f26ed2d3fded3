using Repository.Core.Indexing;
using Repository.Core.Publishing;
using Repository.Search.Suggesting;
using Repository.Web.Live;

namespace Repository.Web.Searching;

/// <summary>"Quizás quisiste decir": words that nothing is found for are looked for among the words of names, and written as those are.</summary>
internal static class SearchSpelling
{
    private static readonly Spelling Spelling = new(ContentIndex.Schema, ContentFields.Name, [.. ContentFields.Tiers, .. ContentFields.Tiers.Select(name => name + ContentDocument.PlainEnding)]);

    public static string? Correct(Searchable searchable, string culture, string typed) => Spelling.Correct(searchable.Searcher, typed, document => NamesOf(document, searchable.Snapshot, culture));

    private static IEnumerable<string> NamesOf(string document, PublishedSnapshot snapshot, string culture)
    {
        if (ContentDocument.CultureOf(document) is { Length: > 0 } own && own != culture) return [];
        return snapshot.Find(ContentDocument.ItemOf(document)) is { } item && item.In(culture) is { } here ? ItemNames.Of(item, snapshot, culture).Prepend(here.Name) : [];
    }
}

using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Search.Queries.Rewriting;
using Repository.Search.Suggesting;
using Repository.Web.Live;

namespace Repository.Web.Searching;

/// <summary>What the published content itself teaches the search: its titles and names, and which wordings mean the same. Made once for a view, when first needed.</summary>
internal sealed class SearchVocabulary
{
    /// <summary>Properties with other wordings of what the item is about.</summary>
    private static readonly string[] Wordings = ["acronyms", "variants", "synonyms"];
    private static readonly string[] LocalNames = ["namedForms", "autonyms"];

    private SearchVocabulary(TreeView view)
    {
        List<IReadOnlyCollection<string>> groups = [];
        List<Suggestion> suggestions = [];
        for (var ordinal = 0; ordinal < view.Count; ordinal++)
        {
            var item = view[ordinal];
            var name = view.CultureOf(ordinal).Name;
            string[] wordings = [.. Texts(item, view, Wordings)];
            if (wordings.Length > 0) groups.Add([name, .. wordings]);
            foreach (var text in wordings.Concat(Texts(item, view, LocalNames)).Prepend(name).Distinct(StringComparer.Ordinal))
                suggestions.Add(new Suggestion(text, item.Type.Alias, Weight(item.Type.Alias), item.Key.ToString("N")));
        }

        Synonyms = new Synonyms(ContentIndex.Schema, groups);
        Suggester = new Suggester(suggestions);
    }

    public Synonyms Synonyms { get; }

    public Suggester Suggester { get; }

    public static SearchVocabulary Of(TreeView view) => view.Kept.Get("", view, static view => new SearchVocabulary(view));

    /// <summary>What people look for most comes first: experiences, then places, then explanations.</summary>
    private static float Weight(string type) => type switch
    {
        "practice" or "replication" => 5,
        "municipality" => 4,
        "glossaryTerm" or "outreachMaterial" or "actor" => 3,
        "term" => 2,
        _ => 1,
    };

    private static IEnumerable<string> Texts(PublishedItem item, TreeView view, string[] aliases)
    {
        var context = new EditorContext(view.Snapshot.Schema, view.Snapshot.Editors, view.Culture);
        foreach (var alias in aliases)
        {
            if (item.Type.Property(alias) is not { } property || item.Value(property, view.Culture) is not { Length: > 0 } stored) continue;
            foreach (var text in view.Snapshot.Editors.Read(stored, property.DataType, context).SearchTexts) yield return text.Text;
        }
    }
}

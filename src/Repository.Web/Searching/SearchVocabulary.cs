using Repository.Core.Indexing;
using Repository.Core.Publishing;
using Repository.Search.Queries.Rewriting;
using Repository.Search.Suggesting;
using Repository.Web.Live;

namespace Repository.Web.Searching;

/// <summary>What the published content itself teaches the search: its titles and names, and which wordings mean the same. Made once for a view, when first needed.</summary>
internal sealed class SearchVocabulary
{
    /// <summary>Where both go on as someone typed, an item is offered by its title.</summary>
    private const float Other = 0.5f;

    private SearchVocabulary(TreeView view)
    {
        List<IReadOnlyCollection<string>> groups = [];
        List<Suggestion> suggestions = [];
        for (var ordinal = 0; ordinal < view.Count; ordinal++)
        {
            var item = view[ordinal];
            var name = view.CultureOf(ordinal).Name;
            string[] wordings = [.. ItemNames.WordingsOf(item, view.Snapshot, view.Culture)];
            if (wordings.Length > 0) groups.Add([name, .. wordings]);
            if (!SoughtItems.Has(item, view.Snapshot)) continue;
            Suggest(name, SoughtItems.Weight(item));
            foreach (var other in ItemNames.Of(item, view.Snapshot, view.Culture).Except([name], StringComparer.Ordinal)) Suggest(other, SoughtItems.Weight(item) - Other);

            void Suggest(string text, float weight) => suggestions.Add(new Suggestion(text, item.Type.Alias, weight, item.Key.ToString("N")));
        }

        Synonyms = new Synonyms(ContentIndex.Schema, groups);
        Suggester = new Suggester(suggestions);
    }

    public Synonyms Synonyms { get; }

    public Suggester Suggester { get; }

    public static SearchVocabulary Of(TreeView view) => view.Kept.Get("", view, static view => new SearchVocabulary(view));
}

using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Forms.Results;
using Repository.Core.Publishing.Facets;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Pages.Surveys;

/// <summary>A theme people were asked to rank, beside what the repository holds about it.</summary>
/// <param name="Chosen">How many people have it among their first.</param>
internal sealed record ThemeGap(SeenItem Theme, string Key, CellRange Chosen, int Practices, int Materials)
{
    /// <summary>Many ask for it, and there is little: among the third most asked for, and with fewer practices than half of the themes have.</summary>
    public bool IsGap { get; init; }

    /// <summary>The most asked for first. Options that no theme of the vocabulary is called by are left out.</summary>
    public static ImmutableArray<ThemeGap> All(ResultView view, SiteReader reader)
    {
        var ranked = view.Tables.FirstOrDefault(told => told.Table.Shape == TableShape.SomeOf && !told.IsWithheld);
        if (ranked is null) return [];
        var themes = ThemeNames.Of(reader);
        var found = ranked.Table.Options.Zip(ranked.Ranges)
            .Select(option => (Theme: themes.Find(option.First.Caption), option.Second))
            .Where(option => option.Theme is not null)
            .GroupBy(option => option.Theme!.Value.Item.Item.Key)
            // Two options of one theme: at least the larger one chose it, at most both.
            .Select(same => Of(same.First().Theme!.Value.Item, same.First().Theme!.Value.Key, new CellRange(same.Max(option => option.Second.Least), same.Sum(option => option.Second.Most)), reader))
            .OrderByDescending(gap => gap.Chosen.Least + gap.Chosen.Most)
            .ToList();
        if (found.Count == 0) return [];
        var middle = found.Select(gap => gap.Practices).Order().ElementAt(found.Count / 2);
        return [.. found.Select((gap, place) => gap with { IsGap = place < (found.Count + 2) / 3 && gap.Practices <= middle && gap.Practices < found.Max(other => other.Practices) })];
    }

    private static ThemeGap Of(SeenItem theme, string key, CellRange chosen, SiteReader reader)
    {
        var about = reader.View.With(Facet.Find("theme")!, key);
        return new ThemeGap(theme, key, chosen, about.And(reader.View.OfType("practice")).Count, about.And(reader.View.OfType("outreachMaterial")).Count);
    }
}

/// <summary>The themes by their own names and by those other lists have for them. Made once for each state of the content.</summary>
internal sealed class ThemeNames
{
    private readonly Dictionary<string, (SeenItem Item, string Key)> _byName = new(StringComparer.CurrentCultureIgnoreCase);

    private ThemeNames(SiteReader reader)
    {
        var terms = reader.Seen(reader.View.OfType("term")).Where(term => term.Item.ParentKey is { } parent && reader.Snapshot.Find(parent)?.Content.Value("key", ItemContent.Invariant) == "themes").ToList();
        foreach (var term in terms) Add(term.Name, term);
        foreach (var term in terms)
        {
            foreach (var other in reader.Values(term).Lines("synonyms")) Add(other, term);
        }
    }

    public static ThemeNames Of(SiteReader reader) => reader.View.Kept.Get("", reader, static reader => new ThemeNames(reader));

    public (SeenItem Item, string Key)? Find(string name) => _byName.TryGetValue(name, out var found) ? found : null;

    private void Add(string name, SeenItem term)
    {
        if (term.Item.Content.Value("key", ItemContent.Invariant) is { } key) _byName.TryAdd(name, (term, key));
    }
}

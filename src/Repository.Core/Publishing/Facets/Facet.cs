using System.Collections.Immutable;
using Repository.Core.Content;

namespace Repository.Core.Publishing.Facets;

/// <summary>How a facet's values compare.</summary>
public enum FacetOrder
{
    /// <summary>Keys are equal or not; they have no order.</summary>
    None,
    Number,

    /// <summary>Texts whose alphabetical order is their order, such as <c>2019-07</c>.</summary>
    Text,
}

/// <summary>
/// A property of content that readers narrow lists by, under the alias that stands in an address. Its values are vocabulary keys
/// (a term's key, a municipality's official key), keys of items, or plain texts and numbers.
/// </summary>
public sealed record Facet(string Alias, params string[] Properties)
{
    public FacetOrder Order { get; private init; }

    /// <summary>More values that follow from one, such as the goal a target belongs to.</summary>
    public Func<string, IEnumerable<string>> Implied { get; private init; } = static _ => [];

    /// <summary>For facets that an item inherits: the type of ancestor that stands for the value.</summary>
    public string? AncestorType { get; private init; }

    /// <summary>The facet whose values this one's belong to, where that is another: a municipality belongs to a region.</summary>
    public Facet? Above { get; private init; }

    /// <summary>For facets that no property holds.</summary>
    private Func<PublishedItem, FacetTerm>? Own { get; init; }

    public static readonly Facet Type = new("type") { Own = static item => new FacetTerm(item.Type.Alias, item.Type.Name) };

    public static readonly Facet Region = new("region", "region");

    public static readonly Facet Municipality = new("municipality", "municipalities", "municipality") { Above = Region };

    public static readonly Facet Year = new("year", "year") { Order = FacetOrder.Number };

    public static readonly ImmutableArray<Facet> All =
    [
        Region,
        Municipality,
        new("principle", "principles"),
        new("theme", "themes"),
        new("communityForm", "communityForms"),
        new("sdg", "sdgTargets", "sdgGoals") { Implied = GoalOfTarget },
        new("kind", "kind"),
        Year,
        new("language", "languages"),
        new("status", "status"),
        new("sheetKind", "sheetKind"),
        new("actor", "actors"),
        new("plan", "plan") { AncestorType = "actionPlan" },
        new("commitment", "commitment") { AncestorType = "commitment" },
        new("court", "court"),
        new("period", "period") { Order = FacetOrder.Text },
    ];

    /// <summary>The facets of search. Lists of the Delivery API ask for the content type by Umbraco's own filter.</summary>
    public static readonly ImmutableArray<Facet> OfSearch = [Type, .. All];

    public static Facet? Find(string alias) => OfSearch.FirstOrDefault(facet => string.Equals(facet.Alias, alias, StringComparison.OrdinalIgnoreCase));

    /// <summary>The key of the first value of an item; null when it has none.</summary>
    public string? KeyOf(PublishedItem item, PublishedSnapshot snapshot, string culture) => TermsOf(item, snapshot, culture).Select(term => term.Key).FirstOrDefault();

    /// <summary>The values of an item as people read them.</summary>
    public IEnumerable<string> LabelsOf(PublishedItem item, PublishedSnapshot snapshot, string culture) => TermsOf(item, snapshot, culture).Select(term => term.Label);

    internal IEnumerable<FacetTerm> TermsOf(PublishedItem item, PublishedSnapshot snapshot, string culture)
    {
        if (Own is not null) return [Own(item)];
        var values = FacetValues.Of(item, snapshot, culture);
        return Properties
            .SelectMany(alias => values.Texts(alias).SelectMany(Written).Concat(values.Picked(alias).SelectMany(key => Picked(key, snapshot, culture))))
            .Concat(AncestorType is null ? [] : Inherited(item, snapshot, culture));
    }

    /// <summary>The key of the value that one belongs to; null for values that stand by themselves.</summary>
    internal string? ParentOf(FacetTerm term, PublishedSnapshot snapshot, string culture) =>
        Implied(term.Key).FirstOrDefault() ?? (term.Item is { } item ? Above?.KeyOf(item, snapshot, culture) : null);

    private IEnumerable<FacetTerm> Written(string key) => Implied(key).Prepend(key).Select(written => new FacetTerm(written, written));

    private IEnumerable<FacetTerm> Picked(Guid key, PublishedSnapshot snapshot, string culture)
    {
        if (snapshot.Find(ItemKind.Document, key, culture) is not { } picked) yield break;
        var term = FacetTerm.Of(picked, snapshot, culture);
        yield return term;
        foreach (var implied in Implied(term.Key)) yield return new FacetTerm(implied, implied);
        foreach (var core in VocabularyKey.NearestOf(picked, snapshot, culture)) yield return FacetTerm.Of(core, snapshot, culture);
    }

    private IEnumerable<FacetTerm> Inherited(PublishedItem item, PublishedSnapshot snapshot, string culture)
    {
        for (var ancestor = item.ParentKey is { } parent ? snapshot.Find(parent) : null; ancestor is not null; ancestor = ancestor.ParentKey is { } next ? snapshot.Find(next) : null)
        {
            if (ancestor.Type.Alias == AncestorType) yield return FacetTerm.Of(ancestor, snapshot, culture);
        }
    }

    private static IEnumerable<string> GoalOfTarget(string target) => target.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? [target[..dot]] : [];
}

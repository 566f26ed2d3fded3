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

    public static readonly Facet Year = new("year", "year") { Order = FacetOrder.Number };

    public static readonly ImmutableArray<Facet> All =
    [
        new("region", "region"),
        new("municipality", "municipalities", "municipality"),
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

    /// <summary>The values one item has, its own key words first.</summary>
    public IEnumerable<string> ValuesOf(PublishedItem item, PublishedSnapshot snapshot, string culture)
    {
        var values = FacetValues.Of(item, snapshot, culture);
        foreach (var alias in Properties)
        {
            foreach (var text in values.Texts(alias))
            {
                yield return text;
                foreach (var implied in Implied(text)) yield return implied;
            }

            foreach (var key in values.Picked(alias).SelectMany(picked => KeysOf(picked, snapshot, culture))) yield return key;
        }

        if (AncestorType is null) yield break;
        foreach (var key in InheritedKeys(item, snapshot)) yield return key;
    }

    /// <summary>An item picked as a value is known by its vocabulary key and by its own key.</summary>
    private IEnumerable<string> KeysOf(Guid key, PublishedSnapshot snapshot, string culture)
    {
        if (snapshot.Find(ItemKind.Document, key, culture) is not { } picked) yield break;
        yield return picked.Key.ToString();
        foreach (var word in VocabularyKey.Of(picked, snapshot))
        {
            yield return word;
            foreach (var implied in Implied(word)) yield return implied;
        }
    }

    private IEnumerable<string> InheritedKeys(PublishedItem item, PublishedSnapshot snapshot)
    {
        for (var ancestor = item.ParentKey is { } parent ? snapshot.Find(parent) : null; ancestor is not null; ancestor = ancestor.ParentKey is { } next ? snapshot.Find(next) : null)
        {
            if (ancestor.Type.Alias != AncestorType) continue;
            yield return ancestor.Key.ToString();
            foreach (var key in VocabularyKey.Of(ancestor, snapshot)) yield return key;
        }
    }

    private static IEnumerable<string> GoalOfTarget(string target) => target.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? [target[..dot]] : [];
}

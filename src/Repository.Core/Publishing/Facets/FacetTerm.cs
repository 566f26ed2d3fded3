namespace Repository.Core.Publishing.Facets;

/// <summary>One value of a facet: the key that stands in addresses, the name people read, and the item it is, if it is one.</summary>
internal readonly record struct FacetTerm(string Key, string Label, PublishedItem? Item = null)
{
    public static FacetTerm Of(PublishedItem item, PublishedSnapshot snapshot, string culture)
    {
        var key = VocabularyKey.Of(item, snapshot).FirstOrDefault() ?? item.Key.ToString();
        return new FacetTerm(key, item.In(culture)?.Name ?? key, item);
    }

    /// <summary>Everything the value answers to: its key and, for an item, all of its vocabulary keys and the item's own key.</summary>
    public IEnumerable<string> Names(PublishedSnapshot snapshot) =>
        Item is null ? [Key] : VocabularyKey.Of(Item, snapshot).Append(Item.Key.ToString());
}

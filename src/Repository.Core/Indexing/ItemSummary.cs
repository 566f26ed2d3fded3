using Repository.Core.Publishing;

namespace Repository.Core.Indexing;

/// <summary>What an item is, in a few sentences of its own.</summary>
public static class ItemSummary
{
    /// <summary>The first text of that kind that is filled in.</summary>
    public static string? Of(PublishedItem item, string culture) => FieldAliases.Summaries
        .Select(alias => item.Type.Property(alias) is { } property ? item.Value(property, culture) : null)
        .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
}

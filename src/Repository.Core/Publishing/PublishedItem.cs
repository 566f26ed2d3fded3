using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Schema;

namespace Repository.Core.Publishing;

/// <summary>What is particular to a culture of a published item. <see cref="Path"/> starts and ends with a slash and has no language prefix; culture "" is that of an item that does not vary.</summary>
public sealed record PublishedCulture(string Culture, string Name, string Segment, string Path, DateTimeOffset UpdatedAt);

/// <summary>
/// One item in its place, as readers see it. Immutable, and it points to nothing but its own content: parents and picked items are
/// looked up in the snapshot at hand, so that an item stays valid when its neighbours change.
/// </summary>
public sealed record PublishedItem
{
    public required Guid Key { get; init; }
    public required ItemKind Kind { get; init; }
    public required ContentType Type { get; init; }
    public required Guid? ParentKey { get; init; }
    public required Guid RootKey { get; init; }

    /// <summary>1 for roots.</summary>
    public required int Level { get; init; }
    public required int SortOrder { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required ImmutableArray<PublishedCulture> Cultures { get; init; }
    public required PublishedContent Content { get; init; }

    /// <summary>What readers derived from this item and its place (unlike <see cref="PublishedContent.Kept"/>, which survives a move).</summary>
    public Keepsake Kept { get; } = new();

    /// <summary>Does the item differ from language to language? If not, its one state is seen in all of them.</summary>
    public bool Varies => Cultures[0].Culture.Length > 0;

    /// <summary>The item as seen in a culture; null when it is not published there.</summary>
    public PublishedCulture? In(string culture)
    {
        foreach (var candidate in Cultures)
        {
            if (candidate.Culture.Length == 0 || candidate.Culture == culture) return candidate;
        }

        return null;
    }

    /// <summary>The stored text of a property as seen in a culture.</summary>
    public string? Value(PropertyType property, string culture) =>
        Content.Value(property.Alias, property.VariesByCulture && Varies ? culture : ItemContent.Invariant);

    /// <summary>The stored texts of all properties as seen in a culture, in the order of the type: for whoever needs several, since each look unpacks the whole.</summary>
    public IEnumerable<(PropertyType Property, string? Stored)> Values(string culture)
    {
        var texts = Content.Texts(culture);
        foreach (var property in Type.Properties)
        {
            var (invariant, own) = texts.GetValueOrDefault(property.Alias);
            yield return (property, property.VariesByCulture && Varies ? own : invariant);
        }
    }

    internal bool StandsWhere(PublishedItem other) =>
        ParentKey == other.ParentKey && RootKey == other.RootKey && Level == other.Level && Cultures.Length == other.Cultures.Length
        && Cultures.Zip(other.Cultures).All(pair => pair.First.Culture == pair.Second.Culture && pair.First.Path == pair.Second.Path && pair.First.Segment == pair.Second.Segment);
}

using System.Collections.Immutable;
using Repository.Core.Content;

namespace Repository.USync.Content;

/// <summary>
/// What a content or media file of uSync says about one item. Immutable; equal by content. An item that varies has an entry per culture in
/// <see cref="CultureNames"/>; one that does not has none there. The culture of a value is "" when the value does not vary.
/// </summary>
public sealed record ContentFile
{
    private static readonly ImmutableSortedDictionary<string, string> NoTexts = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public required Guid Key { get; init; }
    public required ItemKind Kind { get; init; }

    /// <summary>The default name: of an item that varies, the one in the default language.</summary>
    public required string Name { get; init; }

    /// <summary>1 for roots.</summary>
    public int Level { get; init; } = 1;

    /// <summary>Null for roots.</summary>
    public Guid? ParentKey { get; init; }

    /// <summary>For people who read the file; never trusted on import.</summary>
    public string ParentName { get; init; } = "";

    /// <summary>For people who read the file; never trusted on import.</summary>
    public string Path { get; init; } = "";

    /// <summary>The alias of the document or media type.</summary>
    public required string ContentType { get; init; }

    /// <summary>UTC, to the second.</summary>
    public required DateTime CreateDate { get; init; }

    public ImmutableSortedDictionary<string, string> CultureNames { get; init => field = value.WithComparers(StringComparer.Ordinal); } = NoTexts;
    public int SortOrder { get; init; }
    public bool Trashed { get; init; }

    /// <summary>Where an item in the bin lay before, as far as that is known.</summary>
    public Guid? TrashedFrom { get; init; }

    /// <summary>Our own mark beside Umbraco's; Umbraco ignores it.</summary>
    public bool Restricted { get; init; }

    /// <summary>Documents only: is anything of the item published?</summary>
    public bool Published { get; init; }
    public ImmutableSortedDictionary<string, bool> CulturesPublished { get; init => field = value.WithComparers(StringComparer.Ordinal); } =
        ImmutableSortedDictionary.Create<string, bool>(StringComparer.Ordinal);
    public ImmutableArray<ContentSchedule> Schedules { get; init; } = [];

    /// <summary>The template's key and alias, where a real Umbraco wrote one.</summary>
    public KeyedAlias? Template { get; init; }

    /// <summary>Alias to culture to stored text. Every property of the type stands here, empty ones with an empty text.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> Values { get; init => field = value.WithComparers(StringComparer.Ordinal); } =
        ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<string, string>>(StringComparer.Ordinal);

    public ContentFile With(string alias, string stored, string culture = ItemContent.Invariant) =>
        this with { Values = Values.SetItem(alias, (Values.GetValueOrDefault(alias) ?? NoTexts).SetItem(culture, stored)) };

    public ContentFile WithName(string culture, string name, bool published) =>
        this with { CultureNames = CultureNames.SetItem(culture, name), CulturesPublished = CulturesPublished.SetItem(culture, published) };

    public bool Equals(ContentFile? other) =>
        other is not null
        && Places(this) == Places(other)
        && States(this) == States(other)
        && CultureNames.SequenceEqual(other.CultureNames)
        && CulturesPublished.SequenceEqual(other.CulturesPublished)
        && Schedules.SequenceEqual(other.Schedules)
        && Values.Count == other.Values.Count
        && Values.Zip(other.Values).All(pair => pair.First.Key == pair.Second.Key && pair.First.Value.SequenceEqual(pair.Second.Value));

    public override int GetHashCode() => HashCode.Combine(Key, Kind, Name, Values.Count);

    private static (Guid, ItemKind, string, int, Guid?, string, string, int) Places(ContentFile file) =>
        (file.Key, file.Kind, file.Name, file.Level, file.ParentKey, file.ParentName, file.Path, file.SortOrder);

    private static (string, DateTime, bool, Guid?, bool, bool, KeyedAlias?) States(ContentFile file) =>
        (file.ContentType, file.CreateDate, file.Trashed, file.TrashedFrom, file.Restricted, file.Published, file.Template);
}

/// <summary>A publication or its end that will happen by itself; the culture is "" for an item that does not vary.</summary>
public sealed record ContentSchedule(string Culture, ScheduledAction Action, DateTime Date);

/// <summary>How uSync points to something that has both a key and an alias.</summary>
public sealed record KeyedAlias(Guid Key, string Alias);

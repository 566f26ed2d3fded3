using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Repository.Core.Schema;

public enum ContentTypeKind
{
    Document,
    Element,
    Media,
}

/// <summary>A tab or a group of the editing form.</summary>
public sealed record PropertyTab(Guid Key, string Alias, string Caption, bool IsTab, int SortOrder);

/// <summary>What an item, a block or a media file is made of. <see cref="Properties"/> holds its own fields and those of its compositions, in the order an editor meets them.</summary>
public sealed record ContentType
{
    public required Guid Key { get; init; }
    public required string Alias { get; init; }
    public required string Name { get; init; }
    public required ContentTypeKind Kind { get; init; }
    public string Description { get; init; } = "";
    public string Icon { get; init; } = "";
    public bool AllowedAtRoot { get; init; }
    public bool VariesByCulture { get; init; }
    public ImmutableArray<Guid> Compositions { get; init; } = [];
    public ImmutableArray<Guid> AllowedChildren { get; init; } = [];
    public ImmutableArray<PropertyTab> Tabs { get; init; } = [];
    public ImmutableArray<PropertyType> Properties { get; init; } = [];

    /// <summary>In the type as the public knows it, the aliases of the fields it does not know.</summary>
    public ImmutableArray<string> Withheld { get; private init; } = [];

    private FrozenDictionary<string, PropertyType>? _byAlias;

    public PropertyType? Property(string alias) =>
        (_byAlias ??= Properties.ToFrozenDictionary(property => property.Alias, StringComparer.Ordinal)).GetValueOrDefault(alias);

    /// <summary>The type as the public knows it.</summary>
    internal ContentType Shown() => Properties.Any(property => property.DataType.IsPrivate)
        ? this with { Properties = Properties.RemoveAll(property => property.DataType.IsPrivate), Withheld = [.. Properties.Where(property => property.DataType.IsPrivate).Select(property => property.Alias)], _byAlias = null }
        : this;
}

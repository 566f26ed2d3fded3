using System.Collections.Immutable;

namespace Repository.Core.Editors.Blocks;

/// <summary>What a block editor stores: the contents and settings of blocks, in which cultures they show, and how they are laid out.</summary>
public sealed record BlockDocument(
    ImmutableArray<BlockData> Content,
    ImmutableArray<BlockData> Settings,
    ImmutableArray<BlockExposure> Exposures,
    ImmutableArray<BlockPlace> Layout)
{
    public static readonly BlockDocument Empty = new([], [], [], []);

    public bool IsEmpty => Content.IsEmpty && Settings.IsEmpty && Layout.IsEmpty;

    /// <summary>The blocks shown in a culture: an entry names it, or none at all.</summary>
    public HashSet<Guid> ExposedIn(string culture) =>
    [
        .. Exposures
            .Where(exposure => exposure.Segment is null && (exposure.Culture is null || string.Equals(exposure.Culture, culture, StringComparison.OrdinalIgnoreCase)))
            .Select(exposure => exposure.ContentKey),
    ];
}

/// <summary>The values of one block's content, or of its settings.</summary>
public sealed record BlockData(Guid ContentTypeKey, Guid Key, ImmutableArray<BlockValue> Values);

/// <summary>One stored value. <see cref="IsJson"/>: it stands in the document as JSON (blocks within blocks), not as a text.</summary>
public sealed record BlockValue(string Alias, string? Culture, string? Segment, string Stored, bool IsJson);

public sealed record BlockExposure(Guid ContentKey, string? Culture, string? Segment);

/// <summary>A block's place in the layout. Spans and areas are only used by grids.</summary>
public sealed record BlockPlace(Guid ContentKey, Guid? SettingsKey, int ColumnSpan, int RowSpan, ImmutableArray<BlockArea> Areas);

public sealed record BlockArea(Guid Key, ImmutableArray<BlockPlace> Items);

using System.Collections.Immutable;
using System.Text.Json;
using Repository.Core.Schema;

namespace Repository.Core.Editors.Blocks;

/// <summary>A block that the settings of a data type allow.</summary>
internal sealed record BlockDeclaration(Guid ContentTypeKey, Guid? SettingsTypeKey, int? AreaGridColumns, ImmutableArray<AreaDeclaration> Areas);

internal sealed record AreaDeclaration(Guid Key, string Alias, int RowSpan, int ColumnSpan);

/// <summary>The blocks a data type allows, found by the type of their content.</summary>
internal sealed class BlockDeclarations
{
    private readonly ImmutableDictionary<Guid, BlockDeclaration> _byContentType;

    private BlockDeclarations(ImmutableDictionary<Guid, BlockDeclaration> byContentType) => _byContentType = byContentType;

    public static BlockDeclarations Of(DataType dataType) => new(dataType.Config.Items("blocks")
        .Select(Read)
        .OfType<BlockDeclaration>()
        .DistinctBy(block => block.ContentTypeKey)
        .ToImmutableDictionary(block => block.ContentTypeKey));

    public BlockDeclaration? Find(Guid contentTypeKey) => _byContentType.GetValueOrDefault(contentTypeKey);

    private static BlockDeclaration? Read(JsonElement block) => block.Key("contentElementTypeKey") is { } key
        ? new BlockDeclaration(
            key,
            block.Key("settingsElementTypeKey"),
            block.Number("areaGridColumns") is null ? null : block.Whole("areaGridColumns", 12),
            [.. block.Items("areas").Select(ReadArea).OfType<AreaDeclaration>()])
        : null;

    private static AreaDeclaration? ReadArea(JsonElement area) => area.Key("key") is { } key
        ? new AreaDeclaration(key, area.Text("alias") ?? "", area.Whole("rowSpan", 1), area.Whole("columnSpan", 12))
        : null;
}

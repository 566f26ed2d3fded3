using System.Collections.Immutable;
using System.Text.Json;
using Repository.Core.Schema;

namespace Repository.Core.Editors.Blocks;

/// <summary>A block that the settings of a data type allow.</summary>
public sealed record BlockDeclaration(Guid ContentTypeKey, Guid? SettingsTypeKey, int? AreaGridColumns, ImmutableArray<AreaDeclaration> Areas)
{
    /// <summary>The property that tells blocks of this kind apart, as the label of the settings names it; empty where it names none.</summary>
    public string LabelAlias { get; init; } = "";

    public bool IsAllowedAtRoot { get; init; } = true;

    public bool IsAllowedInAreas { get; init; } = true;

    /// <summary>How many columns of a grid it may take; none named: any.</summary>
    public ImmutableArray<int> ColumnSpans { get; init; } = [];

    public int MostRows { get; init; } = 1;
}

public sealed record AreaDeclaration(Guid Key, string Alias, int RowSpan, int ColumnSpan);

/// <summary>The blocks a data type allows, found by the type of their content.</summary>
public sealed class BlockDeclarations
{
    private const string LabelStart = "{umbValue:";

    private readonly ImmutableDictionary<Guid, BlockDeclaration> _byContentType;

    private BlockDeclarations(ImmutableArray<BlockDeclaration> all) => (All, _byContentType) = (all, all.ToImmutableDictionary(block => block.ContentTypeKey));

    /// <summary>In the order of the settings.</summary>
    public ImmutableArray<BlockDeclaration> All { get; }

    public static BlockDeclarations Of(DataType dataType) => new([.. dataType.Config.Items("blocks").Select(Read).OfType<BlockDeclaration>().DistinctBy(block => block.ContentTypeKey)]);

    public BlockDeclaration? Find(Guid contentTypeKey) => _byContentType.GetValueOrDefault(contentTypeKey);

    private static BlockDeclaration? Read(JsonElement block) => block.Key("contentElementTypeKey") is { } key
        ? new BlockDeclaration(
            key,
            block.Key("settingsElementTypeKey"),
            block.Number("areaGridColumns") is null ? null : block.Whole("areaGridColumns", 12),
            [.. block.Items("areas").Select(ReadArea).OfType<AreaDeclaration>()])
        {
            LabelAlias = Label(block.Text("label") ?? ""),
            IsAllowedAtRoot = block.Member("allowAtRoot") is null || block.Flag("allowAtRoot"),
            IsAllowedInAreas = block.Member("allowInAreas") is null || block.Flag("allowInAreas"),
            ColumnSpans = [.. block.Items("columnSpanOptions").Select(option => option.Whole("columnSpan", 0)).Where(span => span > 0)],
            MostRows = block.Whole("rowMaxSpan", 1),
        }
        : null;

    private static AreaDeclaration? ReadArea(JsonElement area) => area.Key("key") is { } key
        ? new AreaDeclaration(key, area.Text("alias") ?? "", area.Whole("rowSpan", 1), area.Whole("columnSpan", 12))
        : null;

    private static string Label(string label)
    {
        var start = label.IndexOf(LabelStart, StringComparison.OrdinalIgnoreCase);
        if (start < 0) return "";
        var alias = label[(start + LabelStart.Length)..];
        return alias[..Math.Max(alias.IndexOf('}', StringComparison.Ordinal), 0)].Trim();
    }
}

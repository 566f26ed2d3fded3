using System.Globalization;
using System.Text.Json.Nodes;
using Repository.Core.Schema;

namespace Repository.Web.Seed;

/// <summary>The values of an item in one language, or of a block, as they will be stored. What is empty is left out.</summary>
internal sealed class Sheet
{
    private readonly Dictionary<string, Func<ContentSchema, string, string>> _values = new(StringComparer.Ordinal);

    public Sheet Text(string alias, string? text) => Put(alias, text?.Trim() ?? "");

    public Sheet Number(string alias, int? number) => Put(alias, number?.ToString(CultureInfo.InvariantCulture) ?? "");

    public Sheet Flag(string alias, bool value) => Put(alias, value ? "1" : "0");

    public Sheet Lines(string alias, IEnumerable<string> lines) => Put(alias, string.Join('\n', lines.Where(line => line.Length > 0).Select(line => line.ReplaceLineEndings(" ").Trim())));

    public Sheet Tags(string alias, params string[] tags) => Put(alias, new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]).ToJsonString());

    /// <summary>One of several choices; stored as a list also when single.</summary>
    public Sheet Choice(string alias, string? choice) => string.IsNullOrEmpty(choice) ? this : Tags(alias, choice);

    public Sheet Pick(string alias, params IEnumerable<Guid> documents) => Put(alias, string.Join(',', documents.Distinct().Select(key => $"umb://document/{key:n}")));

    public Sheet PickMedia(string alias, params IEnumerable<Guid> media) => Put(alias, string.Join(',', media.Select(key => $"umb://media/{key:n}")));

    /// <summary>A media picker with the crops and the focal point of this place.</summary>
    public Sheet File(string alias, SeedFile file, JsonObject? focalPoint = null) => Put(alias, (_, path) => new JsonArray(new JsonObject
    {
        ["key"] = SeedKeys.Block(path).ToString(),
        ["mediaKey"] = file.Key.ToString(),
        ["mediaTypeAlias"] = file.Type,
        ["crops"] = new JsonArray(),
        ["focalPoint"] = focalPoint?.DeepClone(),
    }).ToJsonString());

    public Sheet Links(string alias, params IEnumerable<SeedLink> links) =>
        links.ToArray() is { Length: > 0 } all ? Put(alias, new JsonArray([.. all.Select(link => link.Json())]).ToJsonString()) : this;

    public Sheet Json(string alias, JsonNode value) => Put(alias, value.ToJsonString());

    public Sheet Place(string alias, string latitude, string longitude, string precision) => Json(alias, new JsonObject
    {
        ["lat"] = decimal.Parse(latitude, CultureInfo.InvariantCulture),
        ["lon"] = decimal.Parse(longitude, CultureInfo.InvariantCulture),
        ["precision"] = precision,
    });

    /// <summary>A day, hour or moment of the newer date editors.</summary>
    public Sheet Moment(string alias, string? moment, string? zone = null) =>
        string.IsNullOrEmpty(moment) ? this : Json(alias, new JsonObject { ["date"] = moment, ["timeZone"] = zone });

    public Sheet Rich(string alias, string markup, params Block[] blocks) => Put(alias, (schema, path) => new JsonObject
    {
        ["markup"] = blocks.Select((_, index) => index).Aggregate(markup, (text, index) => text.Replace($"{{block:{index}}}", $"<umb-rte-block data-content-key=\"{SeedKeys.Block($"{path}/{index}")}\"></umb-rte-block>", StringComparison.Ordinal)),
        ["blocks"] = BlockLayout.Json(blocks, "Umbraco.RichText", schema, path),
    }.ToJsonString());

    public Sheet Blocks(string alias, params IEnumerable<Block> blocks) =>
        blocks.ToArray() is { Length: > 0 } all ? Put(alias, (schema, path) => BlockLayout.Json(all, "Umbraco.BlockList", schema, path).ToJsonString()) : this;

    public Sheet Grid(string alias, params Block[] blocks) => Put(alias, (schema, path) => BlockLayout.Json(blocks, "Umbraco.BlockGrid", schema, path).ToJsonString());

    /// <summary>The stored texts by alias. The path tells blocks of one value from those of another.</summary>
    public IEnumerable<(string Alias, string Stored)> Stored(ContentSchema schema, string path) => _values.Select(value => (value.Key, value.Value(schema, $"{path}/{value.Key}")));

    private Sheet Put(string alias, string stored) => stored.Length == 0 ? this : Put(alias, (_, _) => stored);

    private Sheet Put(string alias, Func<ContentSchema, string, string> stored)
    {
        _values.Add(alias, stored);
        return this;
    }
}

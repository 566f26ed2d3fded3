using System.Text.Json;
using System.Text.Json.Nodes;
using Repository.Core.Schema;

namespace Repository.Specs.Delivery;

/// <summary>Values in the form property editors store.</summary>
internal static class Stored
{
    public static string Picked(params string[] handles) => string.Join(',', handles.Select(Document));

    public static string Document(string handle) => $"umb://document/{AnItem.KeyOf(handle):n}";

    public static string Media(string handle) => $"umb://media/{AnItem.KeyOf(handle):n}";

    public static string PickedMedia(params JsonObject[] media) => new JsonArray([.. media]).ToJsonString();

    public static JsonObject AMedium(string handle, string? crops = null, string? focalPoint = null) => new()
    {
        ["key"] = AnItem.KeyOf($"entry of {handle}"),
        ["mediaKey"] = AnItem.KeyOf(handle),
        ["mediaTypeAlias"] = "Image",
        ["crops"] = JsonNode.Parse(crops ?? "[]"),
        ["focalPoint"] = focalPoint is null ? null : JsonNode.Parse(focalPoint),
    };

    public static string Links(params object[] links) => JsonSerializer.Serialize(links);

    public static string List(params string[] texts) => JsonSerializer.Serialize(texts);

    public static string BlockList(ContentSchema schema, params ABlock[] blocks) => Blocks(schema, "Umbraco.BlockList", blocks).ToJsonString();

    public static string BlockGrid(ContentSchema schema, params ABlock[] blocks) => Blocks(schema, "Umbraco.BlockGrid", blocks).ToJsonString();

    public static string RichText(ContentSchema schema, string markup, params ABlock[] blocks) =>
        new JsonObject { ["markup"] = markup, ["blocks"] = Blocks(schema, "Umbraco.RichText", blocks) }.ToJsonString();

    public static JsonObject Blocks(ContentSchema schema, string editor, params ABlock[] blocks)
    {
        var all = blocks.SelectMany(block => block.WithItsOwn()).ToArray();
        return new JsonObject
        {
            ["contentData"] = new JsonArray([.. all.Select(block => block.Data(schema))]),
            ["settingsData"] = new JsonArray([.. all.Select(block => block.Settings).OfType<ABlock>().Select(settings => settings.Data(schema))]),
            ["expose"] = new JsonArray([.. all.Where(block => block.IsExposed).Select(block => new JsonObject { ["contentKey"] = block.Key, ["culture"] = null, ["segment"] = null })]),
            ["Layout"] = new JsonObject { [editor] = new JsonArray([.. blocks.Select(block => block.Place())]) },
        };
    }
}

/// <summary>A block: an element of a type with values, perhaps settings, and in a grid areas with more blocks.</summary>
internal sealed record ABlock(string Handle, string Type, params (string Alias, string Value)[] Values)
{
    public Guid Key => AnItem.KeyOf(Handle);

    public ABlock? Settings { get; init; }

    public bool IsExposed { get; init; } = true;

    public int Columns { get; init; } = 12;

    public IReadOnlyDictionary<Guid, ABlock[]> Areas { get; init; } = new Dictionary<Guid, ABlock[]>();

    public IEnumerable<ABlock> WithItsOwn() => Areas.Values.SelectMany(blocks => blocks).SelectMany(block => block.WithItsOwn()).Prepend(this);

    public JsonObject Data(ContentSchema schema) => new()
    {
        ["contentTypeKey"] = schema.DocumentType(Type)!.Key,
        ["key"] = Key,
        ["values"] = new JsonArray([.. Values.Select(value => new JsonObject { ["alias"] = value.Alias, ["culture"] = null, ["segment"] = null, ["value"] = value.Value })]),
    };

    public JsonObject Place() => new()
    {
        ["contentKey"] = Key,
        ["settingsKey"] = Settings?.Key,
        ["columnSpan"] = Columns,
        ["rowSpan"] = 1,
        ["areas"] = new JsonArray([.. Areas.Select(area => new JsonObject { ["key"] = area.Key, ["items"] = new JsonArray([.. area.Value.Select(block => block.Place())]) })]),
    };
}

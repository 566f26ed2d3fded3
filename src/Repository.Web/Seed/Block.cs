using System.Text.Json.Nodes;
using Repository.Core.Schema;

namespace Repository.Web.Seed;

/// <summary>A block: an element type with its values, perhaps settings, and in a grid its width and areas.</summary>
internal sealed record Block(string Element, Sheet Values, Sheet? Settings = null, int Columns = 12)
{
    /// <summary>Blocks inside, by the key of the area they stand in.</summary>
    public IReadOnlyDictionary<Guid, Block[]> Areas { get; init; } = new Dictionary<Guid, Block[]>();
}

/// <summary>Blocks in the form of Umbraco 15 and later: data, exposure and layout apart.</summary>
internal static class BlockLayout
{
    private const string SettingsElement = "blockSettings";

    public static JsonObject Json(IReadOnlyList<Block> blocks, string editor, ContentSchema schema, string path)
    {
        var document = new Parts(schema, editor == "Umbraco.BlockGrid");
        var layout = document.Lay(blocks, path);
        return new JsonObject
        {
            ["contentData"] = document.Content,
            ["settingsData"] = document.Settings,
            ["expose"] = document.Exposures,
            ["Layout"] = new JsonObject { [editor] = layout },
        };
    }

    private sealed class Parts(ContentSchema schema, bool isGrid)
    {
        public JsonArray Content { get; } = [];

        public JsonArray Settings { get; } = [];

        public JsonArray Exposures { get; } = [];

        public JsonArray Lay(IReadOnlyList<Block> blocks, string path) => new([.. blocks.Select(JsonNode (block, index) => Lay(block, $"{path}/{index}"))]);

        private JsonObject Lay(Block block, string path)
        {
            var key = SeedKeys.Block(path).ToString();
            Content.Add(Data(block.Element, key, block.Values, path));
            Exposures.Add(new JsonObject { ["contentKey"] = key, ["culture"] = null, ["segment"] = null });
            var settingsKey = block.Settings is null ? null : SeedKeys.Block($"{path}/settings").ToString();
            if (settingsKey is not null) Settings.Add(Data(SettingsElement, settingsKey, block.Settings!, $"{path}/settings"));
            var place = new JsonObject { ["contentKey"] = key, ["contentUdi"] = null, ["settingsKey"] = settingsKey, ["settingsUdi"] = null };
            if (!isGrid) return place;
            place["columnSpan"] = block.Columns;
            place["rowSpan"] = 1;
            place["areas"] = new JsonArray([.. block.Areas.Select(area => new JsonObject { ["key"] = area.Key.ToString(), ["items"] = Lay(area.Value, $"{path}/{area.Key}") })]);
            return place;
        }

        private JsonObject Data(string element, string key, Sheet values, string path) => new()
        {
            ["contentTypeKey"] = (schema.DocumentType(element) ?? throw new InvalidOperationException($"There is no element type \"{element}\".")).Key.ToString(),
            ["key"] = key,
            ["udi"] = null,
            ["values"] = new JsonArray([.. values.Stored(schema, path).Select(value => new JsonObject
            {
                ["alias"] = value.Alias, ["culture"] = null, ["editorAlias"] = null, ["segment"] = null, ["value"] = value.Stored,
            })]),
        };
    }
}

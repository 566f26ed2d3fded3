using System.Collections.Immutable;
using System.Text.Json;
using Repository.Core.Editors.Blocks;
using Repository.Core.Editors.RichText;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>Formatted text with blocks in it, stored as <c>{"markup":…,"blocks":…}</c>; bare markup is taken too.</summary>
internal sealed class RichTextEditor : IPropertyEditor
{
    private const string OlderAlias = "Umbraco.TinyMCE";

    private sealed record Parts(string Markup, BlockDocument? Blocks);

    public string Alias => "Umbraco.RichText";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        if (context.Depth >= EditorContext.MaxDepth) return PropertyReading.Refused(stored, BlockReading.TooDeep);
        if (Parse(stored) is not { } parts) return PropertyReading.Refused(stored, "El texto guardado no es un texto con formato.");
        var nodes = MarkupSanitiser.Clean(parts.Markup);
        if (!nodes.Any(RichTextWords.IsVisible) && parts.Blocks is null or { IsEmpty: true }) return PropertyReading.Empty;
        var reading = parts.Blocks is { } document ? BlockReading.Read(document, BlockDeclarations.Of(dataType), context) : null;
        if (StoredJson.WriteNested(context, json => Write(json, RichTextMarkup.Write(nodes), reading?.Normalised)) is not { } text) return PropertyReading.Refused(stored, BlockReading.TooDeep);
        return new PropertyReading(text, new RichTextValue(RichTextDelivery.From(nodes), Blocks(reading)))
        {
            Problems = reading?.Problems ?? [],
            Picks = reading?.Picks ?? [],
            SearchTexts = [.. RichTextWords.Of(nodes), .. reading?.SearchTexts ?? []],
        };
    }

    private static ImmutableArray<Block> Blocks(BlockReading? reading) => reading is null
        ? []
        : [.. reading.Normalised.Layout.Select(place => place.ContentKey).Distinct().Where(reading.Blocks.ContainsKey).Select(key => reading.Blocks[key])];

    // Text that only looks like JSON is markup, unless it names the member that our own form has: then it is a broken one.
    private Parts? Parse(string stored)
    {
        if (!stored.AsSpan().TrimStart().StartsWith('{')) return new Parts(stored, null);
        if (StoredJson.Parse(stored) is not { } root || root.Member("markup") is null) return stored.Contains("\"markup\"", StringComparison.Ordinal) ? null : new Parts(stored, null);
        var markup = root.Text("markup") ?? "";
        if (root.Member("blocks") is not { } blocks) return new Parts(markup, null);
        return BlockDocumentReader.Read(blocks, LayoutAlias(blocks)) is { } document ? new Parts(markup, document) : null;
    }

    private string LayoutAlias(JsonElement blocks) =>
        (blocks.Member("Layout") ?? blocks.Member("layout"))?.Member(OlderAlias) is null ? Alias : OlderAlias;

    private void Write(Utf8JsonWriter json, string markup, BlockDocument? blocks)
    {
        json.WriteStartObject();
        json.WriteString("markup"u8, markup);
        json.WritePropertyName("blocks"u8);
        if (blocks is null) json.WriteNullValue();
        else BlockDocumentWriter.Write(json, blocks, Alias);
        json.WriteEndObject();
    }
}

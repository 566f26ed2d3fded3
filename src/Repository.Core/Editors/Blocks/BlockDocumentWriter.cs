using System.Collections.Immutable;
using System.Text.Json;

namespace Repository.Core.Editors.Blocks;

/// <summary>Writes blocks the way uSync files of Umbraco 17 hold them: members in this order, <c>Layout</c> last and with a capital.</summary>
internal static class BlockDocumentWriter
{
    public const string GridAlias = "Umbraco.BlockGrid";

    public static void Write(Utf8JsonWriter json, BlockDocument document, string layoutAlias)
    {
        json.WriteStartObject();
        WriteBlocks(json, "contentData", document.Content);
        WriteBlocks(json, "settingsData", document.Settings);
        json.WriteStartArray("expose"u8);
        foreach (var exposure in document.Exposures) WriteExposure(json, exposure);
        json.WriteEndArray();
        json.WriteStartObject("Layout"u8);
        if (!document.Layout.IsEmpty)
        {
            json.WritePropertyName(layoutAlias);
            WritePlaces(json, document.Layout, layoutAlias == GridAlias);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteBlocks(Utf8JsonWriter json, string name, ImmutableArray<BlockData> blocks)
    {
        json.WriteStartArray(name);
        foreach (var block in blocks)
        {
            json.WriteStartObject();
            json.WriteString("contentTypeKey"u8, block.ContentTypeKey);
            json.WriteString("key"u8, block.Key);
            json.WriteNull("udi"u8);
            json.WriteStartArray("values"u8);
            foreach (var value in block.Values) WriteValue(json, value);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, BlockValue value)
    {
        json.WriteStartObject();
        json.WriteString("alias"u8, value.Alias);
        json.WriteString("culture"u8, value.Culture);
        json.WriteNull("editorAlias"u8);
        json.WriteString("segment"u8, value.Segment);
        json.WritePropertyName("value"u8);
        if (value.IsJson && StoredJson.Parse(value.Stored) is { } nested) nested.WriteTo(json);
        else json.WriteStringValue(value.Stored);
        json.WriteEndObject();
    }

    private static void WriteExposure(Utf8JsonWriter json, BlockExposure exposure)
    {
        json.WriteStartObject();
        json.WriteString("contentKey"u8, exposure.ContentKey);
        json.WriteString("culture"u8, exposure.Culture);
        json.WriteString("segment"u8, exposure.Segment);
        json.WriteEndObject();
    }

    private static void WritePlaces(Utf8JsonWriter json, ImmutableArray<BlockPlace> places, bool isGrid)
    {
        json.WriteStartArray();
        foreach (var place in places)
        {
            json.WriteStartObject();
            json.WriteString("contentKey"u8, place.ContentKey);
            json.WriteNull("contentUdi"u8);
            if (place.SettingsKey is { } settings) json.WriteString("settingsKey"u8, settings);
            else json.WriteNull("settingsKey"u8);
            json.WriteNull("settingsUdi"u8);
            if (isGrid) WriteGridMembers(json, place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteGridMembers(Utf8JsonWriter json, BlockPlace place)
    {
        json.WriteNumber("columnSpan"u8, place.ColumnSpan);
        json.WriteNumber("rowSpan"u8, place.RowSpan);
        json.WriteStartArray("areas"u8);
        foreach (var area in place.Areas)
        {
            json.WriteStartObject();
            json.WriteString("key"u8, area.Key);
            json.WritePropertyName("items"u8);
            WritePlaces(json, area.Items, true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

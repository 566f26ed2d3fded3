using System.Text.Json;
using Repository.Core.Editors;

namespace Repository.Web.Delivery.Rendering;

/// <summary>Writes delivery values as Umbraco's JSON, leaving a slot wherever another item is shown.</summary>
internal sealed class TemplateWriter : IDisposable
{
    private readonly bool _richTextAsTree;
    private readonly Selection? _fields;
    private readonly MemoryStream _text = new(8 * 1024);
    private readonly Utf8JsonWriter _json;
    private readonly Stack<string> _path = new();
    private bool _hasBlocks;

    public TemplateWriter(bool richTextAsTree, Selection? fields)
    {
        (_richTextAsTree, _fields) = (richTextAsTree, fields);
        _json = new Utf8JsonWriter(_text, ResponseBody.JsonOptions);
    }

    public List<PlacedSlot> Slots { get; } = [];

    public List<PropertySpan> Properties { get; } = [];

    public ReadOnlySpan<byte> Text => _text.GetBuffer().AsSpan(0, (int)_text.Length);

    public void Dispose()
    {
        _json.Dispose();
        _text.Dispose();
    }

    public void Property(string alias, DeliveryValue value)
    {
        if (_text.Length > 0) _text.WriteByte((byte)',');
        _hasBlocks = false;
        _json.Reset();
        _json.WritePropertyName(alias);
        Held(alias, value, _fields);
        _json.Flush();
        Properties.Add(new PropertySpan((int)_text.Length, Slots.Count, _hasBlocks));
    }

    private void Held(string alias, DeliveryValue value, Selection? allowed)
    {
        _path.Push(alias);
        Write(value, allowed?.Below(alias) is { IsUnsaid: false } below ? below : null);
        _path.Pop();
    }

    private void Write(DeliveryValue value, Selection? allowed)
    {
        switch (value)
        {
            case TextValue text: _json.WriteStringValue(text.Text); break;
            case NumberValue number: _json.WriteRawValue(number.Literal, skipInputValidation: true); break;
            case BooleanValue boolean: _json.WriteBooleanValue(boolean.Value); break;
            case JsonValue json: _json.WriteRawValue(json.Json, skipInputValidation: true); break;
            case TextListValue texts: WriteTexts(texts); break;
            case ImageValue image: MediaJson.WriteImage(_json!, image); break;
            case FormValue form: Leave(new FormSlot(form.FormKey)); break;
            case SingleItemValue single: Leave(new SingleItemSlot(single.Item)); break;
            case ItemListValue items: Leave(new ItemListSlot(items.Items)); break;
            case MediaListValue media: Leave(new PickedMediaSlot(media.Media)); break;
            case LinkListValue links: Leave(new LinkListSlot(links.Links)); break;
            case RichTextValue richText: WriteRichText(richText, allowed); break;
            case BlockListValue list: WriteBlockList(list, allowed); break;
            case BlockGridValue grid: WriteBlockGrid(grid, allowed); break;
            default: _json.WriteNullValue(); break;
        }
    }

    /// <summary>The JSON writer is told that a value stands here, and the one byte that says so is taken back.</summary>
    private void Leave(Slot slot)
    {
        _json.WriteRawValue("0"u8, skipInputValidation: true);
        _json.Flush();
        _text.SetLength(_text.Length - 1);
        Slots.Add(new PlacedSlot((int)_text.Length, [.. _path.Reverse()], slot));
    }

    private void WriteTexts(TextListValue texts)
    {
        _json.WriteStartArray();
        foreach (var text in texts.Texts) _json.WriteStringValue(text);
        _json.WriteEndArray();
    }

    private void WriteRichText(RichTextValue richText, Selection? allowed)
    {
        _json.WriteStartObject();
        if (_richTextAsTree)
        {
            new RichTextTree(_json, Leave).WriteRoot(richText.Nodes);
        }
        else
        {
            _json.WritePropertyName("markup"u8);
            Leave(RichTextMarkupSlot.Of(richText.Nodes));
        }

        _json.WriteStartArray("blocks"u8);
        foreach (var block in richText.Blocks) WriteBlock(block, allowed);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _hasBlocks |= !richText.Blocks.IsEmpty;
    }

    private void WriteBlockList(BlockListValue list, Selection? allowed)
    {
        _hasBlocks = true;
        _json.WriteStartObject();
        _json.WriteStartArray("items"u8);
        foreach (var block in list.Blocks) WriteBlock(block, allowed);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteBlock(Block block, Selection? allowed)
    {
        _json.WriteStartObject();
        WriteContentAndSettings(block, allowed);
        _json.WriteEndObject();
    }

    private void WriteContentAndSettings(Block block, Selection? allowed)
    {
        _json.WritePropertyName("content"u8);
        WriteElement(block.Content, allowed);
        _json.WritePropertyName("settings"u8);
        if (block.Settings is { } settings) WriteElement(settings, allowed);
        else _json.WriteNullValue();
    }

    private void WriteElement(Element element, Selection? allowed)
    {
        _json.WriteStartObject();
        _json.WriteString("contentType"u8, element.ContentType);
        _json.WriteString("id"u8, element.Key);
        _json.WriteStartObject("properties"u8);
        foreach (var property in element.Properties)
        {
            if (allowed is not null && allowed.Below(property.Alias) is null) continue;
            _json.WritePropertyName(property.Alias);
            Held(property.Alias, property.Value, allowed);
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteBlockGrid(BlockGridValue grid, Selection? allowed)
    {
        _hasBlocks = true;
        _json.WriteStartObject();
        _json.WriteNumber("gridColumns"u8, grid.GridColumns);
        WriteGridBlocks(grid.Blocks, allowed);
        _json.WriteEndObject();
    }

    private void WriteGridBlocks(IEnumerable<GridBlock> blocks, Selection? allowed)
    {
        _json.WriteStartArray("items"u8);
        foreach (var block in blocks)
        {
            _json.WriteStartObject();
            _json.WriteNumber("rowSpan"u8, block.RowSpan);
            _json.WriteNumber("columnSpan"u8, block.ColumnSpan);
            _json.WriteNumber("areaGridColumns"u8, block.AreaGridColumns);
            WriteAreas(block, allowed);
            WriteContentAndSettings(block.Block, allowed);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteAreas(GridBlock block, Selection? allowed)
    {
        _json.WriteStartArray("areas"u8);
        foreach (var area in block.Areas)
        {
            _json.WriteStartObject();
            _json.WriteString("alias"u8, area.Alias);
            _json.WriteNumber("rowSpan"u8, area.RowSpan);
            _json.WriteNumber("columnSpan"u8, area.ColumnSpan);
            WriteGridBlocks(area.Blocks, allowed);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}

using System.Collections.Immutable;
using System.Net;
using System.Text;
using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.Web.Desk.Editing.Fields;

/// <summary>What a stored value says, in words a person can compare: names instead of keys, text instead of markup.</summary>
internal static class StoredWords
{
    private const int FewLetters = 80;

    /// <summary>The first words of it, for a title.</summary>
    public static string Short(FieldSetting setting, PropertyType property, string stored)
    {
        var words = Of(setting, property, stored);
        var line = words.AsSpan().Trim();
        var end = line.IndexOf('\n');
        if (end >= 0) line = line[..end];
        if (line.Length <= FewLetters) return line.ToString();
        var cut = char.IsHighSurrogate(line[FewLetters - 1]) ? FewLetters - 1 : FewLetters;
        return $"{line[..cut].TrimEnd()}…";
    }

    /// <summary>All of it, one line for each of its parts. What cannot be read is told as it is stored.</summary>
    public static string Of(FieldSetting setting, PropertyType property, string stored)
    {
        if (stored.Length == 0) return "";
        var reading = setting.Editors.Read(stored, property.DataType, setting.Context);
        return reading.Delivery is NullValue ? reading.Problems.IsEmpty ? "" : stored : Of(setting, reading.Delivery);
    }

    private static string Of(FieldSetting setting, DeliveryValue value) => value switch
    {
        TextValue text => text.Text,
        NumberValue number => number.Literal,
        BooleanValue yes => yes.Value ? "Sí" : "No",
        TextListValue list => string.Join('\n', list.Texts),
        JsonValue json => Members(json.Json),
        SingleItemValue single => Name(setting, single.Item),
        ItemListValue items => string.Join('\n', items.Items.Select(item => Name(setting, item))),
        MediaListValue media => string.Join('\n', media.Media.Select(medium => Name(setting, new ItemReference(ReferenceKind.Media, medium.MediaKey)))),
        ImageValue image => image.Url,
        LinkListValue links => string.Join('\n', links.Links.Select(link => $"{link.Title ?? ""} {(link.Item is { } item ? Name(setting, item) : link.Url)}".Trim())),
        FormValue form => form.FormKey.ToString(),
        BlockListValue blocks => string.Join("\n\n", blocks.Blocks.Select(block => Of(setting, block))),
        BlockGridValue grid => string.Join("\n\n", Blocks(grid.Blocks).Select(block => Of(setting, block))),
        RichTextValue rich => Text(rich.Nodes) + string.Concat(rich.Blocks.Select(block => $"\n{Of(setting, block)}")),
        _ => "",
    };

    private static string Of(FieldSetting setting, Block block) => string.Join('\n', block.Content.Properties
        .Select(property => (Name: setting.Schema.DocumentType(block.Content.ContentType)?.Property(property.Alias)?.Name ?? property.Alias, Words: Of(setting, property.Value)))
        .Where(part => part.Words.Length > 0)
        .Select(part => $"{part.Name}: {part.Words}"));

    private static IEnumerable<Block> Blocks(ImmutableArray<GridBlock> blocks) => blocks.SelectMany(block => Blocks([.. block.Areas.SelectMany(area => area.Blocks)]).Prepend(block.Block));

    private static string Name(FieldSetting setting, ItemReference item) => setting.Drafts.Find(item.Key)?.Name ?? item.Key.ToString();

    /// <summary>The values of a small object, parted by commas.</summary>
    private static string Members(string json) => StoredJson.Parse(json) is { ValueKind: System.Text.Json.JsonValueKind.Object } root
        ? string.Join(", ", root.EnumerateObject().Where(member => member.Value.ValueKind != System.Text.Json.JsonValueKind.Null).Select(member => member.Value.ToString()))
        : json;

    private static string Text(ImmutableArray<RichTextNode> nodes)
    {
        var text = new StringBuilder();
        foreach (var node in nodes) Append(text, node);
        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, RichTextNode node)
    {
        if (node is RichTextText words) text.Append(WebUtility.HtmlDecode(words.RawText));
        if (node is not RichTextElement element) return;
        if (element.Tag == "li") text.Append("– ");
        foreach (var child in element.Children) Append(text, child);
        if (element.Tag is "p" or "li" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "br" or "tr" or "blockquote" or "figcaption") text.Append('\n');
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using Repository.Core.Editors;
using Repository.Core.Schema;

namespace Repository.Core.Content.Differences;

/// <summary>Compares two values of one property, whatever its editor. Null when a reader would see no difference. Pure.</summary>
internal sealed class ValueComparison(ContentSchema schema, Func<ItemReference, string> name)
{
    public ValueDifference? Of(DeliveryValue before, DeliveryValue after) => (before, after) switch
    {
        (TextValue or NullValue, TextValue or NullValue) => Text(before, after),
        (RichTextValue or NullValue, RichTextValue or NullValue) => RichText(before as RichTextValue, after as RichTextValue),
        _ when IsBlocks(before) && IsBlocks(after) => Blocks(BlocksOf(before), BlocksOf(after)) is { IsEmpty: false } blocks ? new BlockListChange(blocks) : null,
        _ when IsList(before) && IsList(after) => List(Entries(before), Entries(after)),
        _ => Told(before) == Told(after) ? null : new PlainChange(Told(before), Told(after)),
    };

    private static TextChange? Text(DeliveryValue before, DeliveryValue after)
    {
        var (old, now) = (Words(before), Words(after));
        return old == now ? null : new TextChange(TextDifference.Of(Lines(old), Lines(now)), []);

        static string Words(DeliveryValue value) => value is TextValue text ? text.Text.ReplaceLineEndings("\n") : "";
        static List<ImmutableArray<TextPiece>> Lines(string text) => text.Length == 0 ? [] : TextPieces.Lines(text);
    }

    private TextChange? RichText(RichTextValue? before, RichTextValue? after)
    {
        var lines = TextDifference.Of(TextPieces.Lines(before?.Nodes ?? [], name), TextPieces.Lines(after?.Nodes ?? [], name));
        var blocks = Blocks(before?.Blocks ?? [], after?.Blocks ?? []);
        return lines.All(line => line.Kind == DifferenceKind.Same) && blocks.IsEmpty ? null : new TextChange(lines, blocks);
    }

    /// <summary>Empty when all blocks are the same, in the same order; otherwise only those that differ.</summary>
    private ImmutableArray<BlockDifference> Blocks(ImmutableArray<Block> before, ImmutableArray<Block> after)
    {
        var differences = ImmutableArray.CreateBuilder<BlockDifference>();
        var known = before.DistinctBy(block => block.Content.Key).ToDictionary(block => block.Content.Key);
        var here = after.Select(block => block.Content.Key).ToHashSet();
        foreach (var (old, now) in Alignment.Of([.. before.Select(block => block.Content.Key)], (IReadOnlyList<Guid>)[.. after.Select(block => block.Content.Key)]))
        {
            if (now is not { } place)
            {
                if (!here.Contains(before[old!.Value].Content.Key)) differences.Add(Whole(DifferenceKind.Removed, before[old.Value]));
                continue;
            }

            var block = after[place];
            if (!known.TryGetValue(block.Content.Key, out var was)) differences.Add(Whole(DifferenceKind.Added, block));
            else if (Inside(was, block, isMoved: old is null) is { } inside) differences.Add(inside);
        }

        return differences.ToImmutable();
    }

    private BlockDifference? Inside(Block before, Block after, bool isMoved)
    {
        var fields = Fields(before, after);
        if (fields.IsEmpty && !isMoved) return null;
        return Told(fields.IsEmpty ? DifferenceKind.Moved : DifferenceKind.Changed, after, fields) with { IsMoved = isMoved };
    }

    private BlockDifference Whole(DifferenceKind kind, Block block)
    {
        var none = new Block(block.Content with { Properties = [] }, null);
        return Told(kind, block, kind == DifferenceKind.Added ? Fields(none, block) : Fields(block, none));
    }

    private BlockDifference Told(DifferenceKind kind, Block block, ImmutableArray<FieldDifference> fields) =>
        new(kind, block.Content.Key, schema.DocumentType(block.Content.ContentType)?.Name ?? block.Content.ContentType, Title(block.Content), fields);

    private ImmutableArray<FieldDifference> Fields(Block before, Block after) =>
        [.. Fields(before.Content, after.Content), .. before.Settings is null && after.Settings is null ? [] : Fields(before.Settings, after.Settings)];

    private IEnumerable<FieldDifference> Fields(Element? before, Element? after)
    {
        var type = schema.DocumentType((after ?? before)!.ContentType);
        var (old, now) = (Values(before), Values(after));
        foreach (var alias in now.Keys.Union(old.Keys))
        {
            if (Of(old.GetValueOrDefault(alias, DeliveryValue.Null), now.GetValueOrDefault(alias, DeliveryValue.Null)) is { } change) yield return new FieldDifference(alias, type?.Property(alias)?.Name ?? alias, change);
        }
    }

    private static Dictionary<string, DeliveryValue> Values(Element? element) => element?.Properties.ToDictionary(property => property.Alias, property => property.Value) ?? [];

    /// <summary>What a block is recognised by: the first short text in it, or the first item.</summary>
    private string Title(Element element)
    {
        foreach (var property in element.Properties)
        {
            if (property.Value is TextValue { Text: { Length: > 0 } text }) return text.Length <= 80 ? text : $"{text[..79].TrimEnd()}…";
            if (property.Value is SingleItemValue or ItemListValue && property.Value.References.FirstOrDefault() is { Key: var key } item && key != Guid.Empty) return name(item);
        }

        return "";
    }

    private static bool IsBlocks(DeliveryValue value) => value is BlockListValue or BlockGridValue or NullValue;

    private static ImmutableArray<Block> BlocksOf(DeliveryValue value) => value switch
    {
        BlockListValue list => list.Blocks,
        BlockGridValue grid => [.. grid.Blocks.SelectMany(Flat)],
        _ => [],
    };

    private static IEnumerable<Block> Flat(GridBlock block) => block.Areas.SelectMany(area => area.Blocks).SelectMany(Flat).Prepend(block.Block);

    private static bool IsList(DeliveryValue value) => value is ItemListValue or SingleItemValue or MediaListValue or LinkListValue or TextListValue or NullValue;

    private ImmutableArray<ListedThing> Entries(DeliveryValue value) => value switch
    {
        MediaListValue media => [.. media.Media.Select(picked => new ListedThing($"{picked.MediaKey} {picked.FocalPoint} {string.Join(',', picked.Crops.Select(crop => $"{crop.Alias}{crop.Coordinates}"))}", name(new ItemReference(ReferenceKind.Media, picked.MediaKey))))],
        LinkListValue links => [.. links.Links.Select(Link)],
        TextListValue texts => [.. texts.Texts.Select(text => new ListedThing(text, text))],
        _ => [.. value.References.Select(item => new ListedThing(item.Key.ToString(), name(item)))],
    };

    private ListedThing Link(Link link)
    {
        var target = (link.Item is { } item ? name(item) : link.Url) + link.QueryString;
        var told = string.IsNullOrEmpty(link.Title) ? target : $"{link.Title} → {target}";
        return new ListedThing($"{told} {link.Target}", told);
    }

    private static ListChange? List(ImmutableArray<ListedThing> before, ImmutableArray<ListedThing> after)
    {
        if (before.SequenceEqual(after)) return null;
        var (was, here) = (before.Select(thing => thing.Mark).ToHashSet(), after.Select(thing => thing.Mark).ToHashSet());
        var entries = ImmutableArray.CreateBuilder<ListEntry>();
        foreach (var (old, now) in Alignment.Of(before, after))
        {
            if (old is not null && now is { } kept) entries.Add(new ListEntry(DifferenceKind.Same, after[kept].Text));
            else if (now is { } come) entries.Add(new ListEntry(was.Contains(after[come].Mark) ? DifferenceKind.Moved : DifferenceKind.Added, after[come].Text));
            else if (!here.Contains(before[old!.Value].Mark)) entries.Add(new ListEntry(DifferenceKind.Removed, before[old.Value].Text));
        }

        return new ListChange(entries.ToImmutable());
    }

    /// <summary>A value in a line.</summary>
    private string Told(DeliveryValue value) => value switch
    {
        NullValue => "",
        TextValue text => text.Text,
        NumberValue number => number.Literal,
        BooleanValue truth => truth.Value ? "Sí" : "No",
        JsonValue json => Told(JsonElement.Parse(json.Json)),
        FormValue form => form.FormKey.ToString(),
        ImageValue image => image.Url,
        _ when IsList(value) => string.Join(", ", Entries(value).Select(thing => thing.Text)),
        _ => value.ToString() ?? "",
    };

    private static string Told(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object when json.TryGetProperty("literal", out var literal) && literal.ValueKind == JsonValueKind.String => literal.GetString()!,
        JsonValueKind.Object => string.Join(", ", json.EnumerateObject().Select(member => $"{member.Name}: {Told(member.Value)}")),
        JsonValueKind.Array => string.Join(", ", json.EnumerateArray().Select(Told)),
        _ => json.ToString(),
    };

    /// <summary>A thing in a list: what tells it from others, and how it is called.</summary>
    private sealed record ListedThing(string Mark, string Text);
}

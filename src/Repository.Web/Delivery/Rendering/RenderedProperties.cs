using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;
using Repository.Core.Schema;

namespace Repository.Web.Delivery.Rendering;

/// <summary>
/// The properties of one item in one culture as the JSON that is sent when nothing is expanded: the item's own text, and the places where
/// fragments of other items come in, which are kept with those and not copied. It knows what it saw of them: a picker that is expanded is
/// written anew into its place, and when a neighbour has changed the whole is rendered again.
/// </summary>
internal sealed class RenderedProperties
{
    private readonly byte[] _text;
    private readonly Inset[] _insets;
    private readonly FilledSlot[] _slots;
    private readonly PropertySpan[] _properties;
    private readonly Sighting[] _seen;
    private long _version;

    public RenderedProperties(byte[] text, Inset[] insets, FilledSlot[] slots, PropertySpan[] properties, RenderingPass rendering)
    {
        _text = text;
        _insets = insets;
        _slots = slots;
        _properties = properties;
        _seen = [.. rendering.Seen];
        _version = rendering.Snapshot.Version;
        Size = 240 + _text.Length + (_insets.Length * 24) + _slots.Sum(slot => slot.Size) + (_properties.Length * 8) + (_seen.Length * 32);
    }

    /// <summary>About how much memory it takes.</summary>
    public int Size { get; }

    private Part Whole => new((0, _text.Length), (0, _slots.Length));

    public static RenderedProperties Of(PublishedItem item, RenderingPass rendering) => rendering.Kept.Of(item, rendering);

    public static RenderedProperties Make(PublishedItem item, RenderingPass rendering) => Fill(Values(item, rendering), rendering, null);

    /// <summary>Does everything it shows of other items still hold?</summary>
    public bool IsCurrent(RenderingPass rendering)
    {
        var version = rendering.Snapshot.Version;
        if (Volatile.Read(ref _version) == version) return true;
        foreach (var (kind, key, item) in _seen)
        {
            if (!ReferenceEquals(rendering.Snapshot.Find(kind, key, rendering.Culture), item)) return false;
        }

        Volatile.Write(ref _version, version);
        return true;
    }

    /// <summary>Writes what stands between the braces of <c>"properties":{}</c>.</summary>
    public void Write(RenderingPass rendering, Choice choice, PublishedItem item)
    {
        if (choice.Fields is { } fields) WriteFields(rendering, choice, fields, item);
        else Write(rendering, choice, Whole);
    }

    /// <summary>A part of the text, with the pickers in it that are expanded opened.</summary>
    private void Write(RenderingPass rendering, Choice choice, Part part)
    {
        if (choice.Expand.IsEmpty && part == Whole)
        {
            Add(rendering.Body, 0, _text.Length, 0, _insets.Length);
            return;
        }

        var at = part.Start;
        var inset = part.FirstSlot == 0 ? 0 : _slots[part.FirstSlot - 1].EndInset;
        foreach (ref readonly var slot in _slots.AsSpan(part.FirstSlot..part.EndSlot))
        {
            if (choice.Expand.Below(slot.Property) is null) continue;
            Add(rendering.Body, at, slot.Start, inset, slot.FirstInset);
            slot.WriteOpened(rendering, _seen, choice);
            (at, inset) = (slot.End, slot.EndInset);
        }

        var end = part.EndSlot == 0 ? 0 : _slots[part.EndSlot - 1].EndInset;
        Add(rendering.Body, at, part.End, inset, end);
    }

    private void Add(ResponseBody body, int start, int end, int firstInset, int endInset)
    {
        var inset = firstInset == endInset ? 0 : _insets[endInset - 1].After - _insets[firstInset].Before;
        body.Add(new Piece(_text.AsMemory(start, end - start), start, _insets.AsMemory(firstInset, endInset - firstInset)), end - start + inset);
    }

    /// <summary>Neighbours that stay as they are go as one part.</summary>
    private void WriteFields(RenderingPass rendering, Choice choice, Selection fields, PublishedItem item)
    {
        var (separator, part, start, firstSlot) = (ReadOnlyMemory<byte>.Empty, default(Part?), 0, 0);
        foreach (var (property, span) in Delivered(item).Zip(_properties))
        {
            var below = fields.Below(property.Alias);
            var isPruned = below is { IsUnsaid: false } && span.HasBlocks;
            if (below is null || isPruned) End();
            if (isPruned) WriteSeparated(Fill(Values(item, rendering).Where(value => value.Alias == property.Alias), rendering, fields), null);
            else if (below is not null) part = new Part((part?.Start ?? start, span.End), (part?.FirstSlot ?? firstSlot, span.EndSlot));
            (start, firstSlot) = (span.End + 1, span.EndSlot);
        }

        End();

        void End()
        {
            if (part is { } some) WriteSeparated(this, some);
            part = null;
        }

        void WriteSeparated(RenderedProperties from, Part? some)
        {
            rendering.Body.Add(separator);
            from.Write(rendering, choice, some ?? from.Whole);
            separator = JsonText.Comma;
        }
    }

    private static RenderedProperties Fill(IEnumerable<(string Alias, DeliveryValue Value)> values, RenderingPass rendering, Selection? fields)
    {
        using var template = new TemplateWriter(rendering.RichTextAsTree, fields);
        foreach (var (alias, value) in values) template.Property(alias, value);
        return new Filling(template, rendering.Alone()).Fill();
    }

    private static IEnumerable<(string Alias, DeliveryValue Value)> Values(PublishedItem item, RenderingPass rendering)
    {
        var snapshot = rendering.Snapshot;
        var context = new EditorContext(snapshot.Schema, snapshot.Editors, rendering.Culture);
        return item.Values(rendering.Culture).Where(value => IsDelivered(item, value.Property))
            .Select(value => (value.Property.Alias, snapshot.Editors.Read(value.Stored, value.Property.DataType, context).Delivery));
    }

    private static IEnumerable<PropertyType> Delivered(PublishedItem item) => item.Type.Properties.Where(property => IsDelivered(item, property));

    /// <summary>Umbraco keeps a media file's own properties (umbracoFile, umbracoWidth …) out of the answer.</summary>
    private static bool IsDelivered(PublishedItem item, PropertyType property) => item.Kind != ItemKind.Media || !property.Alias.StartsWith("umbraco", StringComparison.Ordinal);

    /// <summary>Properties that stand side by side: their text, and which slots are in it.</summary>
    private readonly record struct Part((int Start, int End) Text, (int First, int End) Slots)
    {
        public int Start => Text.Start;
        public int End => Text.End;
        public int FirstSlot => Slots.First;
        public int EndSlot => Slots.End;
    }
}

/// <summary>Another item as it was when something was rendered; null when it could not be seen.</summary>
internal readonly record struct Sighting(ItemKind Kind, Guid Key, PublishedItem? Item);

/// <summary>Where one property ends in a text that holds one after the other, parted by commas, and which slots are in front of that.</summary>
internal readonly struct PropertySpan(int end, int endSlot, bool hasBlocks)
{
    // Every rendering has a hundred of these: eight bytes each, not twelve.
    private readonly int _endSlotAndBlocks = (endSlot << 1) | (hasBlocks ? 1 : 0);

    public int End { get; init; } = end;

    public int EndSlot => _endSlotAndBlocks >> 1;

    public bool HasBlocks => (_endSlotAndBlocks & 1) != 0;
}

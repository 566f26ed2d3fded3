using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Rendering;

/// <summary>
/// The properties of one item in one culture as the JSON that is sent when nothing is expanded. Where other items show through it
/// knows the place and what was shown there: a picker that is expanded is written anew into its place, and when a neighbour has
/// changed the whole is rendered again.
/// </summary>
internal sealed class RenderedProperties
{
    private readonly byte[] _text;
    private readonly FilledSlot[] _slots;
    private readonly PropertySpan[] _properties;
    private readonly Sighting[] _seen;
    private long _version;

    private RenderedProperties(byte[] text, FilledSlot[] slots, PropertySpan[] properties, Rendering rendering)
    {
        _text = text;
        _slots = slots;
        _properties = properties;
        _seen = [.. rendering.Seen];
        _version = rendering.Snapshot.Version;
        Size = _text.Length + _slots.Sum(slot => 96 + slot.Placed.Slot.Size) + (_properties.Length * 32) + (_seen.Length * 32);
    }

    /// <summary>About how much memory it takes.</summary>
    public int Size { get; }

    public static RenderedProperties Of(PublishedItem item, Rendering rendering) => rendering.Kept.Of(item, rendering);

    public static RenderedProperties Make(PublishedItem item, Rendering rendering) => Fill(item, rendering, Values(item, rendering), null);

    /// <summary>Does everything it shows of other items still hold?</summary>
    public bool IsCurrent(Rendering rendering)
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
    public void Write(Rendering rendering, Choice choice, PublishedItem item)
    {
        if (choice.IsPlain) rendering.Body.Add(_text);
        else if (choice.Fields is { } fields) WriteFields(rendering, choice, fields, item);
        else WriteExpanded(rendering, choice);
    }

    /// <summary>Everything, with some pickers opened: what stands between two of those goes as one piece.</summary>
    private void WriteExpanded(Rendering rendering, Choice choice)
    {
        var at = 0;
        foreach (var property in _properties)
        {
            if (!property.HasSlots || choice.Expand.Below(property.Alias) is null) continue;
            rendering.Body.Add(_text.AsMemory(at, property.Start - at));
            WriteFilled(rendering, choice, property);
            at = property.End;
        }

        rendering.Body.Add(_text.AsMemory(at));
    }

    private void WriteFields(Rendering rendering, Choice choice, Selection fields, PublishedItem item)
    {
        var run = new Run(rendering.Body, _text);
        foreach (var property in _properties)
        {
            if (fields.Below(property.Alias) is not { } below) continue;
            if (property.HasBlocks && !below.IsUnsaid) run.Add(Pruned(item, property.Alias, fields, rendering), choice, rendering);
            else if (!property.HasSlots || choice.Expand.Below(property.Alias) is null) run.Add(property);
            else run.Add(this, property, choice, rendering);
        }

        run.End();
    }

    private void WriteFilled(Rendering rendering, Choice choice, PropertySpan property)
    {
        var at = property.Start;
        for (var index = property.FirstSlot; index < property.EndSlot; index++)
        {
            var slot = _slots[index];
            rendering.Body.Add(_text.AsMemory(at, slot.Start - at));
            slot.Placed.Write(rendering, choice);
            at = slot.End;
        }

        rendering.Body.Add(_text.AsMemory(at, property.End - at));
    }

    /// <summary>One property whose blocks leave out what <c>fields</c> does not name. Rare, so made on the spot.</summary>
    private static RenderedProperties Pruned(PublishedItem item, string alias, Selection fields, Rendering rendering) =>
        Fill(item, rendering, Values(item, rendering).Where(property => property.Alias == alias), fields);

    private static RenderedProperties Fill(PublishedItem item, Rendering rendering, IEnumerable<(string Alias, DeliveryValue Value)> values, Selection? fields)
    {
        using var writer = new TemplateWriter(rendering.RichTextAsTree, fields);
        foreach (var (alias, value) in values) writer.Property(alias, value);
        return new Filling(writer, rendering.Alone()).Fill((text, slots, properties, alone) => new RenderedProperties(text, slots, properties, alone));
    }

    private static IEnumerable<(string Alias, DeliveryValue Value)> Values(PublishedItem item, Rendering rendering)
    {
        var content = item.Content.Read();
        var snapshot = rendering.Snapshot;
        var context = new EditorContext(snapshot.Schema, snapshot.Editors, rendering.Culture);
        foreach (var property in item.Type.Properties)
        {
            // Umbraco keeps a media file's own properties (umbracoFile, umbracoWidth …) out of the answer.
            if (item.Kind == ItemKind.Media && property.Alias.StartsWith("umbraco", StringComparison.Ordinal)) continue;
            var stored = content.Value(property.Alias, property.VariesByCulture && item.Varies ? rendering.Culture : ItemContent.Invariant);
            yield return (property.Alias, snapshot.Editors.Read(stored, property.DataType, context).Delivery);
        }
    }

    /// <summary>Properties on their way into an answer: neighbours that stay as they are go as one piece.</summary>
    private ref struct Run(ResponseBody body, byte[] text)
    {
        private int _start;
        private int _end = -1;
        private bool _any;

        public void Add(PropertySpan property)
        {
            if (_end >= 0 && property.Start == _end + 1)
            {
                _end = property.End;
                return;
            }

            End();
            (_start, _end) = (property.Start, property.End);
        }

        public void Add(RenderedProperties owner, PropertySpan property, Choice choice, Rendering rendering)
        {
            End();
            Part();
            owner.WriteFilled(rendering, choice, property);
        }

        public void Add(RenderedProperties pruned, Choice choice, Rendering rendering)
        {
            End();
            Part();
            foreach (var property in pruned._properties) pruned.WriteFilled(rendering, choice, property);
        }

        public void End()
        {
            if (_end < 0) return;
            Part();
            body.Add(text.AsMemory(_start, _end - _start));
            _end = -1;
        }

        private void Part()
        {
            if (_any) body.Add(JsonText.Comma);
            _any = true;
        }
    }
}

/// <summary>Another item as it was when something was rendered; null when it could not be seen.</summary>
internal readonly record struct Sighting(ItemKind Kind, Guid Key, PublishedItem? Item);

/// <summary>A slot with the place its plain text takes.</summary>
internal readonly record struct FilledSlot(int Start, int End, PlacedSlot Placed);

/// <summary>Where one property stands in a text, name included, and which slots are its own.</summary>
internal readonly record struct PropertySpan(string Alias, int Start, int End, int FirstSlot, int EndSlot, bool HasBlocks)
{
    public bool HasSlots => EndSlot > FirstSlot;
}

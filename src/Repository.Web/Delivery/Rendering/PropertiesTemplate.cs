using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Rendering;

/// <summary>
/// The properties of one item in one culture as prepared JSON with slots for what belongs to other items. Depends on the item's own
/// content alone, so it is made once and kept with that content, however its neighbours change.
/// </summary>
internal sealed class PropertiesTemplate
{
    private readonly byte[] _text;
    private readonly PlacedSlot[] _slots;
    private readonly PropertySpan[] _properties;

    private PropertiesTemplate(TemplateWriter writer)
    {
        _text = writer.Text();
        _slots = [.. writer.Slots];
        _properties = [.. writer.Properties];
    }

    public static PropertiesTemplate Of(PublishedItem item, Rendering rendering) =>
        item.Content.Kept.Get(item.Varies ? rendering.Culture : ItemContent.Invariant, (item, rendering), static state => Make(state.item, state.rendering));

    /// <summary>Writes what stands between the braces of <c>"properties":{}</c>.</summary>
    public void Write(Rendering rendering, Choice choice, PublishedItem item)
    {
        if (choice.Fields is not { } fields)
        {
            WriteWhole(rendering, choice);
            return;
        }

        var first = true;
        foreach (var property in _properties)
        {
            if (fields.Below(property.Alias) is not { } below) continue;
            if (!first) rendering.Body.Add(JsonText.Comma);
            first = false;
            if (property.HasBlocks && !below.IsEmpty) Pruned(item, property.Alias, fields, rendering).WriteWhole(rendering, choice);
            else Write(rendering, choice, property.Start, property.End, property.FirstSlot, property.EndSlot);
        }
    }

    private void WriteWhole(Rendering rendering, Choice choice) => Write(rendering, choice, 0, _text.Length, 0, _slots.Length);

    private void Write(Rendering rendering, Choice choice, int start, int end, int firstSlot, int endSlot)
    {
        var at = start;
        for (var index = firstSlot; index < endSlot; index++)
        {
            var slot = _slots[index];
            rendering.Body.Add(_text.AsMemory(at, slot.Offset - at));
            slot.Write(rendering, choice);
            at = slot.Offset;
        }

        rendering.Body.Add(_text.AsMemory(at, end - at));
    }

    private static PropertiesTemplate Make(PublishedItem item, Rendering rendering)
    {
        using var writer = new TemplateWriter(rendering.RichTextAsTree, null);
        foreach (var (alias, value) in Values(item, rendering)) writer.Property(alias, value);
        return new PropertiesTemplate(writer);
    }

    /// <summary>One property whose blocks leave out what <c>fields</c> does not name. Rare, so made on the spot.</summary>
    private static PropertiesTemplate Pruned(PublishedItem item, string alias, Selection fields, Rendering rendering)
    {
        using var writer = new TemplateWriter(rendering.RichTextAsTree, fields);
        foreach (var (name, value) in Values(item, rendering).Where(property => property.Alias == alias)) writer.Property(name, value);
        return new PropertiesTemplate(writer);
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
}

/// <summary>Where one property stands in a template's text, name included, and which slots are its own.</summary>
internal readonly record struct PropertySpan(string Alias, int Start, int End, int FirstSlot, int EndSlot, bool HasBlocks);

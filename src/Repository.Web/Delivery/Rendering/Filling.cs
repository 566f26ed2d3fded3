using System.Buffers;

namespace Repository.Web.Delivery.Rendering;

/// <summary>Fills the slots of a template with what other items show when nothing is expanded, and moves everything behind them along.</summary>
internal sealed class Filling(TemplateWriter template, RenderingPass alone)
{
    private readonly ArrayBufferWriter<byte> _text = new(template.Text.Length + 256);
    private readonly List<Inset> _insets = [];

    public RenderedProperties Fill()
    {
        var slots = new FilledSlot[template.Slots.Count];
        var at = 0;
        for (var index = 0; index < slots.Length; index++)
        {
            var placed = template.Slots[index];
            _text.Write(template.Text[at..placed.Offset]);
            slots[index] = Filled(placed.Slot, placed.Path);
            at = placed.Offset;
        }

        alone.Body.Clear();
        _text.Write(template.Text[at..]);
        return new RenderedProperties(_text.WrittenSpan.ToArray(), [.. _insets], slots, [.. template.Properties.Select(property => Moved(property, slots))], alone);
    }

    private FilledSlot Filled(Slot slot, string[] path)
    {
        var (start, firstInset, firstSeen, next) = (_text.WrittenCount, _insets.Count, alone.Seen.Count, alone.Body.Pieces.Length);
        slot.Write(alone, [], expanded: false, Choice.Plain);
        for (; next < alone.Body.Pieces.Length; next++)
        {
            var piece = alone.Body.Pieces[next].Text;
            if (alone.IsBorrowed(next)) _insets.Add(new Inset(_text.WrittenCount, _insets is [.., var last] ? last.After : 0, piece));
            else _text.Write(piece.Span);
        }

        return new FilledSlot(slot.Filled, path, (start, _text.WrittenCount), (firstInset, _insets.Count), (firstSeen, alone.Seen.Count));
    }

    private PropertySpan Moved(PropertySpan property, FilledSlot[] slots) =>
        property.EndSlot == 0 ? property : property with { End = property.End + slots[property.EndSlot - 1].End - template.Slots[property.EndSlot - 1].Offset };
}

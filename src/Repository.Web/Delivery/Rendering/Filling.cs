namespace Repository.Web.Delivery.Rendering;

/// <summary>Fills the slots of a template with what other items show when nothing is expanded, and moves everything behind them along.</summary>
internal sealed class Filling(TemplateWriter template, Rendering rendering)
{
    public T Fill<T>(Func<byte[], FilledSlot[], PropertySpan[], Rendering, T> made)
    {
        var text = template.Text();
        var slots = new FilledSlot[template.Slots.Count];
        var at = 0;
        for (var index = 0; index < slots.Length; index++)
        {
            var placed = template.Slots[index];
            rendering.Body.Add(text.AsMemory(at, placed.Offset - at));
            var start = (int)rendering.Body.Length;
            placed.Slot.Write(rendering, expanded: false, Choice.Plain);
            slots[index] = new FilledSlot(start, (int)rendering.Body.Length, placed);
            at = placed.Offset;
        }

        rendering.Body.Add(text.AsMemory(at));
        return made(rendering.Body.ToArray(), slots, [.. template.Properties.Select(property => Moved(property, slots))], rendering);
    }

    private PropertySpan Moved(PropertySpan property, FilledSlot[] slots) =>
        property with { Start = property.Start + Growth(property.FirstSlot, slots), End = property.End + Growth(property.EndSlot, slots) };

    /// <summary>How much longer the text has become in front of a slot.</summary>
    private int Growth(int slot, FilledSlot[] slots) => slot == 0 ? 0 : slots[slot - 1].End - template.Slots[slot - 1].Offset;
}

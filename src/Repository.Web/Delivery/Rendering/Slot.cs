namespace Repository.Web.Delivery.Rendering;

/// <summary>A place in prepared text that is filled when an answer is written, because it shows another item as that item is at that moment.</summary>
internal abstract class Slot
{
    /// <summary>How much memory it holds by itself, where that is worth counting.</summary>
    public virtual int Size => 0;

    /// <param name="rendering">The answer being written.</param>
    /// <param name="seen">What this slot saw when it was last filled, if that still holds: it need not be looked up again.</param>
    /// <param name="expanded">Are picked items written with their properties?</param>
    /// <param name="below">Which of their properties.</param>
    public abstract void Write(RenderingPass rendering, ReadOnlySpan<Sighting> seen, bool expanded, Choice below);

    /// <summary>What must be kept to fill it once more with what it saw: pickers need not name their items twice.</summary>
    public virtual Slot Filled => this;
}

/// <summary>A slot in its template: where in the text, and in which property of which block.</summary>
internal readonly record struct PlacedSlot(int Offset, string[] Path, Slot Slot);

/// <summary>A slot with the place its plain text takes, the insets there, and what it saw.</summary>
internal readonly struct FilledSlot(Slot slot, string[] path, (int Start, int End) text, (int First, int End) insets, (int First, int End) seen)
{
    private readonly int _firstSeen = seen.First;
    private readonly int _endSeen = seen.End;

    private readonly string[] _below = path[1..];

    /// <summary>The item's own property that it is part of.</summary>
    public readonly string Property = path[0];
    public readonly int Start = text.Start;
    public readonly int End = text.End;
    public readonly int FirstInset = insets.First;
    public readonly int EndInset = insets.End;

    public int Size => 64 + slot.Size;

    public void WriteOpened(RenderingPass rendering, ReadOnlySpan<Sighting> seen, Choice choice)
    {
        var expanded = choice.Expand.Below(Property) is not null;
        choice = choice.Below(Property);
        foreach (var alias in _below)
        {
            expanded = choice.Expand.Below(alias) is not null;
            choice = choice.Below(alias);
        }

        slot.Write(rendering, seen[_firstSeen.._endSeen], expanded, choice);
    }
}

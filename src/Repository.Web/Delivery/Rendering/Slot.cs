namespace Repository.Web.Delivery.Rendering;

/// <summary>A place in prepared text that is filled when an answer is written, because it shows another item as that item is at that moment.</summary>
internal abstract class Slot
{
    /// <summary>How much memory it holds by itself, where that is worth counting.</summary>
    public virtual int Size => 0;

    /// <param name="rendering">The answer being written.</param>
    /// <param name="expanded">Are picked items written with their properties?</param>
    /// <param name="below">Which of their properties.</param>
    public abstract void Write(Rendering rendering, bool expanded, Choice below);
}

/// <summary>A slot in its template: where in the text, and in which property of which block.</summary>
internal readonly record struct PlacedSlot(int Offset, string[] Path, Slot Slot)
{
    public void Write(Rendering rendering, Choice choice)
    {
        var expanded = false;
        foreach (var alias in Path)
        {
            expanded = choice.Expand.Below(alias) is not null;
            choice = choice.Below(alias);
        }

        Slot.Write(rendering, expanded, choice);
    }
}

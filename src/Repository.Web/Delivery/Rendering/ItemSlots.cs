using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Rendering;

/// <summary>The item of a content picker, or null.</summary>
internal sealed class SingleItemSlot(ItemReference item) : Slot
{
    private static readonly SingleItemSlot Seen = new(default);

    public override Slot Filled => Seen;

    public override void Write(RenderingPass rendering, ReadOnlySpan<Sighting> seen, bool expanded, Choice below)
    {
        var picked = seen is [var sighting] ? rendering.Shown(sighting.Item) : Picked.Find(rendering, item);
        if (picked is not null) Picked.Write(picked, rendering, isFirst: true, expanded, below);
        else rendering.Body.Add(JsonText.Null);
    }
}

/// <summary>The items of a multinode tree picker; those that are not published are left out.</summary>
internal sealed class ItemListSlot(ImmutableArray<ItemReference> items) : Slot
{
    private static readonly ItemListSlot Seen = new([]);

    public override Slot Filled => Seen;

    public override void Write(RenderingPass rendering, ReadOnlySpan<Sighting> seen, bool expanded, Choice below)
    {
        rendering.Body.Add(JsonText.OpenArray);
        var isFirst = true;
        foreach (var reference in items) Write(Picked.Find(rendering, reference));
        foreach (var sighting in seen) Write(rendering.Shown(sighting.Item));
        rendering.Body.Add(JsonText.CloseArray);

        void Write(PublishedItem? picked)
        {
            if (picked is null) return;
            Picked.Write(picked, rendering, isFirst, expanded, below);
            isFirst = false;
        }
    }
}

/// <summary>The media of a media picker, with the crops chosen there.</summary>
internal sealed class PickedMediaSlot(ImmutableArray<PickedMedia> media) : Slot
{
    public override void Write(RenderingPass rendering, ReadOnlySpan<Sighting> seen, bool expanded, Choice below)
    {
        rendering.Body.Add(JsonText.OpenArray);
        var first = true;
        foreach (var picked in media)
        {
            if (rendering.Find(ItemKind.Media, picked.MediaKey) is not { } found) continue;
            if (!first) rendering.Body.Add(JsonText.Comma);
            first = false;
            MediaFragment.WritePicked(found, picked, rendering, expanded, below);
        }

        rendering.Body.Add(JsonText.CloseArray);
    }
}

internal static class Picked
{
    public static PublishedItem? Find(RenderingPass rendering, ItemReference reference) =>
        rendering.Find(reference.Kind == ReferenceKind.Media ? ItemKind.Media : ItemKind.Document, reference.Key);

    /// <summary>An item in its list; those behind the first begin with a comma.</summary>
    public static void Write(PublishedItem item, RenderingPass rendering, bool isFirst, bool expanded, Choice below)
    {
        if (item.Kind != ItemKind.Media)
        {
            ContentFragment.WritePicked(item, rendering, isFirst, expanded, below);
            return;
        }

        if (!isFirst) rendering.Body.Add(JsonText.Comma);
        MediaFragment.WritePicked(item, null, rendering, expanded, below);
    }
}

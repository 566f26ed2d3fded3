using System.Collections.Immutable;
using Repository.Core.Content;
using Repository.Core.Editors;
using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Rendering;

/// <summary>The item of a content picker, or null.</summary>
internal sealed class SingleItemSlot(ItemReference item) : Slot
{
    public override void Write(Rendering rendering, bool expanded, Choice below)
    {
        if (Picked.Find(rendering, item) is { } found) Picked.Write(found, rendering, expanded, below);
        else rendering.Body.Add(JsonText.Null);
    }
}

/// <summary>The items of a multinode tree picker; those that are not published are left out.</summary>
internal sealed class ItemListSlot(ImmutableArray<ItemReference> items) : Slot
{
    public override void Write(Rendering rendering, bool expanded, Choice below)
    {
        rendering.Body.Add(JsonText.OpenArray);
        var first = true;
        foreach (var reference in items)
        {
            if (Picked.Find(rendering, reference) is not { } found) continue;
            if (!first) rendering.Body.Add(JsonText.Comma);
            first = false;
            Picked.Write(found, rendering, expanded, below);
        }

        rendering.Body.Add(JsonText.CloseArray);
    }
}

/// <summary>The media of a media picker, with the crops chosen there.</summary>
internal sealed class PickedMediaSlot(ImmutableArray<PickedMedia> media) : Slot
{
    public override void Write(Rendering rendering, bool expanded, Choice below)
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
    public static PublishedItem? Find(Rendering rendering, ItemReference reference) =>
        rendering.Find(reference.Kind == ReferenceKind.Media ? ItemKind.Media : ItemKind.Document, reference.Key);

    public static void Write(PublishedItem item, Rendering rendering, bool expanded, Choice below)
    {
        if (item.Kind == ItemKind.Media) MediaFragment.WritePicked(item, null, rendering, expanded, below);
        else ContentFragment.WritePicked(item, rendering, expanded, below);
    }
}

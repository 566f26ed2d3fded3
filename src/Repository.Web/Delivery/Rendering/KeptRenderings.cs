using System.Collections.Concurrent;
using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Rendering;

/// <summary>
/// What was rendered, kept as long as there is room: the oldest leaves first. An item's rendering is kept by its content, so that a
/// new revision never meets the old one's. Thread-safe.
/// </summary>
internal sealed class KeptRenderings(long mostBytes)
{
    private readonly ConcurrentDictionary<(PublishedContent Content, string Culture), RenderedProperties> _kept = new();
    private readonly ConcurrentQueue<((PublishedContent, string) Place, RenderedProperties Rendered)> _order = new();
    private long _bytes;

    public RenderedProperties Of(PublishedItem item, Rendering rendering)
    {
        var place = (item.Content, rendering.KnownCulture);
        if (_kept.TryGetValue(place, out var known) && known.IsCurrent(rendering)) return known;
        var made = RenderedProperties.Make(item, rendering);
        _kept[place] = made;
        _order.Enqueue((place, made));
        if (Interlocked.Add(ref _bytes, made.Size) > mostBytes) MakeRoom();
        return made;
    }

    private void MakeRoom()
    {
        while (Volatile.Read(ref _bytes) > mostBytes && _order.TryDequeue(out var oldest))
        {
            // Only what still stands in its place is taken away; what has been replaced is gone already.
            _kept.TryRemove(new(oldest.Place, oldest.Rendered));
            Interlocked.Add(ref _bytes, -oldest.Rendered.Size);
        }
    }
}

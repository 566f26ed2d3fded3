using System.Collections.Concurrent;
using Repository.Core.Publishing;

namespace Repository.Web.Delivery.Rendering;

/// <summary>
/// What was rendered, kept as long as there is room; then only some of what comes is let in, for the oldest, so that a reader who walks
/// through everything does not drive everything out. An item's rendering is kept by its content, so that a new revision never meets the
/// old one's. Thread-safe.
/// </summary>
internal sealed class KeptRenderings(long mostBytes)
{
    private readonly ConcurrentDictionary<(PublishedContent Content, string Culture), RenderedProperties> _kept = new();
    private readonly ConcurrentQueue<((PublishedContent, string) Place, RenderedProperties Rendered)> _order = new();
    private const int OneIn = 16;

    /// <summary>What was driven out is old, and by itself the collector lets old things lie until there is half as much of them as of what lives.</summary>
    private const long ClearedAt = 64 * 1024 * 1024;

    private long _bytes;
    private long _drivenOut;
    private uint _late;

    public RenderedProperties Of(PublishedItem item, RenderingPass rendering)
    {
        var place = (item.Content, rendering.KnownCulture);
        if (_kept.TryGetValue(place, out var known) && known.IsCurrent(rendering)) return known;
        var made = RenderedProperties.Make(item, rendering);
        if (known is not null || HasRoom(made)) Keep(place, made);
        return made;
    }

    private bool HasRoom(RenderedProperties made) => Volatile.Read(ref _bytes) + made.Size <= mostBytes || Interlocked.Increment(ref _late) % OneIn == 0;

    private void Keep((PublishedContent, string) place, RenderedProperties made)
    {
        _kept[place] = made;
        _order.Enqueue((place, made));
        if (Interlocked.Add(ref _bytes, made.Size) > mostBytes) MakeRoom();
    }

    private void MakeRoom()
    {
        while (Volatile.Read(ref _bytes) > mostBytes && _order.TryDequeue(out var oldest))
        {
            // Only what still stands in its place is taken away; what has been replaced is gone already.
            _kept.TryRemove(new(oldest.Place, oldest.Rendered));
            Interlocked.Add(ref _bytes, -oldest.Rendered.Size);
            if (Interlocked.Add(ref _drivenOut, oldest.Rendered.Size) >= ClearedAt) Clear();
        }
    }

    private void Clear()
    {
        if (Interlocked.Exchange(ref _drivenOut, 0) >= ClearedAt) GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
    }
}

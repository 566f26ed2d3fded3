using System.Collections.Concurrent;

namespace Repository.Web.Media.Renditions.Keeping;

/// <summary>
/// The bytes of small renditions that were asked for lately: opening a file costs more than sending it. Bounded by two generations: what is used
/// moves to the younger one, and when that is full the older one is dropped. Thread-safe.
/// </summary>
internal sealed class RenditionMemory(int generation = 16 * 1024 * 1024)
{
    /// <summary>Larger ones are read from their file each time.</summary>
    public const int Largest = 128 * 1024;

    private readonly Lock _changing = new();
    private volatile ConcurrentDictionary<Rendition, byte[]> _young = new();
    private volatile ConcurrentDictionary<Rendition, byte[]> _old = new();
    private long _bytes;

    public byte[]? Find(Rendition rendition)
    {
        if (_young.TryGetValue(rendition, out var bytes)) return bytes;
        if (!_old.TryGetValue(rendition, out bytes)) return null;
        Keep(rendition, bytes);
        return bytes;
    }

    public void Keep(Rendition rendition, byte[] bytes)
    {
        lock (_changing)
        {
            if (!_young.TryAdd(rendition, bytes)) return;
            _bytes += bytes.Length;
            if (_bytes < generation) return;
            _old = _young;
            _young = new();
            _bytes = 0;
        }
    }
}

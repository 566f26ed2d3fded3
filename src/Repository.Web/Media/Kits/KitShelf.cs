using System.Collections.Concurrent;
using Repository.Web.Media.Kits.Archive;

namespace Repository.Web.Media.Kits;

/// <summary>The kits of one snapshot that somebody has asked for: to read a material anew for every page would take as long as the page. Goes with its snapshot. Thread-safe.</summary>
internal sealed class KitShelf(Func<Guid, Uri?, KitArchive?> read)
{
    /// <summary>A site has one name, or a few; whoever invents more gets an answer, but no room.</summary>
    private const int Most = 2_000;

    private readonly ConcurrentDictionary<(Guid Key, string Site), KitArchive> _kits = new();

    public KitArchive? Find(Guid key, Uri? site)
    {
        var place = (key, site?.AbsoluteUri ?? "");
        if (_kits.TryGetValue(place, out var known)) return known;
        var archive = read(key, site);
        if (archive is not null && _kits.Count < Most) _kits.TryAdd(place, archive);
        return archive;
    }
}

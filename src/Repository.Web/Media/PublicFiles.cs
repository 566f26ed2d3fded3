using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Storage.Files;
using Repository.Web.Delivery.Rendering;
using Repository.Web.Live;
using Repository.Web.Operations;

namespace Repository.Web.Media;

/// <summary>The one place where an address becomes a file: which bytes it means is what the public revision of its item says. A file whose item the public does not see does not exist.</summary>
internal sealed class PublicFiles(RepositoryOptions options, LiveContent live, FileStore store)
{
    /// <summary>The file at an address such as <c>/media/k3p9x2ab/asamblea.png</c>, spelled exactly so and without a query; null when there is none.</summary>
    public PublicFile? Find(string? address)
    {
        if (address is null) return null;
        var snapshot = live.Current;
        var addresses = snapshot.View(ItemKind.Media, "").Kept.Get("", snapshot, static snapshot => new Addresses(snapshot));
        if (addresses.Find(address) is not { } item) return null;
        return item.Hash is { } hash ? Stored(address, hash, item.UpdatedAt) : Older(address);
    }

    private PublicFile? Stored(string address, FileHash hash, DateTimeOffset updatedAt) =>
        store.Find(hash) is { } path ? new PublicFile(path, MediaContentTypes.Of(address), hash.Hex, updatedAt) : null;

    /// <summary>Items of before the store say no hash: their files lie at their address.</summary>
    private PublicFile? Older(string address)
    {
        if (MediaAddress.FileBelow(options.MediaPath, address) is not { Exists: true } file) return null;
        var changed = new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero);
        return new PublicFile(file.FullName, MediaContentTypes.Of(address), $"{changed.Ticks:x}-{file.Length:x}", changed);
    }

    private sealed class Addresses
    {
        private readonly Dictionary<string, (FileHash? Hash, DateTimeOffset UpdatedAt)> _items = new(StringComparer.Ordinal);

        public Addresses(PublishedSnapshot snapshot)
        {
            var media = snapshot.View(ItemKind.Media, "");
            for (var ordinal = 0; ordinal < media.Count; ordinal++)
            {
                var item = media[ordinal];
                if (MediaFragment.Of(item, snapshot).Url is { Length: > 0 } url)
                {
                    _items.TryAdd(url, (FileHash.Parse(item.Content.Value(MediaProperties.Hash, ItemContent.Invariant)), item.Cultures[0].UpdatedAt));
                }
            }
        }

        public (FileHash? Hash, DateTimeOffset UpdatedAt)? Find(string address) => _items.TryGetValue(address, out var item) ? item : null;
    }
}

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
        var addresses = snapshot.View(ItemKind.Media, "").Kept.Get("", snapshot, static snapshot => ByAddress(snapshot));
        if (!addresses.TryGetValue(address, out var medium)) return null;
        return medium.Hash is { } hash ? Stored(address, hash, medium) : Older(address, medium);
    }

    private PublicFile? Stored(string address, FileHash hash, PublishedMedium medium) =>
        store.Find(hash) is { } path ? new PublicFile(address, path, MediaContentTypes.Of(address), hash.Hex, medium.UpdatedAt, medium) : null;

    /// <summary>Items of before the store say no hash: their files lie at their address.</summary>
    private PublicFile? Older(string address, PublishedMedium medium)
    {
        if (MediaAddress.FileBelow(options.MediaPath, address) is not { Exists: true } file) return null;
        var changed = new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero);
        return new PublicFile(address, file.FullName, MediaContentTypes.Of(address), $"{changed.Ticks:x}-{file.Length:x}", changed, medium);
    }

    private static Dictionary<string, PublishedMedium> ByAddress(PublishedSnapshot snapshot)
    {
        var byAddress = new Dictionary<string, PublishedMedium>(StringComparer.Ordinal);
        var media = snapshot.View(ItemKind.Media, "");
        for (var ordinal = 0; ordinal < media.Count; ordinal++)
        {
            if (MediaFragment.Of(media[ordinal], snapshot).Url is { Length: > 0 } address) byAddress.TryAdd(address, new PublishedMedium(media[ordinal], snapshot));
        }

        return byAddress;
    }
}

using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Storage.Files;
using Repository.Web.Media.Renditions.Credits;

namespace Repository.Web.Media;

/// <summary>A published media item that has a file, as of one snapshot.</summary>
internal sealed class PublishedMedium(PublishedItem item, PublishedSnapshot snapshot)
{
    /// <summary>Null for items of before the store.</summary>
    public FileHash? Hash { get; } = FileHash.Parse(item.Content.Value(MediaProperties.Hash, ItemContent.Invariant));

    public DateTimeOffset UpdatedAt => item.Cultures[0].UpdatedAt;

    /// <summary>Made when first asked for. It belongs to the snapshot: a licence that is renamed is another item's change.</summary>
    public MediaRights Rights => field ??= MediaRights.Of(item, snapshot);
}

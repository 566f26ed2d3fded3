using Repository.Core.Content;

namespace Repository.Core.Publishing.Importing;

/// <summary>What is measured from a media file and never stands in uSync's files.</summary>
internal static class MediaFacts
{
    /// <summary>Imported content with what is known of its file, as long as it is the same file.</summary>
    public static ItemContent Kept(ItemContent imported, ItemContent stored)
    {
        if (imported.Value(MediaProperties.File) != stored.Value(MediaProperties.File) || IsAnotherFile(imported, stored)) return imported;
        foreach (var fact in MediaProperties.Measured.Append(MediaProperties.Duration).Where(fact => imported.Value(fact) is null && stored.Value(fact) is not null)) imported = imported.With(fact, stored.Value(fact) ?? "");
        return imported;
    }

    /// <summary>The same address may mean other bytes now: what was measured of the old ones says nothing of them.</summary>
    private static bool IsAnotherFile(ItemContent imported, ItemContent stored) =>
        imported.Value(MediaProperties.Hash) is { } hash && hash != stored.Value(MediaProperties.Hash);
}

using Repository.Core.Content;

namespace Repository.Core.Publishing.Importing;

/// <summary>What is measured from a media file and never stands in uSync's files.</summary>
internal static class MediaFacts
{
    private const string File = "umbracoFile";

    private static readonly string[] Measured = ["umbracoWidth", "umbracoHeight", "umbracoBytes", "umbracoExtension"];

    /// <summary>Imported content with what is known of its file, as long as it is the same file.</summary>
    public static ItemContent Kept(ItemContent imported, ItemContent stored)
    {
        if (imported.Value(File) != stored.Value(File)) return imported;
        foreach (var fact in Measured.Where(fact => imported.Value(fact) is null && stored.Value(fact) is not null)) imported = imported.With(fact, stored.Value(fact) ?? "");
        return imported;
    }
}

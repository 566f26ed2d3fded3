using System.Collections.Immutable;
using Repository.USync.Files;

namespace Repository.USync.Content;

/// <summary>The folders that hold content.</summary>
internal static class ContentKinds
{
    public static readonly FileKind<ContentFile> Media = Kind("Media");
    public static readonly FileKind<ContentFile> Content = Kind("Content");

    /// <summary>In uSync's order of import.</summary>
    public static readonly ImmutableArray<FileKind<ContentFile>> All = [Media, Content];

    private static FileKind<ContentFile> Kind(string name) => new(name, name, ContentFileReader.Read, file => file.Key, file => file.Key.ToString());
}

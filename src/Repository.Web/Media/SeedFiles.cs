namespace Repository.Web.Media;

/// <summary>The files of the seed media on their way into the data folder. What lies there already is never written over.</summary>
internal static class SeedFiles
{
    public static void CopyMissing(string source, string target)
    {
        if (!Directory.Exists(source)) return;
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            if (File.Exists(copy)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);

            // Under another name until it is whole: a start that is cut off leaves no half file that would count as copied.
            // And under a name of its own: another process may be at the same file.
            var partial = $"{copy}.{Guid.NewGuid():N}.part";
            File.Copy(file, partial);
            File.Move(partial, copy, overwrite: true);
        }
    }
}

using Repository.Testing;

namespace Repository.Specs;

/// <summary>The project's schema without its content, for tests that bring their own.</summary>
internal static class BareSchema
{
    public static string CopyTo(string folder)
    {
        var source = ProjectFolder.Find("uSync");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(source, file);
            if (name.Split(Path.DirectorySeparatorChar) is [_, "Content" or "Media", ..]) continue;
            var copy = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }
}

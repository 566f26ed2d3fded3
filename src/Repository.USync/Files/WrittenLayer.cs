namespace Repository.USync.Files;

/// <summary>A file on its way to the disk: its folder, the name it would like to have, and the key that tells it from another of that name.</summary>
internal sealed record WrittenFile(string Folder, string Name, Guid Key, byte[] Bytes);

/// <summary>The written layer of a uSync folder. What stands in its folders afterwards is exactly what was written.</summary>
internal sealed class WrittenLayer(string path)
{
    public void Write(IEnumerable<string> folders, IEnumerable<WrittenFile> files)
    {
        var byFolder = files.ToLookup(file => file.Folder, StringComparer.Ordinal);
        foreach (var folder in folders) Write(Path.Combine(path, folder), byFolder[folder]);
    }

    public void WriteConfig(byte[] bytes) => WriteWhenDifferent(Path.Combine(path, "usync.config"), bytes);

    private static void Write(string folder, IEnumerable<WrittenFile> files)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            string[] names = [file.Name, file.Name + FileNames.Suffix(file.Key), file.Name + FileNames.WholeSuffix(file.Key)];
            var name = names.First(taken.Add);
            Directory.CreateDirectory(folder);
            WriteWhenDifferent(Path.Combine(folder, name + FileNames.Extension), file.Bytes);
        }

        if (!Directory.Exists(folder)) return;
        foreach (var left in Directory.EnumerateFiles(folder, "*" + FileNames.Extension, SearchOption.AllDirectories))
        {
            if (Path.GetDirectoryName(left) != folder || !taken.Contains(Path.GetFileNameWithoutExtension(left))) File.Delete(left);
        }
    }

    private static void WriteWhenDifferent(string file, byte[] bytes)
    {
        if (File.Exists(file) && File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }
}

namespace Repository.Storage.Files;

/// <summary>
/// Files under the hash of their bytes. What lies under a hash is the whole file and never changes: a file is written aside, forced to disk and then
/// moved. Several processes may share the folder.
/// </summary>
public sealed class FileStore(string folder)
{
    private const string Aside = "incoming";

    /// <summary>Where files lie that are not whole yet.</summary>
    public string Incoming => Path.Combine(folder, Aside);

    /// <summary>Where a file lies; null when the store does not have it.</summary>
    public string? Find(FileHash hash) => Path.Combine(folder, Place(hash)) is var path && File.Exists(path) ? path : null;

    /// <summary>A new file, empty and aside.</summary>
    public IncomingFile Receive()
    {
        Directory.CreateDirectory(Incoming);
        return new IncomingFile(this, new FileStream(Path.Combine(Incoming, $"{Guid.NewGuid():n}.part"), Creating));
    }

    /// <summary>A file that was filled elsewhere, on the same disk, and is open for nobody else.</summary>
    public IncomingFile Adopt(FileStream file) => new(this, file);

    /// <summary>Removes what was left aside by processes that were ended while they wrote. Files that someone is writing are held open by them, and stay.</summary>
    public void ClearLeftovers()
    {
        if (!Directory.Exists(Incoming)) return;
        foreach (var left in Directory.EnumerateFiles(Incoming))
        {
            try
            {
                using var alone = new FileStream(left, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Share = FileShare.None });
                File.Delete(left);
            }
            catch (IOException)
            {
                // Held by another process, or gone meanwhile.
            }
        }
    }

    /// <summary>Moves a whole file to its place. The file that lies there already is the same one.</summary>
    internal bool Keep(string aside, FileHash hash)
    {
        var path = Path.Combine(folder, Place(hash));
        if (File.Exists(path)) return false;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(aside, path, overwrite: true);
        return true;
    }

    private static string Place(FileHash hash) => Path.Combine(hash.Hex[..2], hash.Hex[2..]);

    private static FileStreamOptions Creating => new() { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.SequentialScan };
}

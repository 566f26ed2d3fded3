namespace Repository.Storage.Files;

/// <summary>
/// Files under the hash of their bytes. What lies under a hash is the whole file and never changes: a file is written aside, forced to disk and then
/// moved. Several processes may share the folder.
/// </summary>
public sealed class FileStore(string folder, TimeProvider clock)
{
    private const string Aside = "incoming";

    /// <summary>Where files lie that are not whole yet.</summary>
    public string Incoming => Path.Combine(folder, Aside);

    /// <summary>Where a file lies; null when the store does not have it.</summary>
    public string? Find(FileHash hash) => PathOf(hash) is var path && File.Exists(path) ? path : null;

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

    /// <summary>The files that nobody has brought, or brought again, since a moment.</summary>
    public IEnumerable<StoredFile> OlderThan(DateTimeOffset moment)
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            if (FileHash.Parse(file.Directory!.Name + file.Name) is { } hash && file.FullName == Path.GetFullPath(PathOf(hash)) && file.LastWriteTimeUtc < moment) yield return new StoredFile(hash, file.Length);
        }
    }

    /// <summary>Removes a file for good, unless someone has brought it again since the moment.</summary>
    public bool Remove(FileHash hash, DateTimeOffset olderThan)
    {
        // Out of the way first: whoever brings the same bytes from now on brings a file of their own.
        Directory.CreateDirectory(Incoming);
        var (path, aside) = (PathOf(hash), Path.Combine(Incoming, $"{Guid.NewGuid():n}.gone"));
        File.Move(path, aside);
        if (File.GetLastWriteTimeUtc(aside) < olderThan)
        {
            File.Delete(aside);
            return true;
        }

        File.Move(aside, path, overwrite: true);
        return false;
    }

    /// <summary>Moves a whole file to its place. The file that lies there already is the same one.</summary>
    internal bool Keep(string aside, FileHash hash)
    {
        var path = PathOf(hash);
        if (IsThere(path)) return false;
        var place = Path.GetDirectoryName(path)!;
        StoredFolder.Create(place);
        File.Move(aside, path, overwrite: true);

        // Whoever is told that the file is kept finds it after a power cut under its name.
        StoredFolder.Flush(place);
        return true;
    }

    /// <summary>A file that is brought again is as young as a new one: nobody may take it for one that is not wanted any more.</summary>
    private bool IsThere(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    private string PathOf(FileHash hash) => Path.Combine(folder, Place(hash));

    private static string Place(FileHash hash) => Path.Combine(hash.Hex[..2], hash.Hex[2..]);

    private static FileStreamOptions Creating => new() { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.SequentialScan };
}

/// <summary>A file of the store.</summary>
public readonly record struct StoredFile(FileHash Hash, long Bytes);

using System.Security.Cryptography;
using Repository.Core.Forms.Submitting;
using Repository.Storage.Files;

namespace Repository.Storage.Forms;

/// <summary>
/// The files people send with their entries, each under a key of its own: no address serves them, and erasing one erases no other of the same bytes. What
/// was kept is on the disk. Thread-safe; several processes may share the folder.
/// </summary>
public sealed class EntryFiles(string folder)
{
    private const int Portion = 128 * 1024;

    /// <summary>Keeps a file, hashing it on the way.</summary>
    /// <returns>Null when it is longer than allowed: what is beyond is not read, and nothing of it is left.</returns>
    public async Task<KeptFile?> KeepAsync(Stream source, string name, string mediaType, long most, CancellationToken cancellation)
    {
        var key = Guid.CreateVersion7();
        var path = PathOf(key);
        StoredFolder.Create(folder);
        StoredFolder.Create(Path.GetDirectoryName(path)!);
        var aside = path + ".part";
        try
        {
            if (await FillAsync(aside, source, most, cancellation) is not var (length, hash)) return null;
            File.Move(aside, path);
            StoredFolder.Flush(Path.GetDirectoryName(path)!);
            return new KeptFile(new UploadedFile(key, name, mediaType, length), hash);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>A place on the disk for what is still on its way; it is gone when it is closed, and what a process that was ended left of it goes with the orphans.</summary>
    public FileStream OpenAside()
    {
        StoredFolder.Create(folder);
        return new FileStream(
            Path.Combine(folder, $"{Guid.NewGuid():n}.part"),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Delete, Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose });
    }

    /// <summary>Null when its bytes are gone.</summary>
    public FileStream? Open(Guid key)
    {
        try
        {
            return new FileStream(PathOf(key), new FileStreamOptions { Mode = FileMode.Open, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Erase(Guid key)
    {
        if (File.Exists(PathOf(key))) File.Delete(PathOf(key));
    }

    /// <summary>Files that were there before a moment, so that those no entry names can be told from those of an entry on its way.</summary>
    public IEnumerable<Guid> OlderThan(DateTimeOffset moment)
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            if (file.LastWriteTimeUtc >= moment.UtcDateTime) continue;
            if (Guid.TryParseExact(file.Name, "n", out var key)) yield return key;
            // Left by a process that was ended while it wrote.
            else if (file.Extension == ".part") file.Delete();
        }
    }

    private static async Task<(long Length, string Hash)?> FillAsync(string path, Stream source, long most, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var portion = new byte[Portion];
        for (int read; (read = await source.ReadAsync(portion, cancellation)) > 0;)
        {
            if (file.Position + read > most) return null;
            hash.AppendData(portion, 0, read);
            await file.WriteAsync(portion.AsMemory(0, read), cancellation);
        }

        file.Flush(flushToDisk: true);
        return (file.Position, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    // By the end of the key, which is chance: its beginning is the time.
    private string PathOf(Guid key) => Path.Combine(folder, key.ToString("n")[^2..], key.ToString("n"));
}

/// <summary>A file that is on the disk, with the SHA-256 of its bytes.</summary>
public sealed record KeptFile(UploadedFile File, string Hash);

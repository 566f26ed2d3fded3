using Repository.Core.Indexing;
using Repository.Storage.Files;

namespace Repository.Web.Media.Texts;

/// <summary>
/// The texts of files, each read once, beside their files and under the same hash: whole, and as search is told of them. A text appears when it is whole
/// on disk. All of it can be deleted at any time, and is read anew. Thread-safe; several processes may share the folder.
/// </summary>
internal sealed class FileTexts(string folder) : IFileTexts
{
    /// <summary>Raised when a file would be read otherwise than before: then every file is read anew.</summary>
    private const string Version = "1";
    private const string Whole = ".txt", Words = ".words";

    /// <summary>The extensions of files that have words in them.</summary>
    public static readonly IReadOnlyList<string> Extensions = ["pdf", "docx", "xlsx", "odt", "ods", "vtt", "srt", "csv"];

    private readonly string _folder = Path.Combine(folder, Version);

    /// <summary>Empty for pictures, sound and archives: nobody need read those.</summary>
    public string? Find(string hash, string extension) =>
        !Extensions.Contains(extension) ? "" : FileHash.Parse(hash) is { } known ? Read(known, Words) : "";

    /// <summary>The whole text; empty when there is none; null when nobody has read the file yet.</summary>
    public string? WholeOf(FileHash hash) => Read(hash, Whole);

    public void Keep(FileHash hash, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(hash, Whole))!);
        Write(At(hash, Whole), text);
        Write(At(hash, Words), FileWords.Of(text));
    }

    public void Remove(FileHash hash)
    {
        if (!Directory.Exists(Path.GetDirectoryName(At(hash, Whole)))) return;
        File.Delete(At(hash, Words));
        File.Delete(At(hash, Whole));
    }

    /// <summary>Removes what other versions of the program have read, and what one that was killed did not finish.</summary>
    public void ClearAway(DateTimeOffset olderThan)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var older in Directory.EnumerateDirectories(folder).Where(older => Path.GetFileName(older) != Version)) Directory.Delete(older, recursive: true);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            if (file.Extension is not Whole and not Words && file.LastWriteTimeUtc < olderThan) file.Delete();
        }
    }

    private static void Write(string path, string text)
    {
        var aside = $"{path}.{Guid.NewGuid():n}";
        try
        {
            using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(System.Text.Encoding.UTF8.GetBytes(text));

                // An empty text is one that was looked for: a machine that stops here must not leave one.
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    private string? Read(FileHash hash, string kind)
    {
        try
        {
            return File.ReadAllText(At(hash, kind));
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            // Not there, or not to be had now: whoever indexes goes on without it and comes back.
            return null;
        }
    }

    private string At(FileHash hash, string kind) => Path.Combine(_folder, hash.Hex[..2], hash.Hex[2..] + kind);
}

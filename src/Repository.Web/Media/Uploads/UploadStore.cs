using System.Text.Json;

namespace Repository.Web.Media.Uploads;

/// <summary>
/// Unfinished uploads: a file that grows and a note beside it. They outlive a restart, so that an upload goes on where it broke off; what nobody has
/// added to for a day is gone.
/// </summary>
internal sealed class UploadStore(string folder, TimeProvider clock)
{
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    public Upload Create(long length, string fileName, string by, IReadOnlyDictionary<string, string> told)
    {
        Directory.CreateDirectory(folder);
        RemoveExpired();
        var upload = new Upload(Guid.NewGuid(), length, fileName, by, told);

        // The note is written last: without it there is no upload.
        File.WriteAllBytes(Part(upload.Id), []);
        Touch(upload);
        var aside = $"{Note(upload.Id)}.new";
        File.WriteAllBytes(aside, JsonSerializer.SerializeToUtf8Bytes(upload, UploadJson.Default.Upload));
        File.Move(aside, Note(upload.Id));
        return upload;
    }

    /// <summary>Null for an upload that is not there, is finished, has expired, or is someone else's.</summary>
    public Upload? Find(string id, string by)
    {
        if (!Guid.TryParseExact(id, "n", out var key) || !File.Exists(Note(key)) || !File.Exists(Part(key)) || IsExpired(Part(key))) return null;
        return JsonSerializer.Deserialize(File.ReadAllBytes(Note(key)), UploadJson.Default.Upload) is { } upload && upload.By == by ? upload : null;
    }

    public long Offset(Upload upload) => new FileInfo(Part(upload.Id)).Length;

    public DateTimeOffset Expires(Upload upload) => new DateTimeOffset(File.GetLastWriteTimeUtc(Part(upload.Id)), TimeSpan.Zero) + Patience;

    /// <summary>The file at its end, for this writer alone; null while another has it.</summary>
    public FileStream? Open(Upload upload)
    {
        try
        {
            var file = new FileStream(Part(upload.Id), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Share = FileShare.None });
            file.Seek(0, SeekOrigin.End);
            return file;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The upload has grown: its time begins anew.</summary>
    public void Touch(Upload upload) => File.SetLastWriteTimeUtc(Part(upload.Id), clock.GetUtcNow().UtcDateTime);

    public void Remove(Upload upload)
    {
        File.Delete(Note(upload.Id));
        File.Delete(Part(upload.Id));
    }

    public void RemoveExpired()
    {
        if (!Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder).Where(IsExpired).ToList()) File.Delete(file);
    }

    /// <summary>A note is as old as its upload: it goes with the file it speaks of.</summary>
    private bool IsExpired(string file)
    {
        var part = Path.ChangeExtension(file, PartExtension);
        return clock.GetUtcNow() - File.GetLastWriteTimeUtc(File.Exists(part) ? part : file) > Patience;
    }

    private const string PartExtension = ".part";

    private string Part(Guid id) => Path.Combine(folder, $"{id:n}{PartExtension}");

    private string Note(Guid id) => Path.Combine(folder, $"{id:n}.json");
}

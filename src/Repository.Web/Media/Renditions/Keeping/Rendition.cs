using Microsoft.Win32.SafeHandles;

namespace Repository.Web.Media.Renditions.Keeping;

/// <summary>A rendition that was made, where it lies. What is at its address never changes; that it is still there is known when it is opened.</summary>
internal sealed class Rendition(string key, FileInfo file, KeptFormat format)
{
    private long _lastUsed = file.LastAccessTimeUtc.Ticks;

    public string Path { get; } = file.FullName;

    public string Key => key;

    public KeptFormat Format => format;

    public long Length { get; } = file.Length;

    public DateTimeOffset Made { get; } = file.LastWriteTimeUtc;

    public string Tag { get; } = $"\"{key[..20]}-{file.Length:x}\"";

    public long LastUsed => Volatile.Read(ref _lastUsed);

    /// <summary>Null when someone cleared it away.</summary>
    public SafeFileHandle? Open()
    {
        try
        {
            return File.OpenHandle(Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Remembers its use, in the file too, for the next start of the program; there an hour more or less makes no difference.</summary>
    public void Use(DateTime now)
    {
        var before = Interlocked.Exchange(ref _lastUsed, now.Ticks);
        if (now.Ticks - before < TimeSpan.TicksPerHour) return;
        try
        {
            File.SetLastAccessTimeUtc(Path, now);
        }
        catch (IOException)
        {
            // Gone or not ours: only its place in the order is lost.
        }
        catch (UnauthorizedAccessException)
        {
        }
    }
}

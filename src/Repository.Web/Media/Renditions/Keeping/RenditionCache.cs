using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Repository.Web.Media.Renditions.Keeping;

/// <summary>
/// The renditions on disk, by key, up to a size; the one that was not asked for longest leaves first. A file appears under its name when it is whole,
/// so that a program killed at any moment leaves nothing false behind. Everything here can be deleted at any time. Thread-safe.
/// </summary>
internal sealed class RenditionCache(string folder, long capacity, TimeProvider clock) : IDisposable
{
    /// <summary>Making room goes on to this part of the capacity, so that not every rendition has to make room again.</summary>
    private const double Roomy = 0.9;

    private readonly ConcurrentDictionary<string, Rendition> _renditions = new(StringComparer.Ordinal);
    private readonly Lock _room = new();
    private long _bytes;
    private volatile bool _isRead;

    /// <summary>Held for as long as this program runs: what it has not finished is then nobody's to clear away. Others may read it, as whoever copies the folder does.</summary>
    private FileStream? _presence;

    private string Unfinished => Path.Combine(folder, "unfinished");

    public Rendition? Find(string key)
    {
        if (!_renditions.TryGetValue(key, out var rendition) && (_isRead || !TryRead(key, out rendition))) return null;
        rendition.Use(clock.GetUtcNow().UtcDateTime);
        return rendition;
    }

    /// <summary>An empty folder to make a rendition in. Who asks for it deletes it.</summary>
    public string NewFolder()
    {
        var path = Path.Combine(Unfinished, $"{Presence()}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(path);
        return path;
    }

    /// <summary>Takes a finished file in.</summary>
    public Rendition Keep(string key, KeptFormat format, string finished)
    {
        var path = PathOf(key, format);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(finished, path, overwrite: true);
        var rendition = new Rendition(key, new FileInfo(path), format);
        rendition.Use(clock.GetUtcNow().UtcDateTime);
        Remember(rendition);
        MakeRoom(rendition);
        return rendition;
    }

    /// <summary>Forgets a rendition whose file is gone.</summary>
    public void Forget(Rendition rendition)
    {
        if (_renditions.TryRemove(KeyValuePair.Create(rendition.Key, rendition))) Interlocked.Add(ref _bytes, -rendition.Length);
    }

    /// <summary>Reads what earlier runs left, and clears away what they did not finish.</summary>
    public void Read()
    {
        Directory.CreateDirectory(Unfinished);
        foreach (var left in new DirectoryInfo(Unfinished).EnumerateDirectories().Where(IsAbandoned)) left.Delete(recursive: true);
        foreach (var ended in Directory.EnumerateFiles(Unfinished).Where(HasEnded)) File.Delete(ended);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            if (!file.Exists || file.Directory!.Parent!.FullName != Path.GetFullPath(folder) || KeptFormat.Named(file.Extension.TrimStart('.')) is not { } format) continue;
            if (file.Length == 0) file.Delete();
            else Remember(new Rendition(Path.GetFileNameWithoutExtension(file.Name), file, format));
        }

        _isRead = true;
        MakeRoom(null);
    }

    public void Dispose()
    {
        lock (_room)
        {
            if (_presence is null) return;
            File.Delete(_presence.Name);
            _presence.Dispose();
        }
    }

    /// <summary>The name under which this program is known to others that work in the same folder.</summary>
    private string Presence()
    {
        lock (_room)
        {
            if (_presence is null)
            {
                Directory.CreateDirectory(Unfinished);
                _presence = new FileStream(Path.Combine(Unfinished, Guid.NewGuid().ToString("N")), new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read });
            }

            return Path.GetFileName(_presence.Name);
        }
    }

    /// <summary>Another program may work in the same folder. Where it left no sign of itself its work is given an hour.</summary>
    private bool IsAbandoned(DirectoryInfo left)
    {
        var presence = Path.Combine(Unfinished, left.Name.Split('-')[0]);
        return File.Exists(presence) ? HasEnded(presence) : clock.GetUtcNow().UtcDateTime - left.LastWriteTimeUtc > TimeSpan.FromHours(1);
    }

    /// <summary>The system lets go of what a program held, however it ended.</summary>
    private static bool HasEnded(string presence)
    {
        try
        {
            using var held = new FileStream(presence, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Share = FileShare.None });
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private bool TryRead(string key, [NotNullWhen(true)] out Rendition? rendition)
    {
        foreach (var format in KeptFormat.All)
        {
            if (new FileInfo(PathOf(key, format)) is not { Exists: true, Length: > 0 } file) continue;
            rendition = Remember(new Rendition(key, file, format));
            return true;
        }

        rendition = null;
        return false;
    }

    private Rendition Remember(Rendition rendition)
    {
        var isNew = true;
        var kept = _renditions.AddOrUpdate(rendition.Key, rendition, (_, before) =>
        {
            isNew = false;
            return before.Length == rendition.Length ? before : rendition;
        });
        if (isNew) Interlocked.Add(ref _bytes, rendition.Length);
        return kept;
    }

    private void MakeRoom(Rendition? newest)
    {
        if (Interlocked.Read(ref _bytes) <= capacity) return;
        lock (_room)
        {
            if (Interlocked.Read(ref _bytes) <= capacity) return;
            foreach (var rendition in _renditions.Values.OrderBy(rendition => rendition.LastUsed).ToList())
            {
                if (Interlocked.Read(ref _bytes) <= capacity * Roomy) return;
                if (rendition == newest) continue;
                Forget(rendition);
                File.Delete(rendition.Path);
            }
        }
    }

    private string PathOf(string key, KeptFormat format) => Path.Combine(folder, key[..2], $"{key}.{format.Extension}");
}

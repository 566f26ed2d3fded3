using System.Diagnostics;

namespace Repository.Specs.Durability;

/// <summary>A disk of its own, small enough to be filled: a file system in memory, mounted on a temporary folder.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    public const string WhyAbsent = "A disk to fill up needs the right to mount one.";

    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    public string Path => System.IO.Path.Combine(_folder, "data");

    private string Ballast => System.IO.Path.Combine(_folder, "ballast");

    /// <summary>Null where mounting is not allowed.</summary>
    public static async Task<SmallDisk?> MountAsync(int megabytes)
    {
        if (!OperatingSystem.IsLinux()) return null;
        var disk = new SmallDisk(Directory.CreateTempSubdirectory("disk-").FullName);
        if (await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", disk._folder) == 0) return disk;
        Directory.Delete(disk._folder);
        return null;
    }

    /// <summary>Until not one more page fits.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var (block, size) = (new byte[1 << 20], 1 << 20);
        while (size >= 512)
        {
            try
            {
                ballast.Write(block, 0, size);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }
    }

    public void Clear() => File.Delete(Ballast);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", "--lazy", _folder);
        Directory.Delete(_folder);
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}

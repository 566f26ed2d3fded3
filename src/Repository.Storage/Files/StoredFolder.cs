using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Repository.Storage.Files;

/// <summary>A folder's own list of names, which a machine that stops may lose although every file in it is whole on disk.</summary>
internal static partial class StoredFolder
{
    private const int ReadOnly = 0;

    /// <summary>Creates a folder so that it is there after a power cut as well.</summary>
    public static void Create(string folder)
    {
        if (Directory.Exists(folder)) return;
        Directory.CreateDirectory(folder);
        Flush(Path.GetDirectoryName(folder)!);
    }

    /// <summary>Forces the names in a folder to disk. Windows keeps them with the file.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(folder, ReadOnly);
        if (handle < 0) throw Failure(folder);
        try
        {
            if (Synchronise(handle) != 0) throw Failure(folder);
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static IOException Failure(string folder) => new($"The names in {folder} cannot be forced to disk.", new Win32Exception(Marshal.GetLastPInvokeError()));

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Synchronise(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}

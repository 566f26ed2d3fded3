using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Repository.Storage;

/// <summary>
/// Decides which native SQLite serves the process: the distribution's own, which gets its security updates from there, or else the bundled one,
/// which stands still at 3.35.
/// </summary>
internal static class SqliteLibrary
{
    private const string DistributionFile = "libsqlite3.so.0";
    private const int OldestAccepted = 3_035_000;

    private static readonly Lazy<bool> Chosen = new(Choose);

    public static void Load() => _ = Chosen.Value;

    private static bool Choose()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        Batteries_V2.Init();
        return true;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == "e_sqlite3" && NativeLibrary.TryLoad(DistributionFile, out var library) && IsRecent(library) ? library : 0;

    private static bool IsRecent(nint library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var version)
        && Marshal.GetDelegateForFunctionPointer<VersionNumber>(version)() >= OldestAccepted;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();
}

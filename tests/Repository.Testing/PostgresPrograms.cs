using System.Diagnostics;

namespace Repository.Testing;

/// <summary>The installed PostgreSQL server programs. PostgreSQL refuses to run as root: then they run as the user that Debian's package makes.</summary>
internal static class PostgresPrograms
{
    private const string Home = "/usr/lib/postgresql";
    private const string User = "postgres";

    /// <summary>The folder of the newest installed version; null when there is none.</summary>
    public static string? Folder { get; } = Find();

    private static bool MustChangeUser => Environment.IsPrivilegedProcess;

    public static async Task RunAsync(string program, params string[] arguments)
    {
        var command = Command(Path.Combine(Folder!, program), arguments);
        command.RedirectStandardOutput = true;
        using var process = Process.Start(command)!;

        // A server that stays holds no end of this pipe: pg_ctl gives it a log file of its own.
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {said}");
    }

    /// <summary>A new folder that belongs to the user of the server.</summary>
    public static async Task<string> NewFolderAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pg-").FullName;
        if (MustChangeUser)
        {
            using var process = Process.Start("chown", [User, folder]);
            await process.WaitForExitAsync();
        }

        return folder;
    }

    private static ProcessStartInfo Command(string program, string[] arguments) => MustChangeUser
        ? new ProcessStartInfo("runuser", ["-u", User, "--", program, .. arguments]) { WorkingDirectory = "/" }
        : new ProcessStartInfo(program, arguments) { WorkingDirectory = "/" };

    private static string? Find() => !Directory.Exists(Home)
        ? null
        : Directory.EnumerateDirectories(Home)
            .Where(version => File.Exists(Path.Combine(version, "bin", "initdb")))
            .OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0)
            .Select(version => Path.Combine(version, "bin"))
            .FirstOrDefault();
}

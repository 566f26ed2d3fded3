using System.Diagnostics;

namespace Repository.Web.Media.Renditions.Making;

/// <summary>
/// The command-line program of libvips, each call in a short-lived process of its own: a decoder that crashes, eats memory or never ends takes nothing
/// else with it. The program is looked for anew each time, so that it may be installed or taken away while the site runs.
/// </summary>
internal sealed class Vips(string? folders)
{
    public const string Program = "vips";

    /// <summary>How much may be read of what the program complains of.</summary>
    private const int MostWords = 1000;

    /// <summary>
    /// Address space in KB (a hundred million pixels with 16 bits and transparency take 800 MB), seconds of processor time, and the size of a file in
    /// blocks of 512 bytes. It yields to everything else on the machine.
    /// </summary>
    private const string Limited = """ulimit -c 0; ulimit -v 2500000; ulimit -t 40; ulimit -f 4000000; exec nice -n 19 "$0" "$@" </dev/null >/dev/null""";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Where the program lies; null when it is not installed.</summary>
    public string? Path => (folders ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => System.IO.Path.Combine(folder, Program))
        .FirstOrDefault(File.Exists);

    /// <summary>Runs one operation in a folder. Null when all went well, otherwise what the program said.</summary>
    /// <param name="fromOutside">Only formats that libvips holds fit for files of unknown origin are read.</param>
    public async Task<string?> RunAsync(string folder, IEnumerable<string> words, bool fromOutside, CancellationToken cancellation)
    {
        if (Path is not { } program) return "The program is not installed.";
        using var process = Process.Start(Command(folder, program, words, fromOutside))!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Longest);
        try
        {
            var said = await WordsAsync(process.StandardError, patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0 ? null : $"It ended with {process.ExitCode}: {said}";
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            return "It did not come to an end.";
        }
    }

    private ProcessStartInfo Command(string folder, string program, IEnumerable<string> words, bool fromOutside)
    {
        var command = new ProcessStartInfo("/bin/sh", ["-c", Limited, program, .. words]) { WorkingDirectory = folder, RedirectStandardError = true };

        // Nothing of the site's own environment is a decoder's business.
        command.Environment.Clear();
        command.Environment["PATH"] = folders;
        command.Environment["LC_ALL"] = "C";
        command.Environment["TMPDIR"] = folder;
        // Where there are no plug-ins: the dozens of other formats they read are not wanted, and loading them takes half the time of a start.
        command.Environment["VIPSHOME"] = folder;
        command.Environment["VIPS_WARNING"] = "0";
        if (fromOutside) command.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        return command;
    }

    /// <summary>Reads to the end, lest the program wait, and keeps the beginning.</summary>
    private static async Task<string> WordsAsync(StreamReader reader, CancellationToken cancellation)
    {
        var kept = new char[MostWords];
        var length = await reader.ReadBlockAsync(kept, cancellation);
        var rest = new char[MostWords];
        while (await reader.ReadAsync(rest, cancellation) > 0)
        {
        }

        return new string(kept, 0, length).Trim();
    }
}

using System.Diagnostics;

namespace Repository.Web.Media;

/// <summary>
/// A program of the system that reads files of unknown origin, each call in a short-lived process of its own: a reader that crashes, eats memory or never
/// ends takes nothing else with it. The program is looked for anew each time, so that it may be installed or taken away while the site runs.
/// </summary>
internal sealed class ConfinedProgram(string name, string? folders, Confinement confinement)
{
    /// <summary>What is said of a program that took too long: a busy machine may be the reason as well as the file.</summary>
    public const string Unending = "It did not come to an end.";

    /// <summary>How much may be read of what the program complains of.</summary>
    private const int MostWords = 1000;

    private string? _last;

    /// <summary>Where the program lies; null when it is not installed. Mostly it lies where it lay before.</summary>
    public string? Path => _last = File.Exists(_last) ? _last : Places.FirstOrDefault(File.Exists);

    private IEnumerable<string> Places => (folders ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => System.IO.Path.Combine(folder, name));

    /// <summary>Null when all went well, otherwise what the program said.</summary>
    public async Task<string?> RunAsync(ProgramCall call, CancellationToken cancellation)
    {
        if (Path is not { } program) return "The program is not installed.";
        using var process = Process.Start(Command(call, program))!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(confinement.Longest);
        try
        {
            var saying = WordsAsync(process.StandardError, patience.Token);
            var isEnough = call.Output is { } output && !await output(process.StandardOutput.BaseStream, patience.Token);
            if (isEnough) process.Kill(entireProcessTree: true);
            var said = await saying;
            await process.WaitForExitAsync(patience.Token);
            return isEnough || process.ExitCode == 0 ? null : $"It ended with {process.ExitCode}: {said}";
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            return Unending;
        }
    }

    private ProcessStartInfo Command(ProgramCall call, string program)
    {
        var isHeard = call.Output is not null;
        var command = new ProcessStartInfo("/bin/sh", ["-c", confinement.Line(isHeard), program, .. call.Words])
        {
            WorkingDirectory = call.Folder,
            RedirectStandardError = true,
            RedirectStandardOutput = isHeard,
        };

        // Nothing of the site's own environment is a reader's business.
        command.Environment.Clear();
        command.Environment["PATH"] = folders;
        command.Environment["LC_ALL"] = "C";
        command.Environment["TMPDIR"] = call.Folder;
        foreach (var (variable, value) in call.Environment) command.Environment[variable] = value;
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

/// <summary>What a program may use: address space in KB, seconds of processor time, the size of a file it writes in blocks of 512 bytes, and how long it may take in all.</summary>
internal sealed record Confinement(int Kilobytes, int Seconds, int Blocks, TimeSpan Longest)
{
    /// <summary>For what decodes or draws pictures: a hundred million pixels with 16 bits and transparency take 800 MB.</summary>
    public static readonly Confinement OfPictures = new(Kilobytes: 2_500_000, Seconds: 40, Blocks: 4_000_000, TimeSpan.FromMinutes(2));

    /// <summary>The shell's way to say it. A program under it yields to everything else on the machine.</summary>
    public string Line(bool isHeard) => FormattableString.Invariant(
        $"ulimit -c 0; ulimit -v {Kilobytes}; ulimit -t {Seconds}; ulimit -f {Blocks}; exec nice -n 19 \"$0\" \"$@\" </dev/null{(isHeard ? "" : " >/dev/null")}");
}

/// <summary>One call: the folder the program works in, and its words.</summary>
internal sealed record ProgramCall(string Folder, IEnumerable<string> Words)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Takes what the program writes; false when that is enough and it need not go on. Without it nothing is heard.</summary>
    public Func<Stream, CancellationToken, Task<bool>>? Output { get; init; }
}

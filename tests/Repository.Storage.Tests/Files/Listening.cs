using System.Diagnostics;

namespace Repository.Storage.Tests.Files;

/// <summary>strace, listening to what a process asks of the system about files on disk.</summary>
internal sealed class Listening : IDisposable
{
    private readonly Process _strace;
    private readonly string _calls;

    private Listening(Process strace, string calls) => (_strace, _calls) = (strace, calls);

    public bool IsAllowed { get; private set; }

    public static async Task<Listening> ToAsync(int process, string calls)
    {
        var strace = Process.Start(new ProcessStartInfo("strace", ["-f", "-y", "-e", "trace=fsync,fdatasync,rename,renameat,renameat2,link", "-o", calls, "-p", $"{process}"]) { RedirectStandardError = true })!;
        var listening = new Listening(strace, calls);

        // It says that it is attached, or why it is not, in its first line.
        var said = await strace.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
        listening.IsAllowed = said.Contains("attached", StringComparison.Ordinal);
        return listening;
    }

    /// <summary>Everything that was asked.</summary>
    public async Task<List<string>> EndAsync()
    {
        using (var interrupt = Process.Start("kill", ["-INT", $"{_strace.Id}"])) await interrupt.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _strace.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _strace.WaitForExitAsync(TestContext.Current.CancellationToken);
        return [.. await File.ReadAllLinesAsync(_calls, TestContext.Current.CancellationToken)];
    }

    public void Dispose()
    {
        if (!_strace.HasExited) _strace.Kill();
        _strace.Dispose();
    }
}

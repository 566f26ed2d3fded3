using System.Diagnostics;
using System.Threading.Channels;
using Repository.Writers;

namespace Repository.Specs.Durability;

/// <summary>Writers in a process of their own, to be killed.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource<string> _complaints = new();
    private readonly Task _reading;

    private WriterProcess(Process process)
    {
        _process = process;
        _reading = ReadAsync();
        _ = ComplainAsync();
    }

    /// <summary>What it has told so far. Lines that were on their way when it was killed count.</summary>
    public List<Acknowledgement> Acknowledged { get; } = [];

    public static WriterProcess Start(string name, int seed, int writers, IEnumerable<string> settings)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Repository.Writers");
        var command = new ProcessStartInfo(program, [$"--name={name}", $"--seed={seed}", $"--writers={writers}", .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new WriterProcess(Process.Start(command)!);
    }

    /// <summary>Returns when so many more writes were acknowledged.</summary>
    public async Task AcknowledgesAsync(int count, CancellationToken cancellation)
    {
        while (count > 0)
        {
            if (!await _lines.Reader.WaitToReadAsync(cancellation)) throw new InvalidOperationException($"The writers ended by themselves: {await _complaints.Task}");
            while (count > 0 && _lines.Reader.TryRead(out var line)) count -= Take(line);
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
        while (_lines.Reader.TryRead(out var line)) Take(line);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private int Take(string line)
    {
        if (Acknowledgement.Read(line) is not { } acknowledgement) return 0;
        Acknowledged.Add(acknowledgement);
        return 1;
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line) _lines.Writer.TryWrite(line);
        _lines.Writer.Complete();
    }

    private async Task ComplainAsync() => _complaints.SetResult(await _process.StandardError.ReadToEndAsync());
}

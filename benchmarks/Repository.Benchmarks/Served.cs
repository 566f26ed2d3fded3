using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Repository.Benchmarks;

/// <summary>A server in a process of its own.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly Process _process;

    private Served(Process process, Uri address, TimeSpan start)
    {
        _process = process;
        Address = address;
        Start = start;
    }

    public Uri Address { get; }

    /// <summary>From the start of the process to its first good answer.</summary>
    public TimeSpan Start { get; }

    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Processor time spent so far: it stays what it is when something else keeps the machine busy.</summary>
    public TimeSpan Spent
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static Task<Served> ProgramAsync(string dataPath, params string[] settings) => StartAsync("/umbraco/delivery/api/v2/content?take=20", url =>
    [
        Workshop.Program, $"--urls={url}", $"--Repository:DataPath={dataPath}", "--Repository:Delivery:Compression=false", "--Logging:LogLevel:Default=Warning", .. settings,
    ]);

    public static Task<Served> ConstantAsync() => StartAsync("/16", url => [typeof(Served).Assembly.Location, "constant", url]);

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<Served> StartAsync(string probe, Func<string, string[]> arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
        var clock = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo("dotnet", arguments(address.ToString().TrimEnd('/'))) { RedirectStandardOutput = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        while (!await AnswersAsync(client, probe))
        {
            if (process.HasExited) throw new InvalidOperationException($"The server ended with {process.ExitCode}.");
            await Task.Delay(5);
        }

        return new Served(process, address, clock.Elapsed);
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string probe)
    {
        try
        {
            return (await client.GetAsync(new Uri(probe, UriKind.Relative))).StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

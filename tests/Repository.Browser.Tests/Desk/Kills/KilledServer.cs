using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Repository.Testing;

namespace Repository.Browser.Tests.Desk.Kills;

/// <summary>The program in a process of its own, always at the same address, to be killed and started again.</summary>
internal sealed class KilledServer(string dataPath) : IDisposable
{
    private readonly int _port = FreePort();
    private Process? _process;

    public string Origin => $"http://127.0.0.1:{_port}";

    public bool IsUp => _process is not null;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task StartAsync()
    {
        string[] settings =
        [
            $"--urls={Origin}", $"--Repository:DataPath={dataPath}", $"--Repository:USyncPath={ProjectFolder.Find("uSync")}", $"--Repository:SeedMediaPath={ProjectFolder.Find("seed/media")}",
            "--Repository:Media:Previews=false", "--Logging:LogLevel:Default=Error",
        ];
        _process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Repository.Web"), settings) { RedirectStandardOutput = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = new Uri(Origin) };
        await Patience.UntilAsync(() => _process.HasExited ? throw new InvalidOperationException($"The program ended by itself with {_process.ExitCode}.") : IsReadyAsync(client), Cancellation);
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        if (_process is null) return;
        _process.Kill();
        await _process.WaitForExitAsync(Cancellation);
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is { HasExited: false }) _process.Kill();
        _process?.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/healthz/ready", UriKind.Relative), Cancellation);
            return answer.StatusCode == HttpStatusCode.OK;
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

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Repository.Specs.Commands;
using Repository.Specs.Forms;
using Repository.Testing;

namespace Repository.Specs.Durability;

/// <summary>The program as people run it, in a process of its own, to be killed.</summary>
internal sealed class ServingProcess : IDisposable
{
    private readonly Process _process;

    private ServingProcess(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = address };
        Client.DefaultRequestHeaders.Add("Api-Key", FormsSite.Key);
    }

    public HttpClient Client { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Returns when the program serves a form.</summary>
    public static async Task<ServingProcess> StartAsync(string dataPath, Guid form, IEnumerable<string> settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        string[] words =
        [
            Terminal.Program, "serve", $"--urls={address}", "--Logging:LogLevel:Default=Error", $"--Repository:DataPath={dataPath}", $"--Repository:USyncPath={ProjectFolder.Find("uSync")}",
            $"--Repository:SeedMediaPath={ProjectFolder.Find("seed/media")}", "--Repository:Media:Previews=false", .. settings.Select(setting => $"--Repository:{setting}"),
        ];
        var process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var serving = new ServingProcess(process, address);
        await serving.ReadyAsync(form);
        return serving;
    }

    /// <summary>SIGKILL at a random moment, somewhere inside what it does: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync(Random random)
    {
        var since = Stopwatch.GetTimestamp();
        var moment = TimeSpan.FromMicroseconds(random.Next(20_000));
        SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(since) >= moment);
        _process.Kill();
        await _process.WaitForExitAsync(Cancellation);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
        Client.Dispose();
    }

    private async Task ReadyAsync(Guid form)
    {
        while (true)
        {
            try
            {
                using var ready = await Client.GetAsync(new Uri(WireSender.Definitions + form, UriKind.Relative), Cancellation);
                if (ready.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not there yet.
            }

            await Task.Delay(100, Cancellation);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

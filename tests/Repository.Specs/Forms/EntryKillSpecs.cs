using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using Repository.Core.Forms.Entries;
using Repository.Specs.Commands;
using Repository.Specs.Durability;
using Repository.Storage.Forms;
using Repository.Testing;

namespace Repository.Specs.Forms;

/// <summary>
/// The program is killed while several senders are at it, again and again on the same data. What was acknowledged is there, with its files byte by byte;
/// an attempt that was cut off and is sent again gives one entry.
/// </summary>
[Collection(nameof(Alone))]
public sealed class EntryKillSpecs(ITestOutputHelper output) : IDisposable
{
    private const int Senders = 4;

    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, Sent> _attempts = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task every_acknowledged_entry_and_its_files_outlive_a_kill()
    {
        var rounds = Environment.GetEnvironmentVariable("REPOSITORY_LONG_TESTS") is null ? 3 : 20;
        var random = new Random(Seed());
        await using (var site = await OpenAsync()) await FormsSite.PublishAsync(site, EveryKindForm.Form, "De todo un poco");

        for (var round = 1; round <= rounds; round++)
        {
            await SendAndKillAsync(round, random);
            await using var site = await OpenAsync();
            await CheckAsync(site);
        }

        output.WriteLine($"{rounds} rounds, {_attempts.Count} attempts, {_attempts.Values.Count(sent => sent.Folio is not null)} acknowledged.");
        Assert.Contains(_attempts.Values, sent => sent.Folio is not null);
    }

    private int Seed()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("REPOSITORY_KILL_SEED"), out var given) ? given : Random.Shared.Next();
        output.WriteLine($"REPOSITORY_KILL_SEED={seed}");
        return seed;
    }

    private Task<TestSite> OpenAsync() => TestSite.StartOnAsync(_folder.Path, FormsSite.Settings);

    private async Task SendAndKillAsync(int round, Random random)
    {
        var port = FreePort();
        string[] words =
        [
            Terminal.Program, "serve", $"--urls=http://127.0.0.1:{port}", "--Logging:LogLevel:Default=Error", $"--Repository:DataPath={_folder.Path}", $"--Repository:USyncPath={ProjectFolder.Find("uSync")}",
            $"--Repository:SeedMediaPath={ProjectFolder.Find("seed/media")}", "--Repository:Media:Previews=false", .. FormsSite.Settings.Select(setting => $"--Repository:{setting}"),
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            client.DefaultRequestHeaders.Add("Api-Key", FormsSite.Key);
            await ReadyAsync(client);
            var enough = _attempts.Values.Count(sent => sent.Folio is not null) + random.Next(5, 40);
            var sending = Enumerable.Range(0, Senders).Select(sender => SendUntilCutAsync(client, $"r{round}-{sender}")).ToList();
            while (_attempts.Values.Count(sent => sent.Folio is not null) < enough) await Task.Delay(1, Cancellation);
            var since = Stopwatch.GetTimestamp();
            var moment = TimeSpan.FromMicroseconds(random.Next(20_000));
            SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(since) >= moment);
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
            await Task.WhenAll(sending);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    private async Task SendUntilCutAsync(HttpClient client, string name)
    {
        for (var number = 0; ; number++)
        {
            var sent = new Sent($"{name}-{number}", [.. "%PDF-1.4\n"u8, .. RandomNumberGenerator.GetBytes(30_000)]);
            _attempts[sent.Name] = sent;
            try
            {
                _attempts[sent.Name] = sent with { Folio = await SendAsync(client, sent) };
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException)
            {
                return;
            }
        }
    }

    private static async Task<string> SendAsync(HttpClient client, Sent sent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, WireSender.Entries + EveryKindForm.Key)
        {
            Content = JsonContent.Create(new
            {
                values = new { nombre = sent.Name, tiene = "otro", aviso = "on", archivos = new[] { new { fileName = "acta.pdf", fileContents = $"data:;base64,{Convert.ToBase64String(sent.Bytes)}" } } },
            }),
        };
        request.Headers.Add("Idempotency-Key", sent.Name);
        if (!client.DefaultRequestHeaders.Contains("Api-Key")) request.Headers.Add("Api-Key", FormsSite.Key);
        using var response = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return response.Headers.GetValues("Entry-Folio").Single();
    }

    /// <summary>All that was acknowledged is there, and no entry is there by half; what was cut off is sent once more.</summary>
    private async Task CheckAsync(TestSite site)
    {
        var entries = site.Service<IEntryStore>();
        foreach (var sent in _attempts.Values)
        {
            var folio = await SendAsync(site.Client, sent);

            if (sent.Folio is not null) Assert.Equal(sent.Folio, folio);
            _attempts[sent.Name] = sent with { Folio = folio };
            var entry = await entries.FindByFolioAsync(folio, Cancellation);
            await using var file = site.Service<EntryFiles>().Open(Assert.Single(entry!.Files).Key);
            Assert.NotNull(file);
            Assert.Equal(sent.Name, entry.Answers.Text("nombre"));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(sent.Bytes)), Convert.ToHexStringLower(await SHA256.HashDataAsync(file, Cancellation)));
        }

        Assert.Equal(_attempts.Count, (int)(await entries.CountsAsync(EveryKindForm.Key, Cancellation)).Values.Sum());
    }

    private static async Task ReadyAsync(HttpClient client)
    {
        while (true)
        {
            try
            {
                using var ready = await client.GetAsync(new Uri(WireSender.Definitions + EveryKindForm.Key, UriKind.Relative), Cancellation);
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

    private sealed record Sent(string Name, byte[] Bytes)
    {
        public string? Folio { get; init; }
    }
}

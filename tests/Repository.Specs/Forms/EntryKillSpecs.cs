using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Repository.Core.Forms.Entries;
using Repository.Specs.Durability;
using Repository.Storage.Forms;

namespace Repository.Specs.Forms;

/// <summary>
/// The program is killed while several senders are at it, again and again on the same data. What was acknowledged is there, with its files byte by byte;
/// an attempt that was cut off and is sent again gives one entry.
/// </summary>
[Collection(nameof(Alone))]
public sealed class EntryKillSpecs(ITestOutputHelper output) : IAsyncDisposable
{
    private const int Senders = 4;

    private readonly Kills _kills = new(output);
    private readonly ConcurrentDictionary<string, Sent> _attempts = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _kills.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task every_acknowledged_entry_and_its_files_outlive_a_kill(bool onPostgres)
    {
        var (rounds, random) = (Kills.Rounds(3, inLongTests: 20), new Random(_kills.Seed()));
        string[] settings = [.. FormsSite.Settings, $"Database={await _kills.DatabaseAsync(onPostgres)}"];
        await using (var site = await OpenAsync(settings)) await FormsSite.PublishAsync(site, EveryKindForm.Form, "De todo un poco");

        for (var round = 1; round <= rounds; round++)
        {
            await SendAndKillAsync(round, random, settings);
            await using var site = await OpenAsync(settings);
            await CheckAsync(site);
        }

        output.WriteLine($"{rounds} rounds, {_attempts.Count} attempts, {_attempts.Values.Count(sent => sent.Folio is not null)} acknowledged.");
        Assert.Contains(_attempts.Values, sent => sent.Folio is not null);
    }

    private Task<TestSite> OpenAsync(string[] settings) => TestSite.StartOnAsync(_kills.Folder, settings);

    private async Task SendAndKillAsync(int round, Random random, string[] settings)
    {
        using var process = await ServingProcess.StartAsync(_kills.Folder, EveryKindForm.Key, settings);
        var enough = _attempts.Values.Count(sent => sent.Folio is not null) + random.Next(5, 40);
        var sending = Enumerable.Range(0, Senders).Select(sender => SendUntilCutAsync(process.Client, $"r{round}-{sender}")).ToList();
        await Kills.KillAsync(process, random, sending, () => _attempts.Values.Count(sent => sent.Folio is not null) >= enough);
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

    private sealed record Sent(string Name, byte[] Bytes)
    {
        public string? Folio { get; init; }
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Mail;
using Repository.Specs.Durability;
using Repository.Storage;
using Repository.Web.Forms.Receiving;

namespace Repository.Specs.Forms;

/// <summary>
/// The program is killed when proposals are kept and not all of what is to be done about them is done. After the next start each has its draft, its photo and
/// its letters, once each.
/// </summary>
[Collection(nameof(Alone))]
public sealed class ArrivalKillSpecs(ITestOutputHelper output) : IAsyncDisposable
{
    private const int Senders = 4;

    private readonly Kills _kills = new(output);
    private readonly FormClock _clock = new();
    private readonly ConcurrentBag<string> _acknowledged = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _kills.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task what_a_kill_left_undone_about_an_entry_is_done_after_the_next_start_and_once(bool onPostgres)
    {
        var (rounds, random, undone, database) = (Kills.Rounds(2, inLongTests: 15), new Random(_kills.Seed()), 0, await _kills.DatabaseAsync(onPostgres));
        string[] settings = [.. FormsSite.Settings, $"Database={database}"];
        await using (var site = await TestSite.StartOnAsync(_kills.Folder, settings)) await site.Service<IFormMail>().SetRecipientsAsync(Proposals.Form, Proposals.Recipients, Cancellation);

        for (var round = 1; round <= rounds; round++)
        {
            await SendAndKillAsync(round, random, settings);
            undone += await UndoneAsync(database);
            await using var site = await TestSite.StartOnAsync(_kills.Folder, services => services.AddSingleton<TimeProvider>(_clock), settings);
            await DoAllAsync(site);

            await Proposals.CheckAsync(site, _acknowledged);
        }

        output.WriteLine($"{rounds} rounds, {_acknowledged.Count} acknowledged, {undone} left undone.");
        Assert.True(undone > 0, "No kill came between keeping and arriving.");
    }

    private async Task SendAndKillAsync(int round, Random random, string[] settings)
    {
        using var process = await ServingProcess.StartAsync(_kills.Folder, Proposals.Form, settings);
        var enough = _acknowledged.Count + random.Next(8, 30);
        var sending = Enumerable.Range(0, Senders).Select(sender => SendUntilCutAsync(process.Client, $"r{round}-{sender}")).ToList();
        await Kills.KillAsync(process, random, sending, () => _acknowledged.Count >= enough);
    }

    private async Task SendUntilCutAsync(HttpClient client, string name)
    {
        for (var number = 0; ; number++)
        {
            try
            {
                _acknowledged.Add(await Proposals.SendAsync(client, $"{name}-{number}"));
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException)
            {
                return;
            }
        }
    }

    private async Task<int> UndoneAsync(string database)
    {
        await using var store = await Database.OpenAsync(database, _kills.Folder, _clock, Cancellation);
        return await UndoneAsync(store.Arrivals);
    }

    /// <summary>How much still waits; it waits on as if nobody had looked.</summary>
    private async Task<int> UndoneAsync(IEntryArrivals arrivals)
    {
        var now = _clock.GetUtcNow();
        return (await arrivals.TakeDueAsync(now.AddHours(1), now, int.MaxValue, Cancellation)).Length;
    }

    /// <summary>What the killed process had taken is free again after a while; the program does it beside this, and both may do the same.</summary>
    private async Task DoAllAsync(TestSite site)
    {
        _clock.Ahead += TimeSpan.FromHours(2);
        do await site.Service<Arrivals>().RunAsync(Cancellation);
        while (await UndoneAsync(site.Service<IEntryArrivals>()) > 0);
    }
}

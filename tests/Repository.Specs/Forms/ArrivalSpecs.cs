using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Mail;
using Repository.Testing;
using Repository.Web.Forms.Receiving;

namespace Repository.Specs.Forms;

/// <summary>What is done about an entry once it is kept: without the sender waiting for it, each thing once, and again where it failed.</summary>
public sealed class ArrivalSpecs : IAsyncDisposable
{
    private static readonly FormCase Least = FormCase.Named("lo menos");

    private readonly FormClock _clock = new();
    private readonly PostgresCluster _postgres = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();

    [Fact]
    public async Task whoever_waits_for_entries_is_told_of_those_that_were_received_and_a_failure_harms_nobody_else()
    {
        var (told, failing) = (new Told(), new Told { Failures = int.MaxValue });
        await using var site = await StartAsync([failing, told], "Forms:LeastSeconds=1000");
        using var fast = new PageSender(site);

        var received = await new WireSender(site).SendAsync(Least);
        await fast.SendAsync(Least);
        await site.Service<Arrivals>().RunAsync(Cancellation);
        await Patience.UntilAsync(() => !told.Folios.IsEmpty, Cancellation);

        Assert.Equal([received.Folio!], told.Folios.Distinct());
    }

    [Fact]
    public async Task what_failed_is_tried_again_after_a_pause_and_then_no_more()
    {
        var told = new Told { Failures = 1 };
        await using var site = await StartAsync([told]);

        var sent = await new WireSender(site).SendAsync(Least);
        await Patience.UntilAsync(() => told.Failures == 0, Cancellation);
        _clock.Ahead = TimeSpan.FromMinutes(5);
        await Patience.UntilAsync(() => !told.Folios.IsEmpty, Cancellation);
        _clock.Ahead = TimeSpan.FromDays(5);
        await site.Service<Arrivals>().RunAsync(Cancellation);

        Assert.Equal([sent.Folio!], told.Folios);
    }

    [Fact]
    public async Task what_was_put_aside_before_it_arrived_waits_until_it_is_let_go()
    {
        var told = new Told { Failures = 1 };
        await using var site = await StartAsync([told]);
        var entries = site.Service<IEntryStore>();
        var sent = await new WireSender(site).SendAsync(Least);
        await Patience.UntilAsync(() => told.Failures == 0, Cancellation);

        var entry = (await entries.FindByFolioAsync(sent.Folio!, Cancellation))!;
        var aside = Assert.IsType<EntryResult.Done>(await entries.ChangeAsync(entry with { State = EntryState.Quarantined }, "ana", Cancellation)).Entry;
        _clock.Ahead = TimeSpan.FromDays(1);
        await site.Service<Arrivals>().RunAsync(entry.Key, Cancellation);
        var meanwhile = told.Folios.ToList();
        await entries.ChangeAsync(aside with { State = EntryState.Received }, "ana", Cancellation);
        await site.Service<Arrivals>().RunAsync(entry.Key, Cancellation);

        Assert.Empty(meanwhile);
        Assert.Equal([sent.Folio!], told.Folios.Distinct());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task two_nodes_make_one_draft_and_one_set_of_letters_of_each_proposal(bool onPostgres)
    {
        if (onPostgres) Assert.SkipUnless(PostgresCluster.IsInstalled, PostgresCluster.WhyAbsent);
        using var folder = new TemporaryFolder();
        string[] settings = [.. FormsSite.Settings, .. onPostgres ? [$"Database={await _postgres.NewDatabaseAsync()}"] : Array.Empty<string>()];
        await using var here = await TestSite.StartOnAsync(folder.Path, settings);
        await using var there = await TestSite.StartOnAsync(folder.Path, settings);
        await here.Service<IFormMail>().SetRecipientsAsync(Proposals.Form, Proposals.Recipients, Cancellation);

        var folios = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(() => Proposals.SendAsync((number % 2 == 0 ? here : there).Client, $"p{number}"), Cancellation)));
        // Both are told to do all of it, whatever each has taken already.
        await Task.WhenAll(folios.SelectMany(folio => new[] { here, there }.Select(site => Task.Run(() => AgainAsync(site, folio), Cancellation))));

        await Proposals.CheckAsync(here, folios);
    }

    /// <summary>Nobody asks for it here: it comes by itself.</summary>
    [Fact]
    public async Task a_draft_and_the_letters_are_there_soon_after_a_proposal_was_sent()
    {
        await using var site = await TestSite.StartAsync(FormsSite.Settings);
        await site.Service<IFormMail>().SetRecipientsAsync(Proposals.Form, Proposals.Recipients, Cancellation);

        var folio = await Proposals.SendAsync(site.Client, "p");
        await Patience.UntilAsync(async () => (await site.Service<IFormMail>().StandingAsync(Cancellation)).Waiting == Proposals.LettersOfEach && (await site.Service<IProposedItems>().AllAsync(Cancellation)).Length == 1, Cancellation);

        await Proposals.CheckAsync(site, [folio]);
    }

    private static async Task AgainAsync(TestSite site, string folio)
    {
        var entry = (await site.Service<IEntryStore>().FindByFolioAsync(folio, Cancellation))!;
        await site.Service<Arrivals>().RunAsync(entry.Key, Cancellation);
    }

    private async Task<TestSite> StartAsync(IArrival[] arrivals, params string[] settings)
    {
        var site = await TestSite.StartAsync(
            services =>
            {
                services.AddSingleton<TimeProvider>(_clock);
                foreach (var arrival in arrivals) services.AddSingleton(arrival);
            },
            [.. FormsSite.Settings.Where(setting => !settings.Any(given => given.Split('=')[0] == setting.Split('=')[0])), .. settings]);
        await FormsSite.PublishAsync(site, EveryKindForm.Form, "De todo un poco");
        return site;
    }

    private sealed class Told : IArrival
    {
        public ConcurrentQueue<string> Folios { get; } = [];

        public int Failures { get; set; }

        public string Name { get; } = $"{Guid.NewGuid():n}";

        public bool Awaits(FormDefinition form) => true;

        public Task<IReadOnlyList<FormLetter>?> ArriveAsync(ArrivedEntry arrived, CancellationToken cancellation)
        {
            if (Failures > 0)
            {
                if (Failures < int.MaxValue) Failures--;
                throw new InvalidOperationException("It fails on purpose.");
            }

            Folios.Enqueue(arrived.Entry.Folio);
            return Task.FromResult<IReadOnlyList<FormLetter>?>([]);
        }
    }
}

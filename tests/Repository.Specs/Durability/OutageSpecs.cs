using System.Net;
using Repository.Core.Content;
using Repository.Specs.Seeded;
using Repository.Testing;

namespace Repository.Specs.Durability;

/// <summary>The whole program while its database is full or away: writers are told, readers notice nothing, and nobody has to restart it.</summary>
[Collection(nameof(Alone))]
public sealed class OutageSpecs
{
    private const string List = "/umbraco/delivery/api/v2/content?take=20";
    private const string ApiKey = "secret";
    private const int MostAttempts = 200;

    private static readonly string LongText = $"<p>{string.Concat(Enumerable.Repeat("La asamblea revisó el acta con calma. ", 5_000))}</p>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_full_disk_stops_writers_only_and_they_go_on_when_there_is_room()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 128);
        Assert.SkipWhen(disk is null, SmallDisk.WhyAbsent);
        await using var site = await TestSite.StartOnAsync(disk.Path);
        var desk = new Newsroom(site);
        var before = await site.Client.GetStringAsync(List, Cancellation);

        disk.Fill();
        var stored = await WriteUntilRefusedAsync(site, desk);
        var meanwhile = await site.Client.GetStringAsync(List, Cancellation);
        var ready = await StatusAsync(site, "/healthz/ready");
        disk.Clear();
        var next = await desk.PublishedAsync("/acerca/", Newsroom.APage("Después del apuro"));

        Assert.Equal(before, meanwhile);
        Assert.Equal(HttpStatusCode.OK, ready);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(site, $"/umbraco/delivery/api/v2/content/item/{next}"));
        Assert.Equal(stored, await CountPagesAsync(site) - 1);
    }

    [Fact]
    public async Task a_database_that_goes_away_stops_writers_only_and_every_node_follows_again_when_it_is_back()
    {
        Assert.SkipUnless(PostgresCluster.IsInstalled, PostgresCluster.WhyAbsent);
        await using var cluster = new PostgresCluster();
        var database = $"Database={await cluster.NewDatabaseAsync()}";
        await using var site = await TestSite.StartAsync(database, $"Delivery:ApiKey={ApiKey}");
        await using var otherNode = await TestSite.StartAsync(database);
        var desk = new Newsroom(site);
        var draft = await desk.CreateAsync("/acerca/", Newsroom.APage("Antes de la caída"));
        var before = await site.Client.GetStringAsync(List, Cancellation);

        await cluster.StopAsync();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => desk.CreateAsync("/acerca/", Newsroom.APage("Durante la caída")));
        var meanwhile = await site.Client.GetStringAsync(List, Cancellation);
        var ready = await StatusAsync(otherNode, "/healthz/ready");
        using var preview = await PreviewAsync(site);
        await cluster.StartAsync();
        await desk.PublishAsync(draft);

        Assert.Equal(before, meanwhile);
        Assert.Equal(HttpStatusCode.OK, ready);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, preview.StatusCode);
        Assert.Contains("\"storeUnavailable\"", await preview.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(site, $"/umbraco/delivery/api/v2/content/item/{draft}"));
        await AppearsAsync(otherNode, draft);
        Assert.Equal(1, await CountPagesAsync(site));
    }

    /// <summary>How many writes were still stored: a log file of the database may have had room left.</summary>
    private static async Task<int> WriteUntilRefusedAsync(TestSite site, Newsroom desk)
    {
        for (var stored = 0; stored < MostAttempts; stored++)
        {
            var page = Newsroom.APage($"Página larga {stored}").With("body", LongText, Newsroom.Spanish);
            var failure = await Record.ExceptionAsync(() => desk.CreateAsync("/acerca/", page));
            if (failure is null) continue;
            Assert.IsType<StoreUnavailableException>(failure);
            Assert.Equal(stored, await CountPagesAsync(site));
            return stored;
        }

        throw new InvalidOperationException("The disk would not fill up.");
    }

    /// <summary>The pages that these specs have made.</summary>
    private static async Task<int> CountPagesAsync(TestSite site)
    {
        var log = await site.Service<IContentStore>().ChangesAsync(0, int.MaxValue, Cancellation);
        return log.Where(line => line.By == "ana" && line.Kind == ChangeKind.Saved).Select(line => line.Key).Distinct().Count();
    }

    private static async Task<HttpStatusCode> StatusAsync(TestSite site, string address)
    {
        using var answer = await site.Client.GetAsync(address, Cancellation);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> PreviewAsync(TestSite site)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, List);
        request.Headers.Add("Preview", "true");
        request.Headers.Add("Api-Key", ApiKey);
        return await site.Client.SendAsync(request, Cancellation);
    }

    /// <summary>Asks until the other node has heard of it.</summary>
    private static Task AppearsAsync(TestSite site, Guid key) =>
        Patience.UntilAsync(async () => await StatusAsync(site, $"/umbraco/delivery/api/v2/content/item/{key}") == HttpStatusCode.OK, Cancellation);
}

using Microsoft.Extensions.Hosting;

namespace Repository.Specs.Durability;

/// <summary>What works beside everything else takes nothing else down.</summary>
public sealed class BackgroundSpecs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_service_that_is_stopped_alone_ends_in_good_order_and_the_program_goes_on()
    {
        await using var site = await TestSite.StartAsync();
        var services = site.Service<IEnumerable<IHostedService>>().OfType<BackgroundService>().Where(service => service.GetType().Assembly.GetName().Name == "Repository.Web").ToList();

        foreach (var service in services) await TestSite.StopAloneAsync(service);

        Assert.True(services.Count > 8);
        Assert.All(services, service => Assert.Equal(TaskStatus.RanToCompletion, service.ExecuteTask!.Status));
        Assert.False(site.Service<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
        using var alive = await site.Client.GetAsync("/healthz/live", Cancellation);
        Assert.True(alive.IsSuccessStatusCode);
    }
}

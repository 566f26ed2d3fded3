using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Repository.Core.Publishing;
using Repository.Testing;
using Repository.Web;
using Repository.Web.Live;

namespace Repository.Specs;

/// <summary>The whole program in this process: real Kestrel on a free port, the project's own schema and seed content, a data folder of its own.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder? _folder;

    private TestSite(WebApplication app, TemporaryFolder? folder)
    {
        _app = app;
        _folder = folder;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
    }

    public HttpClient Client { get; }

    /// <summary>What the site serves at this moment.</summary>
    public PublishedSnapshot Live => Service<LiveContent>().Current;

    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Settings are written as on the command line: <c>Delivery:ApiKey=secret</c>.</summary>
    public static async Task<TestSite> StartAsync(params string[] settings)
    {
        var folder = new TemporaryFolder();
        return new TestSite(await RunAsync([$"DataPath={folder.Path}", .. settings]), folder);
    }

    /// <summary>The same with something of the program exchanged.</summary>
    public static async Task<TestSite> StartAsync(Action<IServiceCollection> exchange, params string[] settings)
    {
        var folder = new TemporaryFolder();
        return new TestSite(await RunAsync([$"DataPath={folder.Path}", .. settings], exchange), folder);
    }

    /// <summary>A site on a data folder that someone else keeps: a second process of the same database, or the same one after a restart.</summary>
    public static async Task<TestSite> StartOnAsync(string dataPath, params string[] settings) => new(await RunAsync([$"DataPath={dataPath}", .. settings]), null);

    /// <summary>The same with something of the machine exchanged.</summary>
    public static async Task<TestSite> StartOnAsync(string dataPath, Action<IServiceCollection> exchange, params string[] settings) =>
        new(await RunAsync([$"DataPath={dataPath}", .. settings], exchange), null);

    /// <summary>Stops one of those that work beside everything else. Before it had a turn to begin, the host would take that for a failure.</summary>
    public static async Task StopAloneAsync(BackgroundService service)
    {
        await Patience.UntilAsync(() => ThreadPool.PendingWorkItemCount == 0, TestContext.Current.CancellationToken);
        await service.StopAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder?.Dispose();
    }

    private static async Task<WebApplication> RunAsync(string[] settings, Action<IServiceCollection>? exchange = null)
    {
        string[] args =
        [
            "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=Warning",
            $"--Repository:USyncPath={ProjectFolder.Find("uSync")}",
            $"--Repository:SeedMediaPath={ProjectFolder.Find("seed/media")}",
            // Made beside everything else, they would change what a spec is about while it runs. Specs of previews ask for them.
            "--Repository:Media:Previews=false",
            .. settings.Select(setting => $"--Repository:{setting}"),
        ];
        var app = await RepositoryApplication.BuildAsync(args, TestContext.Current.CancellationToken, builder => exchange?.Invoke(builder.Services));
        await app.StartAsync();
        return app;
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Web;
using Repository.Web.Live;

namespace Repository.Benchmarks;

/// <summary>Somebody who writes pages on a site of 10,000 items, within its process, and sees over HTTP what has become of them.</summary>
internal sealed class Editor : IAsyncDisposable
{
    public const string Culture = "es-MX";
    public const string By = "bench";

    private readonly WebApplication _app;
    private readonly ContentEditing _editing;
    private readonly ContentPublishing _publishing;
    private readonly Guid _section;
    private readonly HttpClient _client;

    private Editor(WebApplication app)
    {
        _app = app;
        _editing = app.Services.GetRequiredService<ContentEditing>();
        _publishing = app.Services.GetRequiredService<ContentPublishing>();
        _section = ((RouteMatch.Found)Routing.Match(app.Services.GetRequiredService<LiveContent>().Current, "/acerca/", Culture, null)).Item.Key;
        _client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
    }

    public IServiceProvider Services => _app.Services;

    public static async Task<Editor> StartAsync(Workshop workshop)
    {
        var folder = await workshop.FolderAsync(Starting.Many);
        var app = await RepositoryApplication.BuildAsync(
            ["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning", "--Repository:Delivery:Compression=false", $"--Repository:DataPath={folder}"], default);
        await app.StartAsync();
        return new Editor(app);
    }

    public Task<Seen> WriteAsync(ItemContent content) => WriteAsync("page", _section, content);

    public async Task<Seen> WriteAsync(string type, Guid parent, ItemContent content)
    {
        var created = Done(await _editing.CreateAsync(new NewItem { Type = type, Parent = parent, By = By, Content = content }, default));
        return new Seen(created.Key, created.Version, By);
    }

    public async Task<Seen> RewriteAsync(Seen page, ItemContent content) => page with { Version = Done(await _editing.SaveAsync(page, content, default)).Version };

    public async Task<Seen> PublishAsync(Seen page) => page with { Version = Done(await _publishing.PublishAsync(page, [], default)).Version };

    /// <summary>The page as everybody reads it.</summary>
    public Task<string> ShownAsync(Seen page) => GetAsync($"/umbraco/delivery/api/v2/content/item/{page.Key}");

    public Task<string> GetAsync(string address) => _client.GetStringAsync(new Uri(address, UriKind.Relative));

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WriteResult.Done Done(WriteResult result) =>
        result as WriteResult.Done ?? throw new InvalidOperationException(result is WriteResult.Invalid invalid ? string.Join('\n', invalid.Problems) : result.ToString());
}

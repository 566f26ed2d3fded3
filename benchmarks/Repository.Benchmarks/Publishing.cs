using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Web;
using Repository.Web.Live;

namespace Repository.Benchmarks;

/// <summary>From the moment an editor publishes to the answer that shows it, on a site with 10,000 items that is being read meanwhile.</summary>
internal static class Publishing
{
    private const string Culture = "es-MX";
    private const string By = "bench";

    public static async Task RunAsync(Workshop workshop, Table table)
    {
        var folder = await workshop.FolderAsync(Starting.Many);
        await using var app = await RepositoryApplication.BuildAsync(
            ["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning", "--Repository:Delivery:Compression=false", $"--Repository:DataPath={folder}"], default);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        var (writer, validation) = (app.Services.GetRequiredService<ContentWriter>(), app.Services.GetRequiredService<ContentValidation>());
        var desk = (Editing: new ContentEditing(writer, validation), Publishing: app.Services.GetRequiredService<ContentPublishing>());
        var section = ((RouteMatch.Found)Routing.Match(app.Services.GetRequiredService<LiveContent>().Current, "/acerca/", Culture, null)).Item;

        var times = new List<double>();
        for (var number = 0; number < (workshop.Quick ? 60 : 300); number++)
        {
            var text = $"Texto {number}.";
            var created = Done(await desk.Editing.CreateAsync(new NewItem { Type = "page", Parent = section.Key, By = By, Content = ItemContent.Named($"Página {number}", Culture).With("summary", text, Culture) }, default));
            var clock = Stopwatch.StartNew();
            Done(await desk.Publishing.PublishAsync(new Seen(created.Key, created.Version, By), [], default));
            var shown = await client.GetStringAsync(new Uri($"/umbraco/delivery/api/v2/content/item/{created.Key}", UriKind.Relative));
            if (!shown.Contains(text, StringComparison.Ordinal)) throw new InvalidOperationException("The next request did not show what was published.");
            if (number >= 10) times.Add(clock.Elapsed.TotalMilliseconds);
        }

        await app.StopAsync();
        var p99 = times.Order().ElementAt((int)(times.Count * 0.99));
        table.Add("publish to visible, 10,000 items", $"median {times.Median():F1} ms, p99 {p99:F1} ms", "p99 ≤ 50 ms", p99 <= 50);
    }

    private static WriteResult.Done Done(WriteResult result) => result as WriteResult.Done ?? throw new InvalidOperationException(result.ToString());
}

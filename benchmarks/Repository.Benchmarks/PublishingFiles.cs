using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Web;
using Repository.Web.Live;
using Repository.Web.Media;
using Repository.Web.Media.Intake;

namespace Repository.Benchmarks;

/// <summary>Pages that are published with a new document of some twenty pages each: nobody waits for its words, and soon they are found. A page published anew has the words of its file at once.</summary>
internal static class PublishingFiles
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
        var (editing, publishing, schema) = (app.Services.GetRequiredService<ContentEditing>(), app.Services.GetRequiredService<ContentPublishing>(), app.Services.GetRequiredService<ContentSchema>());
        var live = app.Services.GetRequiredService<LiveContent>();
        await live.SearchableAsync(default);
        var section = ((RouteMatch.Found)Routing.Match(live.Current, "/acerca/", Culture, null)).Item;
        var (first, found, again) = (new List<double>(), new List<double>(), new List<double>());
        for (var number = 0; number < (workshop.Quick ? 30 : 120); number++)
        {
            var word = $"palabraunica{number}";
            var medium = await BringAsync(app.Services, word);
            var content = ItemContent.Named($"Con archivo {number}", Culture).With("body", Showing(schema, medium), Culture);
            var created = Done(await editing.CreateAsync(new NewItem { Type = "page", Parent = section.Key, By = By, Content = content }, default));
            var clock = Stopwatch.StartNew();
            var published = Done(await publishing.PublishAsync(new Seen(created.Key, created.Version, By), [], default));
            await ShownAsync(client, created.Key);
            if (number >= 10) first.Add(clock.Elapsed.TotalMilliseconds);
            while (!await IsFoundAsync(client, word))
            {
            }

            if (number >= 10) found.Add(clock.Elapsed.TotalMilliseconds);
            var saved = Done(await editing.SaveAsync(new Seen(created.Key, published.Version, By), content.WithName($"Con archivo {number}, otra vez", Culture), default));
            clock.Restart();
            Done(await publishing.PublishAsync(new Seen(created.Key, saved.Version, By), [], default));
            await ShownAsync(client, created.Key);
            if (number >= 10) again.Add(clock.Elapsed.TotalMilliseconds);
            if (!await IsFoundAsync(client, word)) throw new InvalidOperationException("A page that was published anew lost the words of its file.");
        }

        await app.StopAsync();
        table.Add("publish to visible with a new file of 60,000 letters", $"median {first.Median():F1} ms, p99 {P99(first):F1} ms", "p99 ≤ 50 ms", P99(first) <= 50);
        table.Add("publish to visible once its words are known", $"median {again.Median():F1} ms, p99 {P99(again):F1} ms", "p99 ≤ 50 ms", P99(again) <= 50);
        table.Add("publish to found by the words of its file", $"median {found.Median():F0} ms, p99 {P99(found):F0} ms");
    }

    private static async Task<Guid> BringAsync(IServiceProvider services, string word)
    {
        using var document = new MemoryStream(Document(word));
        var taken = await services.GetRequiredService<MediaIntake>().TakeAsync(document, "acta.docx", default);
        return ((ShelvingResult.Done)await services.GetRequiredService<MediaShelf>().AddAsync(taken, "acta.docx", new NewMedium { IsPublic = true, By = By }, default)).Key;
    }

    private static byte[] Document(string word)
    {
        var random = new Random(word.Length);
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("[Content_Types].xml");
            using var part = new StreamWriter(zip.CreateEntry("word/document.xml").Open(), Encoding.UTF8);
            part.Write($"<w:document xmlns:w=\"urn:w\"><w:p><w:t>{word}</w:t></w:p>");
            for (var letters = 0; letters < 60_000; letters += 60)
            {
                part.Write($"<w:p><w:t>La asamblea acordó la limpieza {random.Next(3000)} del río {random.Next(3000)} y las faenas</w:t></w:p>");
            }

            part.Write("</w:document>");
        }

        return bytes.ToArray();
    }

    /// <summary>Rich text with one block, which shows the file.</summary>
    private static string Showing(ContentSchema schema, Guid medium)
    {
        var block = Guid.NewGuid();
        var picked = new JsonArray(new JsonObject { ["key"] = Guid.NewGuid(), ["mediaKey"] = medium, ["mediaTypeAlias"] = "File", ["crops"] = new JsonArray(), ["focalPoint"] = null });
        return new JsonObject
        {
            ["markup"] = $"<umb-rte-block data-content-key=\"{block:d}\"></umb-rte-block>",
            ["blocks"] = new JsonObject
            {
                ["contentData"] = new JsonArray(new JsonObject
                {
                    ["contentTypeKey"] = schema.DocumentType("mediaBlock")!.Key,
                    ["key"] = block,
                    ["values"] = new JsonArray(new JsonObject { ["alias"] = "media", ["culture"] = null, ["segment"] = null, ["value"] = picked.ToJsonString() }),
                }),
                ["settingsData"] = new JsonArray(),
                ["expose"] = new JsonArray(new JsonObject { ["contentKey"] = block, ["culture"] = null, ["segment"] = null }),
                ["Layout"] = new JsonObject { ["Umbraco.RichText"] = new JsonArray(new JsonObject { ["contentKey"] = block, ["settingsKey"] = null }) },
            },
        }.ToJsonString();
    }

    private static async Task ShownAsync(HttpClient client, Guid key) => await client.GetStringAsync(new Uri($"/umbraco/delivery/api/v2/content/item/{key}", UriKind.Relative));

    private static async Task<bool> IsFoundAsync(HttpClient client, string word) =>
        (await client.GetStringAsync(new Uri($"/api/v1/search?q={word}&take=1&highlight=0", UriKind.Relative))).Contains("Con archivo", StringComparison.Ordinal);

    private static double P99(List<double> times) => times.Order().ElementAt((int)(times.Count * 0.99));

    private static WriteResult.Done Done(WriteResult result) => result as WriteResult.Done ?? throw new InvalidOperationException(result is WriteResult.Invalid invalid ? string.Join('\n', invalid.Problems) : result.ToString());
}

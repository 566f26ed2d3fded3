using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Content;
using Repository.Core.Schema;
using Repository.Web.Live;
using Repository.Web.Media;
using Repository.Web.Media.Intake;

namespace Repository.Benchmarks;

/// <summary>Pages that are published with a new document of some twenty pages each: nobody waits for its words, and soon they are found. A page published anew has the words of its file at once.</summary>
internal static class PublishingFiles
{
    public static async Task RunAsync(Workshop workshop, Table table)
    {
        await using var editor = await Editor.StartAsync(workshop);
        await editor.Services.GetRequiredService<LiveContent>().SearchableAsync(default);
        var (first, found, again) = (new List<double>(), new List<double>(), new List<double>());
        for (var number = 0; number < (workshop.Quick ? 30 : 120); number++)
        {
            var word = $"palabraunica{number}";
            var medium = await BringAsync(editor.Services, word);
            var content = ItemContent.Named($"Con archivo {number}", Editor.Culture).With("body", Showing(editor.Services.GetRequiredService<ContentSchema>(), medium), Editor.Culture);
            var page = await editor.WriteAsync(content);
            var clock = Stopwatch.StartNew();
            page = await editor.PublishAsync(page);
            await editor.ShownAsync(page);
            if (number >= 10) first.Add(clock.Elapsed.TotalMilliseconds);
            while (!await IsFoundAsync(editor, word))
            {
            }

            if (number >= 10) found.Add(clock.Elapsed.TotalMilliseconds);
            page = await editor.RewriteAsync(page, content.WithName($"Con archivo {number}, otra vez", Editor.Culture));
            clock.Restart();
            page = await editor.PublishAsync(page);
            await editor.ShownAsync(page);
            if (number >= 10) again.Add(clock.Elapsed.TotalMilliseconds);
            if (!await IsFoundAsync(editor, word)) throw new InvalidOperationException("A page that was published anew lost the words of its file.");
        }

        table.Add("publish to visible with a new file of 60,000 letters", $"median {first.Median():F1} ms, p99 {first.MostOf100():F1} ms", "p99 ≤ 50 ms", first.MostOf100() <= 50);
        table.Add("publish to visible once its words are known", $"median {again.Median():F1} ms, p99 {again.MostOf100():F1} ms", "p99 ≤ 50 ms", again.MostOf100() <= 50);
        table.Add("publish to found by the words of its file", $"median {found.Median():F0} ms, p99 {found.MostOf100():F0} ms");
    }

    private static async Task<Guid> BringAsync(IServiceProvider services, string word)
    {
        using var document = new MemoryStream(Document(word));
        var taken = await services.GetRequiredService<MediaIntake>().TakeAsync(document, "acta.docx", default);
        return ((ShelvingResult.Done)await services.GetRequiredService<MediaShelf>().AddAsync(taken, "acta.docx", new NewMedium { IsPublic = true, By = Editor.By }, default)).Key;
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

    private static async Task<bool> IsFoundAsync(Editor editor, string word) =>
        (await editor.GetAsync($"/api/v1/search?q={word}&take=1&highlight=0")).Contains("Con archivo", StringComparison.Ordinal);
}

using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Web;

namespace Repository.Benchmarks.Picturing;

/// <summary>A photograph of 24 megapixels, made by libvips out of clouds and noise, as a published item of a data folder.</summary>
internal sealed record Photo(string Path)
{
    public const string Url = "/media/bench000/photo.jpg";

    private const string Vips = "vips";

    public static async Task<Photo> HangAsync(string dataPath)
    {
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(dataPath, "media", "bench000")).FullName;
        var photo = new Photo(System.IO.Path.Combine(folder, "photo.jpg"));
        await photo.MakeAsync(Directory.CreateTempSubdirectory("repository-bench-photo-").FullName);
        await PublishAsync(dataPath);
        return photo;
    }

    /// <summary>How long a program takes from its start to its end.</summary>
    public static async Task<TimeSpan> TimeAsync(string program, params string[] words)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, words))!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? clock.Elapsed : throw new InvalidOperationException($"{program} {string.Join(' ', words)} ended with {process.ExitCode}.");
    }

    private async Task MakeAsync(string workshop)
    {
        string In(string name) => System.IO.Path.Combine(workshop, name);
        foreach (var (band, cell) in ((string, string)[])[("r", "900"), ("g", "500"), ("b", "300")]) await MakeBandAsync(band, cell);
        await TimeAsync(Vips, "bandjoin", $"{In("r.v")} {In("g.v")} {In("b.v")}", In("rgb.v"));
        await TimeAsync(Vips, "copy", In("rgb.v"), $"{Path}[Q=90]", "--interpretation", "srgb");
        Directory.Delete(workshop, recursive: true);

        async Task MakeBandAsync(string band, string cell)
        {
            await TimeAsync(Vips, "perlin", In("clouds.v"), "6000", "4000", "--cell-size", cell);
            await TimeAsync(Vips, "linear", In("clouds.v"), In("light.v"), "110", "128");
            await TimeAsync(Vips, "gaussnoise", In("noise.v"), "6000", "4000", "--sigma", "6", "--mean", "0");
            await TimeAsync(Vips, "add", In("light.v"), In("noise.v"), In("sum.v"));
            await TimeAsync(Vips, "cast", In("sum.v"), In($"{band}.v"), "uchar");
        }
    }

    private static async Task PublishAsync(string dataPath)
    {
        await using var app = await RepositoryApplication.BuildAsync(["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning", $"--Repository:DataPath={dataPath}"], default);
        var importing = new ContentImport(app.Services.GetRequiredService<ContentWriter>(), app.Services.GetRequiredService<ContentValidation>());
        var item = new ImportedItem
        {
            Source = "bench",
            Key = new Guid("6d0c8f5e-2b4a-4c53-9b0e-5a1f3c7d9e21"),
            Kind = ItemKind.Media,
            Type = "Image",
            ParentKey = null,
            SortOrder = 0,
            CreatedAt = DateTimeOffset.UnixEpoch,
            Content = ItemContent.Named("Foto", ItemContent.Invariant).With("altText", "Nubes.").With("umbracoFile", $$"""{"src":"{{Url}}","crops":[]}"""),
            Published = [ItemContent.Invariant],
        };
        var report = await importing.ImportAsync(new ImportBatch([item], [], "bench"), default);
        if (!report.Problems.IsEmpty) throw new InvalidOperationException(string.Join('\n', report.Problems));
    }
}

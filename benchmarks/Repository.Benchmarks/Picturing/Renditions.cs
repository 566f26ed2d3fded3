using System.Diagnostics;

namespace Repository.Benchmarks.Picturing;

/// <summary>Renditions: how fast they come from the cache, what one costs that was never made, and what a thousand of those do to readers.</summary>
internal static class Renditions
{
    private const double Half = 0.5;
    private const double Slower = 1.3;
    private const int Cold = 1000;
    private const int PagesPerSecond = 50;
    private const int Askers = 8;

    public static async Task RunAsync(Workshop workshop, Table table)
    {
        if (!Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "vipsthumbnail"))))
        {
            table.Add("renditions", "not measured: libvips-tools is not installed");
            return;
        }

        var folder = await workshop.FolderAsync(0);
        var photo = await Photo.HangAsync(folder);
        await using var program = await Served.ProgramAsync(folder);
        await using var constant = await Served.ConstantAsync();
        using var client = new HttpClient { BaseAddress = program.Address, Timeout = TimeSpan.FromMinutes(10) };

        await CachedAsync(workshop, table, program, constant, client);
        await OnceAsync(workshop, table, client, photo);
        await ManyAsync(workshop, table, program, client);
        table.Add("resident after the renditions", $"{program.ResidentBytes / 1024 / 1024:N0} MB");
    }

    private static async Task CachedAsync(Workshop workshop, Table table, Served program, Served constant, HttpClient client)
    {
        string[] addresses = [.. Enumerable.Range(790, 20).Select(width => $"{Photo.Url}?width={width}&format=webp")];
        foreach (var address in addresses) await PictureAsync(client, address);
        var size = Load.Run(program.Address, addresses, workshop.Round).Size;
        string[] bytes = [$"/{size}"];
        for (var round = 0; round < workshop.Warming; round++) (_, _) = (Load.Run(program.Address, addresses, workshop.Round), Load.Run(constant.Address, bytes, workshop.Round));
        var pairs = Enumerable.Range(0, workshop.Rounds).Select(_ => (Ours: Load.Run(program.Address, addresses, workshop.Round).Rate, Constant: Load.Run(constant.Address, bytes, workshop.Round).Rate)).ToList();
        var ratio = pairs.Select(pair => pair.Ours / pair.Constant).Median();
        var (ours, theirs) = (pairs.Select(pair => pair.Ours).Median(), pairs.Select(pair => pair.Constant).Median());
        table.Add($"cached rendition ({size:N0} bytes)", $"{ratio:P0} of constant bytes ({Starting.Rate(ours)}/s of {Starting.Rate(theirs)}/s)", $"≥ {Half:P0}", ratio >= Half);
    }

    private static async Task OnceAsync(Workshop workshop, Table table, HttpClient client, Photo photo)
    {
        var byHand = Path.Combine(Path.GetTempPath(), $"repository-bench-{Environment.ProcessId}.webp");
        var pairs = new List<(double Ours, double Hand)>();
        for (var round = 0; round <= 2 * workshop.Rounds; round++)
        {
            // A colour behind a picture without transparency changes nothing but the address.
            var clock = Stopwatch.StartNew();
            await PictureAsync(client, $"{Photo.Url}?width=800&format=webp&bgcolor=0000{round:x2}");
            pairs.Add((clock.Elapsed.TotalMilliseconds, (await Photo.TimeAsync("vipsthumbnail", photo.Path, "-s", "800x", "-o", byHand)).TotalMilliseconds));
        }

        File.Delete(byHand);
        var (ours, hand) = (pairs.Select(pair => pair.Ours).Median(), pairs.Select(pair => pair.Hand).Median());
        var ratio = pairs.Select(pair => pair.Ours / pair.Hand).Median();
        table.Add("first rendition, JPEG of 24 megapixels → WebP 800 wide", $"{ratio:F2} × vipsthumbnail by hand ({ours:F0} ms, {hand:F0} ms)", $"≤ {Slower} ×", ratio <= Slower);
    }

    private static async Task ManyAsync(Workshop workshop, Table table, Served program, HttpClient client)
    {
        string[] pages = ["/", "/practicas/", "/buscar/?q=agua", "/materiales/", "/umbraco/delivery/api/v2/content?take=20", "/umbraco/delivery/api/v2/content?filter=contentType:municipality&take=10&sort=name:asc"];
        var cold = workshop.Quick ? Cold / 10 : Cold;
        await using var readers = await Readers.BeginAsync(program.Address, pages, PagesPerSecond);
        var clock = Stopwatch.StartNew();
        await MakeAsync(client, cold);
        var waited = await readers.EndAsync();
        var p99 = waited.MostOf100();
        table.Add($"pages at {PagesPerSecond}/s while {cold:N0} renditions are made", $"median {waited.Median():F1} ms, p99 {p99:F1} ms, longest {waited.Max():F0} ms; {cold / clock.Elapsed.TotalSeconds:F1} renditions/s", "p99 ≤ 100 ms", p99 <= 100);
    }

    private static Task MakeAsync(HttpClient client, int count)
    {
        var next = 0;
        return Task.WhenAll(Enumerable.Range(0, Askers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number <= count) await PictureAsync(client, $"{Photo.Url}?width={200 + (number % 1000)}&height={150 + (number % 700)}");
        })));
    }

    private static async Task PictureAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        if (answer.Headers.CacheControl?.MaxAge is null) throw new InvalidOperationException($"{address} was answered with the original.");
    }
}

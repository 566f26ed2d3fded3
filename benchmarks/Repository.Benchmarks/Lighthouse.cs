using System.Diagnostics;
using System.Text.Json;

namespace Repository.Benchmarks;

/// <summary>What Lighthouse makes of the pages that most people see, as on a cheap telephone with a poor connection.</summary>
internal static class Lighthouse
{
    private const string Folder = "benchmarks/lighthouse";
    private const string Chromium = "/usr/bin/chromium";
    private const int Attempts = 3;

    private static readonly string[] Categories = ["performance", "accessibility", "best-practices", "seo"];

    public static async Task RunAsync(Workshop workshop, Table table)
    {
        if (!File.Exists(Chromium) || !await IsInstalledAsync())
        {
            table.Add("Lighthouse", "missing: needs npm and Chromium");
            return;
        }

        await using var program = await Served.ProgramAsync(await workshop.FolderAsync(0));
        foreach (var (name, path) in await PagesAsync(program.Address))
        {
            var runs = new List<double[]>();
            for (var round = 0; round < (workshop.Quick ? 1 : 3); round++) runs.Add(await ScoresAsync(new Uri(program.Address, path)));
            double[] scores = [.. Enumerable.Range(0, Categories.Length).Select(category => runs.Select(run => run[category]).Median())];
            table.Add($"Lighthouse: {name}", string.Join(", ", Categories.Zip(scores, (category, score) => $"{category} {score:F0}")), "≥ 95, 100, 100, 100", scores[0] >= 95 && scores[1..].All(score => score >= 100));
        }
    }

    private static async Task<(string Name, string Path)[]> PagesAsync(Uri server) =>
        [("home", "/"), ("search", "/buscar/?q=agua"), ("practice", await FirstAsync(server, "practice")), ("material", await FirstAsync(server, "outreachMaterial"))];

    private static async Task<string> FirstAsync(Uri server, string contentType)
    {
        using var client = new HttpClient { BaseAddress = server };
        var list = JsonElement.Parse(await client.GetByteArrayAsync(new Uri($"/umbraco/delivery/api/v2/content?filter=contentType:{contentType}&sort=name:asc&take=1&fields=", UriKind.Relative)));
        return list.GetProperty("items")[0].GetProperty("route").GetProperty("path").GetString()!;
    }

    private static async Task<bool> IsInstalledAsync()
    {
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "lighthouse"))) return true;
        using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-progress", "--loglevel=error"]) { WorkingDirectory = Folder });
        if (npm is null) return false;
        await npm.WaitForExitAsync();
        return npm.ExitCode == 0;
    }

    /// <summary>Now and then the browser's trace of a page load has no beginning; Lighthouse then asks to be run again.</summary>
    private static async Task<double[]> ScoresAsync(Uri page)
    {
        for (var attempt = 1; ; attempt++)
        {
            var report = await ReportAsync(page);
            if (!report.TryGetProperty("runtimeError", out var error)) return Scores(report.GetProperty("categories"));
            if (attempt == Attempts) throw new InvalidOperationException($"Lighthouse could not look at {page}: {error.GetProperty("message").GetString()}");
        }
    }

    private static double[] Scores(JsonElement categories) => [.. Categories.Select(category => categories.GetProperty(category).GetProperty("score").GetDouble() * 100)];

    /// <summary>By way of a file: what is written to the output is cut off when it ends.</summary>
    private static async Task<JsonElement> ReportAsync(Uri page)
    {
        var report = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo(
                "node",
                [
                    "node_modules/lighthouse/cli/index.js", page.AbsoluteUri, "--output=json", $"--output-path={report}", "--quiet", $"--only-categories={string.Join(',', Categories)}",
                    "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
                ])
            {
                WorkingDirectory = Folder,
            };
            start.Environment["CHROME_PATH"] = Chromium;
            using var node = Process.Start(start)!;
            await node.WaitForExitAsync();
            return JsonElement.Parse(await File.ReadAllBytesAsync(report));
        }
        finally
        {
            File.Delete(report);
        }
    }
}

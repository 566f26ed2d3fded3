using System.Diagnostics;
using System.Text.Json;

namespace Repository.Benchmarks;

/// <summary>What Lighthouse makes of the pages that most people see, as on a cheap telephone with a poor connection.</summary>
internal static class Lighthouse
{
    private const string Folder = "benchmarks/lighthouse";
    private const string Chromium = "/usr/bin/chromium";
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

    private static async Task<double[]> ScoresAsync(Uri page)
    {
        var start = new ProcessStartInfo(
            "node",
            ["node_modules/lighthouse/cli/index.js", page.AbsoluteUri, "--output=json", "--quiet", $"--only-categories={string.Join(',', Categories)}", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
        };
        start.Environment["CHROME_PATH"] = Chromium;
        using var node = Process.Start(start)!;
        var report = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        var categories = JsonElement.Parse(report).GetProperty("categories");
        return [.. Categories.Select(category => categories.GetProperty(category).GetProperty("score").GetDouble() * 100)];
    }
}

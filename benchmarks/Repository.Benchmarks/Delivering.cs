using System.Text.Json;

namespace Repository.Benchmarks;

/// <summary>Answers per second, each beside the same server sending constant bytes of the same size, round about.</summary>
internal static class Delivering
{
    private const string Root = "/umbraco/delivery/api/v2/content";
    private const int Addresses = 1_000;

    private static readonly string[] Regions = ["laCanada", "costa", "isthmus", "mixteca", "papaloapan", "northernSierra", "southernSierra", "centralValleys"];
    private static readonly string[] Themes = ["education", "health", "waterAndSanitation", "environment", "territory", "culture", "communityGovernance", "localEconomy", "justice", "mobility"];

    public static Task RunAsync(Workshop workshop, Table table) => RunAsync(workshop, table, Starting.Many);

    public static async Task RunAsync(Workshop workshop, Table table, int items)
    {
        await using var program = await Served.ProgramAsync(await workshop.FolderAsync(items));
        await using var constant = await Served.ConstantAsync();
        var paths = await ItemPathsAsync(program.Address, items);

        await CompareAsync("list of 20, one reference expanded", [.. Enumerable.Range(0, Addresses).Select(page => $"{Root}?filter=contentType:practice&skip={page * (items / Addresses)}&take=20&expand=properties%5Bmunicipalities%5D")]);
        await CompareAsync("item by path", [.. paths.Select(path => $"{Root}/item{path}")]);
        await CompareAsync("filtered list of 10", [.. Enumerable.Range(0, Addresses).Select(number =>
            $"{Root}?filter=contentType:practice&filter=region:{Regions[number % Regions.Length]}&filter=theme:{Themes[number / Regions.Length % Themes.Length]}&filter=year%3E{1985 + (number % 13)}&sort=name:asc")]);
        table.Add("resident after the load", $"{program.ResidentBytes / 1024 / 1024} MB");

        async Task CompareAsync(string name, string[] addresses)
        {
            var (_, size) = await Load.RunAsync(program.Address, addresses, workshop.Round);
            string[] bytes = [$"/{size}"];
            await Load.RunAsync(constant.Address, bytes, TimeSpan.FromSeconds(1));
            var pairs = new List<(double Ours, double Constant)>();
            for (var round = 0; round < workshop.Rounds; round++)
            {
                pairs.Add(((await Load.RunAsync(program.Address, addresses, workshop.Round)).Rate, (await Load.RunAsync(constant.Address, bytes, workshop.Round)).Rate));
            }

            var ratio = pairs.Select(pair => pair.Ours / pair.Constant).Median();
            table.Add(
                $"{name}, {items:N0} items ({size:N0} bytes)",
                $"{ratio:P0} of constant bytes ({Starting.Rate(pairs.Select(pair => pair.Ours).Median())}/s of {Starting.Rate(pairs.Select(pair => pair.Constant).Median())}/s)",
                "≥ 50 %",
                ratio >= 0.5);
        }
    }

    private static async Task<string[]> ItemPathsAsync(Uri server, int items)
    {
        using var client = new HttpClient { BaseAddress = server };
        var step = Math.Max(1, items / Addresses);
        var list = JsonElement.Parse(await client.GetByteArrayAsync(new Uri($"{Root}?filter=contentType:practice&take={items}&fields=", UriKind.Relative)));
        return [.. list.GetProperty("items").EnumerateArray().Where((_, index) => index % step == 0).Take(Addresses).Select(item => item.GetProperty("route").GetProperty("path").GetString()!)];
    }
}

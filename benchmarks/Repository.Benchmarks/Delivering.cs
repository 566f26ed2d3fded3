using System.Text.Json;

namespace Repository.Benchmarks;

/// <summary>Answers per second, each beside the same server sending constant bytes of the same size, round about.</summary>
internal static class Delivering
{
    private const string Root = "/umbraco/delivery/api/v2/content";
    private const int Addresses = 1_000;
    private const double Half = 0.5;

    private static readonly string[] Regions = ["laCanada", "costa", "isthmus", "mixteca", "papaloapan", "northernSierra", "southernSierra", "centralValleys"];
    private static readonly string[] Themes = ["education", "health", "waterAndSanitation", "environment", "territory", "culture", "communityGovernance", "localEconomy", "justice", "mobility"];

    public static async Task RunAsync(Workshop workshop, Table table)
    {
        var megabytes = await MeasureAsync(workshop, table, Starting.Many, Half);
        table.Add("resident after the load", $"{megabytes:N0} MB");
    }

    /// <summary>Measures at a number of items, against a promise if there is one, and tells how many megabytes the program holds in the end.</summary>
    public static async Task<long> MeasureAsync(Workshop workshop, Table table, int items, double? promise = null)
    {
        await using var program = await Served.ProgramAsync(await workshop.FolderAsync(items));
        await using var constant = await Served.ConstantAsync();
        var paths = await ItemPathsAsync(program.Address, items);

        Compare("list of 20, one reference expanded", [.. Enumerable.Range(0, Addresses).Select(page => $"{Root}?filter=contentType:practice&skip={page * (items / Addresses)}&take=20&expand=properties%5Bmunicipalities%5D")]);
        Compare("item by path", [.. paths.Select(path => $"{Root}/item{path}")]);
        Compare("filtered list of 10", [.. Enumerable.Range(0, Addresses).Select(number =>
            $"{Root}?filter=contentType:practice&filter=region:{Regions[number % Regions.Length]}&filter=theme:{Themes[number / Regions.Length % Themes.Length]}&filter=year%3E{1985 + (number % 13)}&sort=name:asc")]);
        return program.ResidentBytes / 1024 / 1024;

        void Compare(string name, string[] addresses)
        {
            var size = Load.Run(program.Address, addresses, workshop.Round).Size;
            string[] bytes = [$"/{size}"];

            // Both programs are compiled better and better while they run: what is measured is what they come to.
            for (var round = 0; round < workshop.Warming; round++) (_, _) = (Load.Run(program.Address, addresses, workshop.Round), Load.Run(constant.Address, bytes, workshop.Round));
            var pairs = Enumerable.Range(0, workshop.Rounds).Select(_ => (Ours: Measure(program, addresses, workshop.Round), Constant: Measure(constant, bytes, workshop.Round))).ToList();

            var ratio = pairs.Select(pair => pair.Ours.Rate / pair.Constant.Rate).Median();
            var (ours, theirs) = (Side(pairs.Select(pair => pair.Ours)), Side(pairs.Select(pair => pair.Constant)));
            table.Add($"{name}, {items:N0} items ({size:N0} bytes)", $"{ratio:P0} of constant bytes ({ours} of {theirs})", promise is null ? "" : $"≥ {promise:P0}", promise is null ? null : ratio >= promise);
        }
    }

    private static (double Rate, double Microseconds) Measure(Served server, string[] addresses, TimeSpan time)
    {
        var before = server.Spent;
        var rate = Load.Run(server.Address, addresses, time).Rate;
        return (rate, (server.Spent - before).TotalMicroseconds / (rate * time.TotalSeconds));
    }

    /// <summary>Answers per second, and the server's processor time for one of them.</summary>
    private static string Side(IEnumerable<(double Rate, double Microseconds)> measured)
    {
        var all = measured.ToList();
        return $"{Starting.Rate(all.Select(one => one.Rate).Median())}/s at {Starting.Rate(all.Select(one => one.Microseconds).Median())} µs";
    }

    private static async Task<string[]> ItemPathsAsync(Uri server, int items)
    {
        using var client = new HttpClient { BaseAddress = server };
        var step = Math.Max(1, items / Addresses);
        var list = JsonElement.Parse(await client.GetByteArrayAsync(new Uri($"{Root}?filter=contentType:practice&take={items}&fields=", UriKind.Relative)));
        return [.. list.GetProperty("items").EnumerateArray().Where((_, index) => index % step == 0).Take(Addresses).Select(item => item.GetProperty("route").GetProperty("path").GetString()!)];
    }
}

using System.Text.Json;

namespace Repository.Benchmarks;

/// <summary>What a page of the public site costs: the program's processor time for one that no cache holds, compression apart, and how long people wait who come at a steady pace.</summary>
internal static class Visiting
{
    private const int Addresses = 500;
    private const int PerSecond = 100;

    private static readonly string[] Words = ["agua", "asamblea", "tequio", "comité", "bosque", "radio", "cuentas", "escuela", "camino", "salud"];
    private static readonly string[] Regions = ["laCanada", "coast", "isthmus", "mixteca", "papaloapan", "northernSierra", "southernSierra", "centralValleys"];

    public static async Task RunAsync(Workshop workshop, Table table)
    {
        await using var program = await Served.ProgramAsync(await workshop.FolderAsync(Starting.Many));
        var practices = await PracticesAsync(program.Address);

        Measure("practice", practices, 3_000);
        Measure("search with facets", [.. Enumerable.Range(0, Addresses).Select(number => $"/buscar/?q={Uri.EscapeDataString(Words[number % Words.Length])}&region={Regions[number / Words.Length % Regions.Length]}&skip={number / 80 * 20}")], 5_000);
        Measure("section with facets", [.. Enumerable.Range(0, Addresses).Select(number => $"/practicas/?skip={number * 20}")], 5_000);
        Measure("home", ["/"], 5_000);
        table.Add("resident after the visits", $"{program.ResidentBytes / 1024 / 1024:N0} MB");

        string[] all = ["/", "/practicas/", "/buscar/?q=agua&region=mixteca", .. practices];
        await using var readers = await Readers.BeginAsync(program.Address, all, PerSecond);
        await Task.Delay(workshop.Quick ? TimeSpan.FromSeconds(5) : TimeSpan.FromSeconds(30));
        var waited = await readers.EndAsync();
        var p99 = waited.MostOf100();
        table.Add($"pages at {PerSecond}/s, {waited.Count:N0} of them", $"median {waited.Median():F1} ms, p99 {p99:F1} ms, longest {waited.Max():F0} ms", "p99 ≤ 50 ms", p99 <= 50);

        void Measure(string name, string[] addresses, double promised)
        {
            var size = 0;
            for (var round = 0; round < workshop.Warming; round++) size = Load.Run(program.Address, addresses, workshop.Round).Size;
            var costs = Enumerable.Range(0, workshop.Rounds).Select(_ =>
            {
                var before = program.Spent;
                var rate = Load.Run(program.Address, addresses, workshop.Round).Rate;
                return (program.Spent - before).TotalMicroseconds / (rate * workshop.Round.TotalSeconds);
            });
            var median = costs.Median();
            table.Add($"page: {name}, {Starting.Many:N0} items ({size:N0} bytes)", $"{Starting.Rate(median)} µs", $"≤ {Starting.Rate(promised)} µs", median <= promised);
        }
    }

    private static async Task<string[]> PracticesAsync(Uri server)
    {
        using var client = new HttpClient { BaseAddress = server };
        var list = JsonElement.Parse(await client.GetByteArrayAsync(new Uri($"/umbraco/delivery/api/v2/content?filter=contentType:practice&take={Addresses}&fields=", UriKind.Relative)));
        return [.. list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("route").GetProperty("path").GetString()!)];
    }
}

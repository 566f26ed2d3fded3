using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Entries;
using Repository.Storage;

namespace Repository.Benchmarks;

/// <summary>Many people who send a form at once, each from an address of their own, beside those who read the site; afterwards every entry that was acknowledged is there, once.</summary>
internal static class Submitting
{
    private const int Submitters = 200;
    private const string Key = "bench";

    private static readonly Guid Form = ContactDesign.Make().Key;

    public static async Task RunAsync(Workshop workshop, Table table)
    {
        var folder = await workshop.FolderAsync(Starting.Many);
        List<double> waited;
        List<string> acknowledged;
        IReadOnlyList<double> alone, beside;
        await using (var program = await Served.ProgramAsync(folder, $"--Repository:Forms:ApiKey={Key}", "--Repository:Proxies=127.0.0.1/32"))
        {
            var span = TimeSpan.FromSeconds(workshop.Quick ? 10 : 60);
            string[] pages = ["/", "/practicas/", "/buscar/?q=agua", "/participa/encuesta/"];
            await Steady.AskAsync(program.Address, pages, 20, Task.Delay(2_000));
            alone = await Steady.AskAsync(program.Address, pages, 20, Task.Delay(span / 3));
            var sending = SendAsync(program.Address, span);
            beside = await Steady.AskAsync(program.Address, pages, 20, sending);
            (waited, acknowledged) = await sending;
        }

        var p99 = waited.MostOf100();
        table.Add($"forms: {Submitters} senders at once, {waited.Count:N0} entries", $"median {waited.Median():F0} ms, p99 {p99:F0} ms, longest {waited.Max():F0} ms", "p99 ≤ 500 ms", p99 <= 500);
        table.Add("forms: pages at 20/s meanwhile", $"p99 {beside.MostOf100():F1} ms ({alone.MostOf100():F1} ms before)");
        var (lost, doubled) = await CompareAsync(folder, acknowledged);
        table.Add("forms: entries lost and doubled", $"{lost}, {doubled}", "0, 0", lost + doubled == 0);
    }

    private static async Task<(List<double> Waited, List<string> Acknowledged)> SendAsync(Uri server, TimeSpan span)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Submitters }) { BaseAddress = server, Timeout = TimeSpan.FromMinutes(2) };
        var clock = Stopwatch.StartNew();
        var sent = await Task.WhenAll(Enumerable.Range(0, Submitters).Select(async person =>
        {
            var (waited, words) = (new List<double>(), new List<string>());
            while (clock.Elapsed < span)
            {
                var word = $"{person}-{words.Count}-{Guid.NewGuid():n}";
                var before = clock.Elapsed;
                using var request = new HttpRequestMessage(HttpMethod.Post, $"/umbraco/forms/delivery/api/v1/entries/{Form}")
                {
                    Content = JsonContent.Create(new { values = new Dictionary<string, string> { ["motivo"] = "error", ["mensaje"] = word, ["aviso"] = "on" } }),
                };
                request.Headers.Add("Api-Key", Key);
                request.Headers.Add("X-Forwarded-For", $"10.{person}.{words.Count / 250 % 250}.{words.Count % 250}");
                using var answer = await client.SendAsync(request);
                if (answer.StatusCode != HttpStatusCode.Accepted) throw new InvalidOperationException($"An entry was answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
                waited.Add((clock.Elapsed - before).TotalMilliseconds);
                words.Add(word);
            }

            return (waited, words);
        }));
        return ([.. sent.SelectMany(person => person.waited)], [.. sent.SelectMany(person => person.words)]);
    }

    private static async Task<(int Lost, int Doubled)> CompareAsync(string folder, List<string> acknowledged)
    {
        await using var store = await Database.OpenAsync(Database.Sqlite, folder, TimeProvider.System, default);
        var kept = new List<string>();
        await foreach (var entry in store.Entries.ReadAsync(Form, [EntryState.Received, EntryState.Quarantined], default)) kept.Add(entry.Answers.Text("mensaje"));
        var there = kept.ToHashSet(StringComparer.Ordinal);
        return (acknowledged.Count(word => !there.Contains(word)), kept.Count - there.Count);
    }
}

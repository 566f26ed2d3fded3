using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Entries;
using Repository.Storage;

namespace Repository.Benchmarks;

/// <summary>Many people who send a form at once, each from an address of their own, beside those who read the site; afterwards every entry that was acknowledged is there, once.</summary>
internal static partial class Submitting
{
    private const int Submitters = 200;
    private const string Key = "bench";
    private const string Page = "/participa/contacto/";

    /// <summary>The questions that are in sight, with scripts, once an error is told of.</summary>
    private const string Shown = "motivo,donde,correo_aviso,mensaje,aviso";

    /// <summary>Whoever is faster with a form is taken for a machine, where nothing else is set.</summary>
    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(3);

    private static readonly Guid Form = ContactDesign.Make().Key;

    /// <summary>What travels along unseen: the ticket, the page, the questions in sight.</summary>
    [GeneratedRegex("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden { get; }

    /// <summary>Puts an entry with one word of its own through a door, and tells how long the door took.</summary>
    private delegate Task<double> Door(HttpClient client, string word, string from);

    public static async Task RunAsync(Workshop workshop, Table table)
    {
        await RunAsync(workshop, table, "forms", SendAsync);
        await RunAsync(workshop, table, "forms by pages", (client, word, from) => FillInAsync(client, word, from, TimeSpan.Zero));
        await RunAsync(workshop, table, "forms by people", (client, word, from) => FillInAsync(client, word, from, LeastTime));
    }

    private static async Task RunAsync(Workshop workshop, Table table, string name, Door door)
    {
        var folder = await workshop.FolderAsync(Starting.Many);
        List<double> waited;
        List<string> acknowledged;
        IReadOnlyList<double> alone, beside;
        await using (var program = await Served.ProgramAsync(folder, $"--Repository:Forms:ApiKey={Key}", "--Repository:Forms:LeastSeconds=0", "--Repository:Proxies=127.0.0.1/32"))
        {
            var span = TimeSpan.FromSeconds(workshop.Quick ? 10 : 60);
            string[] pages = ["/", "/practicas/", "/buscar/?q=agua", "/participa/encuesta/"];
            await using (var readers = await Readers.BeginAsync(program.Address, pages, 20))
            {
                await Task.Delay(span / 3);
                alone = await readers.EndAsync();
            }

            await using (var readers = await Readers.BeginAsync(program.Address, pages, 20))
            {
                (waited, acknowledged) = await SendAsync(program.Address, span, door);
                beside = await readers.EndAsync();
            }
        }

        var p99 = waited.MostOf100();
        table.Add($"{name}: {Submitters} senders at once, {waited.Count:N0} entries", $"median {waited.Median():F0} ms, p99 {p99:F0} ms, longest {waited.Max():F0} ms", "p99 ≤ 500 ms", p99 <= 500);
        table.Add($"{name}: pages at 20/s meanwhile", $"p99 {beside.MostOf100():F1} ms ({alone.MostOf100():F1} ms before)");
        var (lost, doubled) = await CompareAsync(folder, acknowledged);
        table.Add($"{name}: entries lost and doubled", $"{lost}, {doubled}", "0, 0", lost + doubled == 0);
    }

    private static async Task<(List<double> Waited, List<string> Acknowledged)> SendAsync(Uri server, TimeSpan span, Door door)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Submitters, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server, Timeout = TimeSpan.FromMinutes(2) };
        var clock = Stopwatch.StartNew();
        var sent = await Task.WhenAll(Enumerable.Range(0, Submitters).Select(async person =>
        {
            var (waited, words) = (new List<double>(), new List<string>());
            while (clock.Elapsed < span)
            {
                var word = $"{person}-{words.Count}-{Guid.NewGuid():n}";
                waited.Add(await door(client, word, $"10.{person}.{words.Count / 250 % 250}.{words.Count % 250}"));
                words.Add(word);
            }

            return (waited, words);
        }));
        return ([.. sent.SelectMany(person => person.waited)], [.. sent.SelectMany(person => person.words)]);
    }

    private static async Task<double> SendAsync(HttpClient client, string word, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/umbraco/forms/delivery/api/v1/entries/{Form}") { Content = JsonContent.Create(new { values = Answers(word) }) };
        request.Headers.Add("Api-Key", Key);
        return await SendAsync(client, request, from, HttpStatusCode.Accepted);
    }

    /// <summary>As a browser does that comes for the first time: the page is fetched, filled in and sent. What is told is how long the sending took.</summary>
    /// <param name="filling">How long it takes to fill it in.</param>
    private static async Task<double> FillInAsync(HttpClient client, string word, string from, TimeSpan filling)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, Page);
        asked.Headers.Add("X-Forwarded-For", from);
        using var page = await client.SendAsync(asked);
        var hidden = Hidden.Matches(await page.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Select(input => KeyValuePair.Create(input.Groups[1].Value, input.Groups[2].Value));
        var cookies = page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]).Distinct();
        await Task.Delay(filling);
        using var request = new HttpRequestMessage(HttpMethod.Post, Page)
        {
            Content = new FormUrlEncodedContent(Answers(word).Concat(hidden.Where(input => input.Key != "_shown")).Append(KeyValuePair.Create("_shown", Shown)).Append(KeyValuePair.Create("_step", "next"))),
        };
        request.Headers.Add("Cookie", string.Join("; ", cookies));
        return await SendAsync(client, request, from, HttpStatusCode.SeeOther);
    }

    private static async Task<double> SendAsync(HttpClient client, HttpRequestMessage request, string from, HttpStatusCode expected)
    {
        request.Headers.Add("X-Forwarded-For", from);
        var clock = Stopwatch.StartNew();
        using var answer = await client.SendAsync(request);
        if (answer.StatusCode != expected) throw new InvalidOperationException($"An entry was answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return clock.Elapsed.TotalMilliseconds;
    }

    private static Dictionary<string, string> Answers(string word) => new() { ["motivo"] = "error", ["mensaje"] = word, ["aviso"] = "on" };

    private static async Task<(int Lost, int Doubled)> CompareAsync(string folder, List<string> acknowledged)
    {
        await using var store = await Database.OpenAsync(Database.Sqlite, folder, TimeProvider.System, default);
        var kept = new List<string>();
        await foreach (var entry in store.Entries.ReadAsync(Form, [EntryState.Received, EntryState.Quarantined], default)) kept.Add(entry.Answers.Text("mensaje"));
        var there = kept.ToHashSet(StringComparer.Ordinal);
        return (acknowledged.Count(word => !there.Contains(word)), kept.Count - there.Count);
    }
}

using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Accounts;
using Repository.Core.Content;
using Repository.Core.Editors.Blocks;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Core.Workflow;
using Repository.Web.Live;

namespace Repository.Benchmarks;

/// <summary>What somebody at the desk waits for at 10,000 items: the lists, an item of 200 blocks, and saving it. Whole answers over HTTP, one after the other.</summary>
internal static class Desk
{
    private const int Blocks = 200;

    public static async Task RunAsync(Workshop workshop, Table table)
    {
        var (long200, small, section, session) = await PrepareAsync(workshop);
        await using var program = await Served.ProgramAsync(await workshop.FolderAsync(Starting.Many));
        var cookies = new CookieContainer();
        cookies.Add(program.Address, new Cookie("desk", session, "/desk"));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = program.Address };
        var rounds = workshop.Quick ? 10 : 40;

        await FirstAsync($"first list of drafts, {Starting.Many:N0} items", "/desk/content");
        await FirstAsync("first item opened", $"/desk/content/{small:d}");
        await MeasureAsync("section of the tree", $"/desk/content?in={section:n}", 300);
        await MeasureAsync("search among drafts", "/desk/content?q=agua", 300);
        await MeasureAsync("first page", "/desk", 300);
        await MeasureAsync("item opened", $"/desk/content/{small:d}", 300);
        await MeasureAsync($"item of {Blocks} blocks opened", $"/desk/content/{long200:d}", 300);
        await SaveAsync("item", small);
        await SaveAsync($"item of {Blocks} blocks", long200);
        table.Add("resident after that", $"{program.ResidentBytes / 1024 / 1024:N0} MB");

        async Task FirstAsync(string name, string address)
        {
            var before = program.Spent;
            var took = await TakeAsync(() => client.GetStringAsync(address));
            table.Add($"desk: {name}", $"{took:N0} ms, {(program.Spent - before).TotalMilliseconds:N0} ms of processor time");
        }

        async Task MeasureAsync(string name, string address, double promised) => Add(name, await TimesAsync(() => client.GetStringAsync(address)), promised);

        async Task SaveAsync(string name, Guid key)
        {
            var address = $"/desk/content/{key:d}";
            var form = Form(await client.GetStringAsync(address));
            Add($"{name} kept while somebody writes", await TimesAsync(() => SendAsync(HttpMethod.Put, $"/desk/api/content/{key:d}/working-copy", form, HttpStatusCode.OK)), 100);
            var times = new List<double>();
            for (var round = 0; round < rounds; round++)
            {
                form = Form(await client.GetStringAsync(address));
                form["v/adoptionHouseholds"] = [$"{round + 1}"];
                times.Add(await TakeAsync(() => SendAsync(HttpMethod.Post, address, form, HttpStatusCode.SeeOther)));
            }

            Add($"{name} saved", times[Math.Min(3, rounds / 2)..], 100);
        }

        async Task<List<double>> TimesAsync(Func<Task> act)
        {
            for (var round = 0; round < 3; round++) await act();
            var times = new List<double>();
            for (var round = 0; round < rounds; round++) times.Add(await TakeAsync(act));
            return times;
        }

        void Add(string name, List<double> times, double promised) =>
            table.Add($"desk: {name}", $"median {times.Median():F0} ms, longest {times.Max():F0} ms", $"≤ {promised:F0} ms", times.Median() <= promised);

        async Task SendAsync(HttpMethod method, string address, Dictionary<string, List<string>> form, HttpStatusCode expected)
        {
            using var request = new HttpRequestMessage(method, address) { Content = new FormUrlEncodedContent(form.SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value))) };
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode != expected) throw new InvalidOperationException($"{address} answered {answer.StatusCode}.");
        }
    }

    private static async Task<double> TakeAsync(Func<Task> act)
    {
        var clock = Stopwatch.StartNew();
        await act();
        return clock.Elapsed.TotalMilliseconds;
    }

    /// <summary>The form of a page as a browser would send it.</summary>
    private static Dictionary<string, List<string>> Form(string html)
    {
        var fields = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var control in new HtmlParser().ParseDocument(html).QuerySelector("form[data-edit]")!.QuerySelectorAll("input, select, textarea"))
        {
            if (control.GetAttribute("name") is not { Length: > 0 } name || control.Closest("template") is not null || control is IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }) continue;
            var value = control switch { IHtmlTextAreaElement area => area.Value, IHtmlSelectElement select => select.Value ?? "", _ => control.GetAttribute("value") ?? "" };
            if (!fields.TryGetValue(name, out var values)) fields[name] = values = [];
            values.Add(value);
        }

        return fields;
    }

    /// <summary>A practice with many blocks, another as all are, the section they stand in, and the session of an administrator.</summary>
    private static async Task<(Guid Long, Guid Small, Guid Section, string Session)> PrepareAsync(Workshop workshop)
    {
        await using var editor = await Editor.StartAsync(workshop);
        var live = editor.Services.GetRequiredService<LiveContent>().Current;
        var practice = live.Documents().First(item => item.Type.Alias == "practice");
        var section = ((RouteMatch.Found)Routing.Match(live, "/practicas/", Editor.Culture, null)).Item.Key;
        var list = practice.Type.Property("indicators")!.DataType;
        var type = editor.Services.GetRequiredService<ContentSchema>().Types.First(type => type.Alias == "indicator");
        var blocks = Enumerable.Range(0, Blocks).Select(number => new BlockData(
            type.Key, Guid.NewGuid(), [new BlockValue("displayName", null, null, $"Indicador {number}", false), new BlockValue("formula", null, null, "Familias con agua entre familias del barrio.", false)])).ToList();
        var document = new BlockDocument([.. blocks], [], [.. blocks.Select(block => new BlockExposure(block.Key, null, null))], [.. blocks.Select(block => new BlockPlace(block.Key, null, 12, 1, []))]);
        var draft = await editor.Services.GetRequiredService<IContentStore>().ReadAsync(async reader => (await reader.RevisionAsync(practice.Key, (await reader.FindAsync(practice.Key))!.Revision))!, default);
        var content = draft.Content.WithName("Con muchos bloques", Editor.Culture).With("indicators", BlockText.Write(document, list.EditorAlias));
        var made = await editor.WriteAsync("practice", section, content);
        return (made.Key, practice.Key, section, await SignInAsync(editor.Services));
    }

    private static async Task<string> SignInAsync(IServiceProvider services)
    {
        var (token, now, key) = (SecretToken.New(), TimeProvider.System.GetUtcNow(), Guid.NewGuid());
        var account = new Account(key, $"{key:n}@example.org", "Ana") { Grants = [new Grant(Role.Administrator, null)], PasswordHash = "none", CreatedBy = Editor.By, CreatedAt = now };
        account = account with { Factor = services.GetRequiredService<ISecretKeeping>().Seal(Totp.NewSecret()) };
        await services.GetRequiredService<IAccountStore>().WriteAsync(
            async accounts =>
            {
                await accounts.AddAsync(account);
                await accounts.AddSessionAsync(new Session(Guid.NewGuid(), key, SecretToken.Hash(token), now, now, new Visitor("127.0.0.1", "bench")) { WithFactor = true });
                return true;
            },
            default);
        return token;
    }
}

using System.Diagnostics;
using Microsoft.Playwright;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Workflow;
using Repository.Specs;
using Repository.Specs.Desk;
using Repository.Testing;

namespace Repository.Browser.Tests.Desk.Kills;

/// <summary>
/// Somebody writes word after word, and now and then saves. The server and the browser are killed under their hands, one after the other and together. At most what was typed
/// in the last five seconds is lost, never a word that was saved, and nothing is there that nobody wrote.
/// </summary>
[Collection(nameof(AtTheDesk))]
public sealed class KilledWritingTests(ITestOutputHelper output)
{
    private static readonly TimeSpan MostLost = TimeSpan.FromSeconds(5);

    private readonly List<(string Word, long At)> _typed = [];
    private int _saved;
    private TimeSpan _lost;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_was_typed_outlives_whatever_is_killed()
    {
        Assert.SkipWhen(BrowserWindows.Chromium is null, "Chromium is not installed: apt-get install chromium");
        var edits = Environment.GetEnvironmentVariable("REPOSITORY_LONG_TESTS") is null ? 12 : 200;
        var seed = int.TryParse(Environment.GetEnvironmentVariable("REPOSITORY_KILL_SEED"), out var given) ? given : Random.Shared.Next();
        output.WriteLine($"REPOSITORY_KILL_SEED={seed}");
        var random = new Random(seed);
        using var folder = new TemporaryFolder();
        using var profile = new TemporaryFolder();
        var (key, session) = await PrepareAsync(folder.Path);
        using var server = new KilledServer(folder.Path);
        await server.StartAsync();
        await using var browser = new KilledBrowser(profile.Path, new Cookie { Name = "desk", Value = session, Domain = "127.0.0.1", Path = "/desk" });
        await browser.OpenAsync();
        var address = $"{server.Origin}/desk/content/{key:d}";
        await browser.Page.GotoAsync(address);
        var kills = new Dictionary<string, int>();

        for (var edit = 0; edit < edits; edit++)
        {
            await TypeAsync(browser.Page, $"palabra{edit}");
            await Task.Delay(random.Next(1200), Cancellation);
            switch (random.Next(12))
            {
                case 0:
                    Count("server");
                    await server.KillAsync();
                    break;
                case 1:
                    Count("browser");
                    await KillBrowserAsync();
                    break;
                case 2:
                    Count("server and browser");
                    await server.KillAsync();
                    await TypeAsync(browser.Page, $"sola{edit}");
                    await Task.Delay(random.Next(1500), Cancellation);
                    await KillBrowserAsync();
                    break;
                case 3:
                    Count("server while it saved");
                    await StartAsync();
                    await browser.Page.EvaluateAsync("document.querySelector('.edit-bar button[type=submit]').click()");
                    await Task.Delay(random.Next(150), Cancellation);
                    await server.KillAsync();
                    await ComeBackAsync(Stopwatch.GetTimestamp());
                    break;
                case 4 or 5:
                    await StartAsync();
                    await SaveAsync();
                    _saved = _typed.Count;
                    break;
                case > 8:
                    await StartAsync();
                    break;
            }
        }

        await StartAsync();
        await SaveAsync();
        await server.KillAsync();
        output.WriteLine($"{edits} edits; killed: {string.Join(", ", kills.Select(kill => $"{kill.Key} {kill.Value} times"))}; the most that was lost was typed in {_lost.TotalSeconds:F1} s");
        await using var site = await TestSite.StartOnAsync(folder.Path);
        var draft = await site.Service<IContentStore>().ReadAsync(async reader => await reader.RevisionAsync(key, (await reader.FindAsync(key))!.Revision), Cancellation);
        Assert.Equal(string.Join(' ', _typed.Select(typed => typed.Word)), draft!.Content.Value("context", "es-MX"));

        void Count(string what) => kills[what] = kills.GetValueOrDefault(what) + 1;

        Task StartAsync() => server.IsUp ? Task.CompletedTask : server.StartAsync();

        // Its address may be what it is already.
        async Task SaveAsync()
        {
            await browser.Page.RunAndWaitForLoadAsync(() => browser.Page.ClickAsync(".edit-bar button[type=submit]"));
            Assert.EndsWith("?done=saved", browser.Page.Url, StringComparison.Ordinal);
        }

        async Task KillBrowserAsync()
        {
            var killed = Stopwatch.GetTimestamp();
            await browser.KillAsync();
            await browser.OpenAsync();
            await ComeBackAsync(killed);
        }

        async Task ComeBackAsync(long killed)
        {
            await StartAsync();
            await browser.Page.GotoAsync(address);
            Compare(await RecoverAsync(browser.Page), killed);
        }
    }

    /// <summary>What is there is what was typed, up to a word; what is missing is younger than five seconds.</summary>
    private void Compare(string found, long killed)
    {
        string[] words = found.Length == 0 ? [] : found.Split(' ');
        Assert.Equal(_typed.Take(words.Length).Select(typed => typed.Word), words);
        Assert.True(words.Length >= _saved, $"{_saved - words.Length} saved words are gone.");
        if (words.Length == _typed.Count) return;
        var lost = Stopwatch.GetElapsedTime(_typed[words.Length].At, killed);
        Assert.True(lost <= MostLost, $"What was typed in the last {lost.TotalSeconds:F1} s is gone.");
        _lost = lost > _lost ? lost : _lost;
        _typed.RemoveRange(words.Length, _typed.Count - words.Length);
    }

    private async Task TypeAsync(IPage page, string word)
    {
        await page.FocusAsync("[name='v/context']");
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.InsertTextAsync(_typed.Count == 0 ? word : $" {word}");
        _typed.Add((word, Stopwatch.GetTimestamp()));
    }

    /// <summary>Takes what the browser offers, once it has made up its mind whether it has anything.</summary>
    private static async Task<string> RecoverAsync(IPage page)
    {
        const string Undecided = """
            () => new Promise(resolve => {
              const box = document.querySelector('[data-recover]');
              const asked = indexedDB.open('desk', 1);
              asked.onupgradeneeded = () => asked.result.createObjectStore('written');
              asked.onsuccess = () => {
                const count = asked.result.transaction('written').objectStore('written').count();
                count.onsuccess = () => { asked.result.close(); resolve(box.hidden && count.result > 0); };
              };
            })
            """;
        await Patience.UntilAsync(async () => !await page.EvaluateAsync<bool>(Undecided), Cancellation);
        if (await page.IsVisibleAsync("[data-recover]")) await page.RunAndWaitForLoadAsync(() => page.ClickAsync("[data-recover-yes]"));
        return await page.InputValueAsync("[name='v/context']");
    }

    private static async Task<(Guid Key, string Session)> PrepareAsync(string dataPath)
    {
        await using var site = await TestSite.StartOnAsync(dataPath);
        using var ines = await DeskKit.On(site).SignInAsync(Role.Systematiser, name: "Inés Mora");
        var section = Assert.IsType<RouteMatch.Found>(Routing.Match(site.Live, "/practicas/", "es-MX", null)).Item.Key;
        var item = new NewItem { Type = "practice", Parent = section, Content = ItemContent.Named("Lo que se escribe", "es-MX"), By = ines.Account.Person };
        return (Assert.IsType<WriteResult.Done>(await site.Service<ContentEditing>().CreateAsync(item, Cancellation)).Key, ines.SessionCookie!);
    }
}

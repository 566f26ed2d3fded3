using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Repository.Core.Content;
using Repository.Core.Workflow;
using Repository.Specs;
using Repository.Web.Desk.Serving;

namespace Repository.Browser.Tests.Desk;

/// <summary>Writing as somebody does who has a browser: with scripts, with keys alone, and when the connection or the session goes.</summary>
public sealed class WritingTests(Browsing browsing) : IAsyncLifetime
{
    private readonly Door _door = new();
    private TestSite? _site;

    private string Origin => _site!.Client.BaseAddress!.ToString().TrimEnd('/');

    public async ValueTask InitializeAsync()
    {
        if (Browsing.Chromium is not null) _site = await TestSite.StartAsync(services => services.AddSingleton<IDoorkeeper>(_door));
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }

    [Fact]
    public async Task a_practice_is_written_with_blocks_evidence_and_a_municipality_and_what_was_typed_without_a_connection_is_there_again()
    {
        var page = await OpenAsync($"/desk/content/new?type=practice&parent={Parent("practice"):d}");

        await page.FillAsync("#c-name", "Comité de la fuente");
        await page.FillAsync("[name='v/summary']", "Las familias cuidan el agua por turnos.");
        await page.ClickAsync("[data-tab='tab-where']");
        await page.FillAsync("#c-v-municipalities-seek", "tlaxiaco");
        await page.WaitForSelectorAsync("#c-v-municipalities-seek-list [role=option]");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[name='v/municipalities'][value^='umb://']");
        await page.ClickAsync("[data-tab='tab-measure']");
        await page.ClickAsync("[data-blocks='v/indicators'] [data-add-block]");
        await page.WaitForSelectorAsync("[data-blocks='v/indicators'] .block");
        await page.Keyboard.TypeAsync("Familias con agua");
        await page.ClickAsync("[data-blocks='v/evidence'] [data-add-block]");
        await page.WaitForSelectorAsync("[data-blocks='v/evidence'] .block");
        await page.WaitForSelectorAsync(".edit-status.good");

        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync("[data-tab='tab-what']");
        await page.FillAsync("[name='v/problem']", "Sin conexión también se escribe.");
        await page.WaitForSelectorAsync(".edit-status.warn");
        Assert.Contains("Sin conexión", await page.TextContentAsync(".edit-status"), StringComparison.Ordinal);

        // The browser is closed and opened again; the machine is the same.
        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
        if (await page.IsVisibleAsync("[data-recover]"))
        {
            await page.ClickAsync("[data-recover-yes]");
            await page.WaitForFunctionAsync("document.querySelector('[name=\"v/problem\"]').value !== ''");
        }

        Assert.Equal("Sin conexión también se escribe.", await page.InputValueAsync("[name='v/problem']"));
        await page.ClickAsync(".edit-bar button[type=submit]");
        await page.WaitForSelectorAsync(".note.good");

        var key = Guid.Parse(new Uri(page.Url).AbsolutePath.Split('/')[^1]);
        var draft = await DraftAsync(key);
        Assert.Equal("Sin conexión también se escribe.", draft.Content.Value("problem", "es-MX"));
        Assert.Contains("Familias con agua", draft.Content.Value("indicators"), StringComparison.Ordinal);
        Assert.StartsWith("umb://document/", draft.Content.Value("municipalities"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task a_session_that_ends_takes_nothing_along()
    {
        var key = One("actor");
        var page = await OpenAsync($"/desk/content/{key:d}");

        _door.IsShut = true;
        await page.FillAsync("[name='v/acronym']", "ABC");
        await page.WaitForSelectorAsync(".edit-status a");
        _door.IsShut = false;
        await page.EvaluateAsync("dispatchEvent(new Event('focus'))");
        await page.WaitForSelectorAsync(".edit-status.good");
        await page.ReloadAsync();

        Assert.Equal("ABC", await page.InputValueAsync("[name='v/acronym']"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task formatted_text_is_written_with_buttons_and_keeps_what_it_has_no_button_for()
    {
        var key = await WithTextAsync("""<p>Un <u>viejo</u> texto.</p><table><tbody><tr><td>celda</td></tr></tbody></table>""");
        var page = await OpenAsync($"/desk/content/{key:d}#c-v-body");
        await page.WaitForSelectorAsync(".rich-text");

        await page.ClickAsync(".rich-text p");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" Y uno ");
        await page.ClickAsync(".rich-tools button >> nth=0");
        await page.Keyboard.TypeAsync("nuevo");
        await page.ClickAsync(".edit-bar button[type=submit]");
        await page.WaitForSelectorAsync(".note.good");

        var text = (await DraftAsync(key)).Content.Value("body", "es-MX");
        Assert.Contains("<u>viejo</u>", text!.Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("<strong>nuevo</strong>", text.Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("celda", text, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task blocks_are_moved_taken_away_and_brought_back_by_keys()
    {
        var page = await OpenAsync($"/desk/content/new?type=practice&parent={Parent("practice"):d}");
        await page.ClickAsync("[data-tab='tab-measure']");
        foreach (var name in new[] { "Uno", "Dos" })
        {
            await page.FocusAsync("[data-blocks='v/indicators'] [data-add-block]");
            var before = await page.Locator("[data-blocks='v/indicators'] .block").CountAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForFunctionAsync($"document.querySelectorAll(\"[data-blocks='v/indicators'] .block\").length > {before}");
            await page.Keyboard.TypeAsync(name);
        }

        await page.FocusAsync("[data-blocks='v/indicators'] .block:nth-child(2) [data-up]");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(["Dos", "Uno"], await page.Locator("[data-blocks='v/indicators'] .block [data-title]").AllTextContentsAsync());

        await page.FocusAsync("[data-blocks='v/indicators'] .block:first-child [data-remove-block]");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(["Uno"], await page.Locator("[data-blocks='v/indicators'] .block [data-title]").AllTextContentsAsync());
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(["Dos", "Uno"], await page.Locator("[data-blocks='v/indicators'] .block [data-title]").AllTextContentsAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task axe_finds_nothing_on_the_pages_of_writing()
    {
        var key = One("practice");
        var page = await OpenAsync($"/desk/content/{key:d}");
        var found = new List<string>();

        foreach (var address in new[] { $"/desk/content/{key:d}", $"/desk/content/{key:d}/translate/en", $"/desk/content/{key:d}/preview", $"/desk/content/new?parent={Parent("practice"):d}", $"/desk/content/{One("home"):d}" })
        {
            await page.GotoAsync(Origin + address);
            await page.EvaluateAsync("document.querySelectorAll('.edit-section').forEach(section => { section.hidden = false; }); document.querySelectorAll('details').forEach(part => { part.open = true; })");
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                var result = await page.RunAxe(new AxeRunOptions { Iframes = false });
                found.AddRange(result.Violations.Select(violation => $"{address}, {scheme}: {violation.Id} – {violation.Help}: {violation.Nodes[0].Html}"));
            }

            foreach (var width in new[] { 390, 1024 })
            {
                await page.SetViewportSizeAsync(width, 900);
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var excess) found.Add($"{address} is {excess} pixels too wide at {width}");
            }

            await page.SetViewportSizeAsync(1280, 900);
        }

        await page.Context.CloseAsync();
        Assert.Empty(found);
    }

    private Task<IPage> OpenAsync(string address) => browsing.OpenAsync(address, origin: Browsing.Chromium is null ? "" : Origin);

    private Guid One(string type) => _site!.Live.Documents().First(item => item.Type.Alias == type).Key;

    private Guid Parent(string type) => _site!.Live.Documents().First(item => item.Type.Alias == type).ParentKey!.Value;

    private Task<Revision> DraftAsync(Guid key) => _site!.Service<IContentStore>().ReadAsync(
        async reader => (await reader.RevisionAsync(key, (await reader.FindAsync(key))!.Revision))!,
        TestContext.Current.CancellationToken);

    private async Task<Guid> WithTextAsync(string markup)
    {
        Assert.SkipWhen(Browsing.Chromium is null, "Chromium is not installed: apt-get install chromium");
        var content = ItemContent.Named("Con formato", "es-MX").With("body", markup, "es-MX");
        var made = await _site!.Service<ContentEditing>().CreateAsync(new NewItem { Type = "newsItem", Parent = Parent("newsItem"), Content = content, By = "tests" }, TestContext.Current.CancellationToken);
        return Assert.IsType<WriteResult.Done>(made).Key;
    }

    private sealed class Door : IDoorkeeper
    {
        private readonly Person _ana = new(Guid.NewGuid(), "Ana", [new Grant(Role.Administrator, null)]);

        public bool IsShut { get; set; }

        public Task<SignedIn?> AdmitAsync(HttpContext http) => Task.FromResult(IsShut ? null : new SignedIn(_ana, "session"));
    }
}

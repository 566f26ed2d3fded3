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
    /// <summary>A picture of one point.</summary>
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

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
        await page.FillAsync("[data-blocks='v/evidence'] .block [name$='/title']", "Acta de la asamblea");
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
            await page.Locator("[data-recover]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        }

        await Assertions.Expect(page.Locator("[name='v/problem']")).ToHaveValueAsync("Sin conexión también se escribe.");
        await page.ClickAsync(".edit-bar button[type=submit]");
        await page.WaitForSelectorAsync(".note.good");

        var key = Guid.Parse(new Uri(page.Url).AbsolutePath.Split('/')[^1]);
        var draft = await DraftAsync(key);
        Assert.Equal("Sin conexión también se escribe.", draft.Content.Value("problem", "es-MX"));
        Assert.Contains("Familias con agua", draft.Content.Value("indicators"), StringComparison.Ordinal);
        Assert.Contains("Acta de la asamblea", draft.Content.Value("evidence"), StringComparison.Ordinal);
        Assert.StartsWith("umb://document/", draft.Content.Value("municipalities"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task by_keys_alone_a_practice_is_changed_and_submitted_and_somebody_else_approves_and_publishes_it()
    {
        var page = await OpenAsync($"/desk/content/{One("practice"):d}", "Inés");
        await TabToAsync(page, "#c-name");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("Faenas para limpiar el manantial");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".note.good", new PageLocatorOptions { HasText = "Los cambios se guardaron." }).WaitForAsync();
        await PressAsync(page, ".publish-panel [value=submit]", "Se envió a revisión.");
        var address = new Uri(page.Url).AbsolutePath;
        await page.Context.CloseAsync();

        page = await OpenAsync(address, "Pablo");
        await TabToAsync(page, ".publish-panel .button");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".decide");
        await PressAsync(page, ".decide [value=approveAndPublish]", "ya es público");
        await page.GotoAsync(Origin + address);
        await TabToAsync(page, ".edit-actions a.quiet");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync(url => !url.Contains("/desk", StringComparison.Ordinal));
        Assert.Contains("Faenas para limpiar el manantial", await page.TextContentAsync("h1"), StringComparison.Ordinal);
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
            await page.FocusAsync("[data-blocks='v/indicators'] > .block-offer [data-add-block]");
            var blocks = page.Locator("[data-blocks='v/indicators'] > .block-list > .block");
            var before = await blocks.CountAsync();
            await page.Keyboard.PressAsync("Enter");
            await blocks.Nth(before).WaitForAsync();
            await Assertions.Expect(blocks.Nth(before).Locator("input:focus, textarea:focus, select:focus")).ToHaveCountAsync(1);
            await page.Keyboard.TypeAsync(name);
        }

        await page.FocusAsync("[data-blocks='v/indicators'] > .block-list > .block:nth-child(2) > .block-tools [data-up]");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(["Dos", "Uno"], await page.Locator("[data-blocks='v/indicators'] > .block-list > .block > details > summary [data-title]").AllTextContentsAsync());

        await page.FocusAsync("[data-blocks='v/indicators'] > .block-list > .block:first-child > .block-tools [data-remove-block]");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(["Uno"], await page.Locator("[data-blocks='v/indicators'] > .block-list > .block > details > summary [data-title]").AllTextContentsAsync());
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(["Dos", "Uno"], await page.Locator("[data-blocks='v/indicators'] > .block-list > .block > details > summary [data-title]").AllTextContentsAsync());

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task a_picture_is_brought_where_it_is_needed_whatever_its_name()
    {
        var page = await OpenAsync($"/desk/content/new?type=practice&parent={Parent("practice"):d}");

        await page.SetInputFilesAsync("[data-field='v/coverImage'] [data-upload]", new FilePayload { Name = "<img src=x onerror=alert(1)>.png", MimeType = "image/png", Buffer = Convert.FromBase64String(Dot) });
        await page.Locator("[data-field='v/coverImage'] .medium img").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

        Assert.Equal(0, await page.Locator("[data-field='v/coverImage'] img[onerror]").CountAsync());
        Assert.Contains("ya está en el repositorio", await page.TextContentAsync("[data-field='v/coverImage'] [data-told]"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task axe_finds_nothing_on_the_pages_of_writing()
    {
        var key = One("practice");
        var page = await OpenAsync($"/desk/content/{key:d}");
        var found = new List<string>();

        var below = Parent("practice");
        var behind = await BehindAsync(One("actor"));
        string[] addresses =
        [
            $"/desk/content/{key:d}", $"/desk/content/{key:d}/translate/en", $"/desk/content/{key:d}/preview", $"/desk/content/new?parent={below:d}", $"/desk/content/new?type=practice&parent={below:d}",
            $"/desk/content/{behind:d}", $"/desk/content/{behind:d}/merge", $"/desk/content/{One("home"):d}",
        ];
        foreach (var address in addresses)
        {
            await page.GotoAsync(Origin + address);
            await page.EvaluateAsync("document.querySelectorAll('.edit-section').forEach(section => { section.hidden = false; }); document.querySelectorAll('details').forEach(part => { part.open = true; })");
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                var result = await page.RunAxe(new AxeRunOptions { Iframes = false });
                found.AddRange(result.Violations.Select(violation => $"{address}, {scheme}: {violation.Id} – {violation.Help}: {violation.Nodes[0].Html}"));
            }

            foreach (var width in new[] { 390, 1024, 1280 })
            {
                await page.SetViewportSizeAsync(width, 900);
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var excess) found.Add($"{address} is {excess} pixels too wide at {width}");
            }

        }

        await page.Context.CloseAsync();
        Assert.Empty(found);
    }

    private async Task<IPage> OpenAsync(string address, string who = "Ana")
    {
        var page = await browsing.OpenAsync("/healthz/live");
        await page.Context.AddCookiesAsync([new Cookie { Name = Door.Cookie, Value = Uri.EscapeDataString(who), Url = Origin }]);
        await page.GotoAsync(Origin + address);
        return page;
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var step = 0; step < 300; step++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} cannot be reached by the Tab key.");
    }

    private static async Task PressAsync(IPage page, string button, string told)
    {
        await TabToAsync(page, button);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".note.good", new PageLocatorOptions { HasText = told }).WaitForAsync();
    }

    private Guid One(string type) => _site!.Live.Documents().First(item => item.Type.Alias == type).Key;

    private Guid Parent(string type) => _site!.Live.Documents().First(item => item.Type.Alias == type).ParentKey!.Value;

    private Task<Revision> DraftAsync(Guid key) => _site!.Service<IContentStore>().ReadAsync(
        async reader => (await reader.RevisionAsync(key, (await reader.FindAsync(key))!.Revision))!,
        TestContext.Current.CancellationToken);

    /// <summary>Ana writes on an item, and somebody else is faster.</summary>
    private async Task<Guid> BehindAsync(Guid key)
    {
        var item = await _site!.Service<IContentStore>().ReadAsync(reader => reader.FindAsync(key), TestContext.Current.CancellationToken);
        var draft = await DraftAsync(key);
        var copy = new WorkingCopy(key, Door.Ana.Key, draft.Content.With("acronym", "MÍO", ""), DateTimeOffset.UtcNow) { Type = item!.Type, Version = item.Version, Revision = draft.Number };
        await _site.Service<IWorkingCopies>().KeepAsync(copy, TestContext.Current.CancellationToken);
        var saved = await _site.Service<ContentEditing>().SaveAsync(new Seen(key, item.Version, "tests"), draft.Content.With("acronym", "SUYO", ""), TestContext.Current.CancellationToken);
        return Assert.IsType<WriteResult.Done>(saved).Key;
    }

    private async Task<Guid> WithTextAsync(string markup)
    {
        Assert.SkipWhen(Browsing.Chromium is null, "Chromium is not installed: apt-get install chromium");
        var content = ItemContent.Named("Con formato", "es-MX").With("body", markup, "es-MX");
        var made = await _site!.Service<ContentEditing>().CreateAsync(new NewItem { Type = "newsItem", Parent = Parent("newsItem"), Content = content, By = "tests" }, TestContext.Current.CancellationToken);
        return Assert.IsType<WriteResult.Done>(made).Key;
    }

    private sealed class Door : IDoorkeeper
    {
        public const string Cookie = "persona";

        public static readonly Person Ana = Somebody("Ana", Role.Administrator);

        private static readonly Person[] People = [Ana, Somebody("Inés", Role.Systematiser), Somebody("Pablo", Role.Publisher)];

        public bool IsShut { get; set; }

        public Task<SignedIn?> AdmitAsync(HttpContext http) =>
            Task.FromResult(!IsShut && http.Request.Cookies.TryGetValue(Cookie, out var name) && People.FirstOrDefault(person => person.Name == name) is { } person ? new SignedIn(person, "session") : null);

        private static Person Somebody(string name, Role role) => new(Guid.NewGuid(), name, [new Grant(role, null)]);
    }
}

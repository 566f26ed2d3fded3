using Microsoft.Playwright;
using Repository.Core.Accounts;
using Repository.Core.Content;
using Repository.Core.Workflow;
using Repository.Specs.Desk;
using Repository.Testing;

namespace Repository.Browser.Tests.Desk;

/// <summary>What the islands of writing do, one after the other: for whoever has a browser with scripts, and sometimes no connection.</summary>
[Collection(nameof(AtTheDesk))]
public sealed class WritingTests(DeskBrowsing desk)
{
    private const string Indicators = "[data-blocks='v/indicators'] > .block-list > .block";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task somebody_whose_session_ends_signs_in_again_beside_the_page_and_loses_nothing()
    {
        var account = await desk.Kit.AccountAsync([new Grant(Role.Systematiser, null)], hasPassword: true);
        using var ines = await desk.Kit.SignInAsync(account);
        var page = await desk.OpenAsync(ines, $"/desk/content/{await desk.CopyAsync("glossaryTerm", "Mano vuelta"):d}");

        await desk.Site.Service<IAccountStore>().WriteAsync(async accounts => { await accounts.EndSessionAsync(ines.Session.Key); return true; }, Cancellation);
        await page.FillAsync("#c-name", "ABC");
        await page.WaitForSelectorAsync(".edit-status a");
        var beside = await page.RunAndWaitForPopupAsync(() => page.ClickAsync(".edit-status a"));
        await beside.FillAsync("#email", account.Email);
        await beside.FillAsync("#password", DeskKit.Password);
        await beside.RunAndWaitForLoadAsync(() => beside.Keyboard.PressAsync("Enter"));
        Assert.Equal("/desk/account", new Uri(beside.Url).PathAndQuery);
        await beside.CloseAsync();
        await page.BringToFrontAsync();
        await page.WaitForSelectorAsync(".edit-status.good");
        await page.ReloadAsync();

        Assert.Equal("ABC", await page.InputValueAsync("#c-name"));
        await Assertions.Expect(page.Locator("[data-recover]")).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task formatted_text_is_written_with_buttons_and_keeps_what_it_has_no_button_for()
    {
        var key = await WithTextAsync("""<p>Un <u>viejo</u> texto.</p><table><tbody><tr><td>celda</td></tr></tbody></table>""");
        var page = await desk.OpenAsync($"/desk/content/{key:d}#c-v-body");
        await page.WaitForSelectorAsync(".rich-text");

        await page.ClickAsync(".rich-text p");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" Y uno ");
        await page.ClickAsync(".rich-tools button >> nth=0");
        await page.Keyboard.TypeAsync("nuevo");
        await page.ClickAsync(".edit-bar button[type=submit]");
        await page.WaitForSelectorAsync(".note.good");

        var text = (await desk.DraftOfAsync(key)).Content.Value("body", "es-MX");
        Assert.Contains("<u>viejo</u>", text!.Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("<strong>nuevo</strong>", text.Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("celda", text, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task a_link_is_set_and_taken_away_and_leads_to_no_script()
    {
        var key = await WithTextAsync("<p>Aviso</p>");
        var page = await desk.OpenAsync($"/desk/content/{key:d}#c-v-body");
        var link = page.Locator(".rich-tools button[aria-label='Enlace']");

        await page.ClickAsync(".rich-text p");
        foreach (var (address, isTaken) in new[] { ("javascript:alert(1)", false), ("https://example.org/acta", true) })
        {
            await page.Keyboard.PressAsync("Control+a");
            await link.ClickAsync();
            await page.FillAsync(".rich-link input", address);
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator(".rich-text a")).ToHaveCountAsync(isTaken ? 1 : 0);
        }

        await Assertions.Expect(link).ToHaveAttributeAsync("aria-pressed", "true");
        await page.ClickAsync(".edit-bar button[type=submit]");
        await page.WaitForURLAsync("**/desk/content/*?done=saved");
        Assert.Contains("https://example.org/acta", (await desk.DraftOfAsync(key)).Content.Value("body", "es-MX"), StringComparison.Ordinal);

        await page.GotoAsync($"{desk.Origin}/desk/content/{key:d}#c-v-body");
        await page.ClickAsync(".rich-text a");
        await page.Locator(".rich-tools button[aria-label='Enlace']").ClickAsync();
        Assert.Equal("https://example.org/acta", await page.InputValueAsync(".rich-link input"));
        await page.ClickAsync(".rich-link button.second");
        await page.ClickAsync(".edit-bar button[type=submit]");
        await page.WaitForURLAsync("**/desk/content/*?done=saved");
        Assert.DoesNotContain("https://example.org/acta", (await desk.DraftOfAsync(key)).Content.Value("body", "es-MX"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task blocks_are_moved_taken_away_and_brought_back_by_keys()
    {
        var page = await WithTwoBlocksAsync();

        await page.FocusAsync($"{Indicators}:nth-child(2) > .block-tools [data-up]");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(["Dos", "Uno"], await TitlesAsync(page));

        await page.FocusAsync($"{Indicators}:first-child > .block-tools [data-remove-block]");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(["Uno"], await TitlesAsync(page));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(["Dos", "Uno"], await TitlesAsync(page));

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task blocks_are_moved_by_hand_even_when_they_are_let_go_in_a_field()
    {
        var page = await WithTwoBlocksAsync();

        await CloseBlocksAsync(page);
        await page.DragGripAsync($"{Indicators}:nth-child(2)", $"{Indicators}:first-child > details > summary");

        Assert.Equal(["Dos", "Uno"], await TitlesAsync(page));
        Assert.Equal(0, await page.Locator(".drop-here, .taken").CountAsync());

        await page.ClickAsync($"{Indicators}:first-child > details > summary");
        await page.DragGripAsync($"{Indicators}:nth-child(2)", $"{Indicators}:first-child [name$='/publisher']");
        Assert.Equal("", await page.InputValueAsync($"{Indicators}:first-child [name$='/publisher']"));

        // Let go elsewhere: nothing has happened.
        await page.ClickAsync($"{Indicators}:first-child > details > summary");
        await page.DragGripAsync($"{Indicators}:first-child", "[data-tab='tab-where']");
        Assert.Equal(["Dos", "Uno"], await TitlesAsync(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task blocks_are_moved_by_finger()
    {
        var page = await WithTwoBlocksAsync();
        await CloseBlocksAsync(page);
        await page.SetViewportSizeAsync(360, 740);
        var touch = await page.Context.NewCDPSessionAsync(page);

        await page.TouchGripAsync(touch, $"{Indicators}:nth-child(2)", $"{Indicators}:first-child", "touchCancel");
        var before = await TitlesAsync(page);
        await page.TouchGripAsync(touch, $"{Indicators}:nth-child(2)", $"{Indicators}:first-child", "touchEnd");

        Assert.Equal(["Uno", "Dos"], before);
        Assert.Equal(["Dos", "Uno"], await TitlesAsync(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task whatever_a_finger_presses_is_as_high_as_a_finger_is_wide()
    {
        var key = await desk.CopyAsync("practice", "La milpa de la escuela");
        var page = await desk.OpenAsync($"/desk/content/{key:d}", width: 390, touch: true);
        await page.Locator($"{Indicators} .grip").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await page.EvaluateAsync("document.querySelectorAll('.edit-section').forEach(section => { section.hidden = false; })");

        Assert.Empty(await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('main :is(button, .button, .check, .grip, summary)')]
              .filter(part => part.checkVisibility() && part.getBoundingClientRect().height < 44)
              .map(part => `${part.localName} ${part.textContent.trim()}`)
            """));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task what_is_wrong_and_what_is_missing_is_told_in_words_while_somebody_writes()
    {
        var key = await desk.CopyAsync("practice", "La cisterna de la escuela");
        var page = await desk.OpenAsync($"/desk/content/{key:d}");

        await Assertions.Expect(page.Locator("[data-check-title]")).ToContainTextAsync("publicar");
        await page.FillAsync("[name='v/summary']", "Corto.");
        await Assertions.Expect(page.Locator("[data-check-list] a")).ToContainTextAsync("El resumen debe tener");
        await page.ClickAsync("[data-check-list] a");
        Assert.Equal("v/summary", await page.EvaluateAsync<string>("document.activeElement.name"));
        await page.ClickAsync("[data-tab='tab-replicate']");
        await page.FillAsync("[name='v/adviceEmail']", "esto no es un correo");
        await Assertions.Expect(page.Locator("[data-field='v/adviceEmail'] .error")).ToBeVisibleAsync(new() { Timeout = 10_000 });
        Assert.Equal("true", await page.GetAttributeAsync("[name='v/adviceEmail']", "aria-invalid"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task nothing_is_offered_again_that_the_server_has()
    {
        var key = await desk.CopyAsync("practice", "El reloj del pueblo");
        var page = await desk.OpenAsync($"/desk/content/{key:d}");

        // The answer is lost on its way: the server has it, and this machine cannot know.
        await page.RouteAsync("**/working-copy", async route => { await route.FetchAsync(); await route.AbortAsync(); });
        await page.FillAsync("[name='v/context']", "  Da la hora de las asambleas.  ");
        await page.WaitForSelectorAsync(".edit-status.warn");
        await page.UnrouteAsync("**/working-copy");
        await page.RunAndWaitForResponseAsync(() => page.ReloadAsync(), "**/known");

        await Assertions.Expect(page.Locator("[name='v/context']")).ToHaveValueAsync("  Da la hora de las asambleas.  ");
        await Assertions.Expect(page.Locator("[data-recover]")).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task a_picture_is_brought_where_it_is_needed_whatever_its_name()
    {
        var page = await desk.OpenAsync($"/desk/content/new?type=practice&parent={desk.One("practice").ParentKey:d}");

        await page.SetInputFilesAsync("[data-field='v/coverImage'] [data-upload]", new FilePayload { Name = "<img src=x onerror=alert(1)>.png", MimeType = "image/png", Buffer = new APicture(5, 7).Png() });
        await page.Locator("[data-field='v/coverImage'] .medium img").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

        Assert.Equal(0, await page.Locator("[data-field='v/coverImage'] img[onerror]").CountAsync());
        Assert.Contains("ya está en el repositorio", await page.TextContentAsync("[data-field='v/coverImage'] [data-told]"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task a_translation_that_was_not_saved_is_there_again()
    {
        using var tere = await desk.Kit.SignInAsync(Role.Translator, name: "Tere Ríos");
        var address = $"/desk/content/{await desk.CopyAsync("practice", "El acuerdo del río"):d}/translate/en";
        var page = await desk.OpenAsync(tere, address);
        await page.FillAsync("#c-name", "The agreement about the river");
        await page.FillAsync("[name='v/summary']", "Nobody knew who might take water, and when.");
        await Assertions.Expect(page.Locator("[data-status]")).ToContainTextAsync("en este equipo");
        var other = await page.Context.NewPageAsync();
        await page.CloseAsync();

        await other.GotoAsync(desk.Origin + address);
        await other.ClickAsync("[data-recover-yes]");

        Assert.Equal("The agreement about the river", await other.InputValueAsync("#c-name"));
        Assert.Equal("Nobody knew who might take water, and when.", await other.InputValueAsync("[name='v/summary']"));
        await other.ClickAsync(".edit-bar button[type=submit]");
        await other.WaitForSelectorAsync(".note.good");
        await other.GotoAsync(desk.Origin + address);
        await Assertions.Expect(other.Locator("[data-recover]")).ToBeHiddenAsync();
        await other.Context.CloseAsync();
    }

    [Fact]
    public async Task a_block_in_a_text_is_named_there_and_can_be_taken_out_and_brought_back()
    {
        var text = desk.Site.Live.Documents().First(item => item.Content.Value("body", "es-MX")?.Contains("umb-rte-block", StringComparison.Ordinal) == true);
        var page = await desk.OpenAsync($"/desk/content/{text.Key:d}#c-v-body");
        var block = page.Locator(".rich-text .kept-part").First;
        var form = page.Locator(".rich-block").First;

        Assert.Contains((await form.Locator(".block-kind").InnerTextAsync()).Trim(), await block.InnerTextAsync(), StringComparison.Ordinal);
        await block.Locator("button").ClickAsync();
        await Assertions.Expect(form).ToBeHiddenAsync();
        await page.ClickAsync(".rich-tools button[aria-label='Deshacer']");
        await Assertions.Expect(form).ToBeVisibleAsync();

        await page.Context.CloseAsync();
    }

    private async Task<Guid> WithTextAsync(string markup) =>
        await desk.CreateAsync("newsItem", desk.One("newsItem").ParentKey!.Value, ItemContent.Named("Con formato", "es-MX").With("body", markup, "es-MX"));

    private async Task<IPage> WithTwoBlocksAsync()
    {
        var page = await desk.OpenAsync($"/desk/content/new?type=practice&parent={desk.One("practice").ParentKey:d}");
        await page.ClickAsync("[data-tab='tab-measure']");
        foreach (var name in new[] { "Uno", "Dos" })
        {
            await page.FocusAsync("[data-blocks='v/indicators'] > .block-offer [data-add-block]");
            var blocks = page.Locator(Indicators);
            var before = await blocks.CountAsync();
            await page.Keyboard.PressAsync("Enter");
            await blocks.Nth(before).WaitForAsync();
            await Assertions.Expect(blocks.Nth(before).Locator("input:focus, textarea:focus, select:focus")).ToHaveCountAsync(1);
            await page.Keyboard.TypeAsync(name);
        }

        return page;
    }

    private static async Task CloseBlocksAsync(IPage page)
    {
        foreach (var summary in await page.Locator($"{Indicators} > details > summary").AllAsync()) await summary.ClickAsync();
    }

    private static Task<IReadOnlyList<string>> TitlesAsync(IPage page) => page.Locator($"{Indicators} > details > summary [data-title]").AllTextContentsAsync();
}

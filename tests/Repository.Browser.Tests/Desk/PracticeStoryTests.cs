using Microsoft.Playwright;
using Repository.Core.Content;
using Repository.Core.Workflow;
using Repository.Testing;

namespace Repository.Browser.Tests.Desk;

/// <summary>What becomes of a practice, from the first word to the public page, told by those who do it.</summary>
[Collection(nameof(AtTheDesk))]
public sealed class PracticeStoryTests(DeskBrowsing desk)
{
    private const string Summary = "Las familias del barrio cuidan por turnos la fuente de la que todas beben, y cada año eligen en asamblea a quienes llevan las cuentas.";
    private const string Unheard = "Lo que se escribió sin conexión";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task by_keys_alone_a_systematiser_writes_a_practice_loses_the_connection_midway_and_recovers()
    {
        using var ines = await desk.Kit.SignInAsync(Role.Systematiser, name: "Inés Cruz");
        var page = await desk.OpenAsync(ines, "/desk");
        var keys = new KeysOnly(page);

        await keys.FollowAsync("header a[href='/desk/content']");
        await keys.FollowAsync($"main a[href*='in={desk.SectionOf("/practicas/"):n}']");
        await keys.FollowAsync("a.button[href*='/desk/content/create']");
        await keys.FollowAsync("main a[href*='type=practice']");

        await keys.TypeAsync("#c-name", "Los turnos de la fuente");
        await keys.TypeAsync("[name='v/summary']", Summary);
        await keys.BringAsync("[data-field='v/coverImage'] [data-upload]", Picture("fuente.png"));
        await page.Locator("[data-field='v/coverImage'] .medium img").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        foreach (var (field, words) in new[] { ("principles", "transparencia"), ("themes", "agua"), ("scope", "localidad"), ("municipalities", "tlaxiaco") })
        {
            await OpenTabAsync(keys, $"v/{field}");
            await keys.PickAsync($"v/{field}", words);
        }

        await AddBlockAsync(keys, "v/indicators", "Familias que tienen agua todo el año");
        await AddBlockAsync(keys, "v/evidence", "Acta de la asamblea");
        await keys.BringAsync("[data-blocks='v/evidence'] [data-upload]", Picture("acta.png"));
        await page.Locator("[data-blocks='v/evidence'] .medium img").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await page.WaitForSelectorAsync(".edit-status.good");

        await page.Context.SetOfflineAsync(true);
        await OpenTabAsync(keys, "v/problem");
        await keys.TypeAsync("[name='v/problem']", Unheard);
        await page.WaitForSelectorAsync(".edit-status.warn");
        Assert.Contains("Sin conexión", await page.TextContentAsync(".edit-status"), StringComparison.Ordinal);
        var address = page.Url;
        var other = await page.Context.NewPageAsync();
        await page.CloseAsync();

        await other.Context.SetOfflineAsync(false);
        await other.GotoAsync(address);
        // A page that is being closed may still reach the server, when its connection comes back before it ends: then nobody has to be asked.
        await other.WaitForFunctionAsync("words => !document.querySelector('[data-recover]').hidden || document.querySelector(\"[name='v/problem']\").value === words", Unheard);
        keys = new KeysOnly(other);
        if (await other.Locator("[data-recover]").IsVisibleAsync()) await keys.FollowAsync("[data-recover-yes]");
        await Assertions.Expect(other.Locator("[name='v/problem']")).ToHaveValueAsync(Unheard);
        await Assertions.Expect(other.Locator("[data-recover]")).ToBeHiddenAsync();

        foreach (var (field, words) in new[] { ("confidence", "baja"), ("sheetKind", "documental"), ("validationState", "pendiente") })
        {
            await OpenTabAsync(keys, $"v/{field}");
            await keys.PickAsync($"v/{field}", words);
        }

        await AddBlockAsync(keys, "v/sources", "Libro de actas del comité");
        await keys.FollowAsync(".edit-bar button[type=submit]");
        await other.Locator(".note.good", new() { HasText = "se creó como borrador" }).WaitForAsync();
        await keys.FollowAsync(".publish-panel [value=submit]");
        await other.Locator(".note.good", new() { HasText = "Se envió a revisión." }).WaitForAsync();

        var key = Guid.Parse(new Uri(other.Url).AbsolutePath.Split('/')[^1]);
        var draft = (await desk.DraftOfAsync(key)).Content;
        Assert.Equal("Los turnos de la fuente", draft.Name("es-MX"));
        Assert.Equal(Unheard, draft.Value("problem", "es-MX"));
        Assert.Contains("Familias que tienen agua", draft.Value("indicators"), StringComparison.Ordinal);
        Assert.Contains("Acta de la asamblea", draft.Value("evidence"), StringComparison.Ordinal);
        Assert.Contains("mediaKey", draft.Value("evidence"), StringComparison.Ordinal);
        Assert.Contains("mediaKey", draft.Value("coverImage"), StringComparison.Ordinal);
        Assert.StartsWith("umb://document/", draft.Value("municipalities"), StringComparison.Ordinal);
        Assert.Equal(ReviewState.InReview, await StateAsync(key));
        await other.Context.CloseAsync();
    }

    [Fact]
    public async Task a_reviewer_compares_comments_returns_and_approves_and_the_schedule_shows_it_to_everybody()
    {
        using var ines = await desk.Kit.SignInAsync(Role.Systematiser, name: "Inés Soto");
        using var rosa = await desk.Kit.SignInAsync(Role.Reviewer, name: "Rosa Ruiz");
        using var pablo = await desk.Kit.SignInAsync(Role.Publisher, name: "Pablo Ortiz");
        var key = await desk.CopyAsync("practice", "Los turnos del molino");
        await desk.PublishAsync(key);
        await desk.SaveAsync(key, content => content.WithName("El molino por turnos", "es-MX"));
        Assert.IsType<WriteResult.Done>(await desk.Site.Service<Reviewing>().SubmitAsync(new Seen(key, (await desk.FindAsync(key)).Version, ines.Account.Person), ["es-MX"], Cancellation));

        // She compares with what is public, asks about it, and returns it.
        var page = await desk.OpenAsync(rosa, "/desk/review");
        await page.ClickAsync("text=El molino por turnos");
        await page.WaitForSelectorAsync(".diff-field");
        Assert.Contains("Los turnos del molino", await page.InnerTextAsync("#f-name"), StringComparison.Ordinal);
        Assert.Contains("Inés Soto", await page.InnerTextAsync(".decide"), StringComparison.Ordinal);
        await page.SelectOptionAsync("#comment-on", "summary");
        await page.FillAsync("#comment-text", "¿Desde qué año?");
        await page.ClickAsync("[value=comment]:not(.answer *)");
        await page.WaitForSelectorAsync("text=¿Desde qué año?");
        await page.FillAsync("#decide-note", "Falta decir desde cuándo.");
        await page.ClickAsync(".decide [value=return]");
        await page.WaitForSelectorAsync(".note.good");
        await page.Context.CloseAsync();

        // It came back to Inés, who reads why, mends it and sends it again.
        page = await desk.OpenAsync(ines, $"/desk/content/{key:d}");
        Assert.Contains("Falta decir desde cuándo.", await page.InnerTextAsync(".publish-panel"), StringComparison.Ordinal);
        Assert.Contains("Rosa Ruiz", await page.InnerTextAsync(".publish-panel"), StringComparison.Ordinal);
        await page.FillAsync("[name='v/context']", "Desde 1987 muele para todo el barrio.");
        await page.ClickAsync(".edit-bar button[type=submit]");
        await page.Locator(".note.good", new() { HasText = "se guardaron" }).WaitForAsync();
        await page.ClickAsync(".publish-panel [value=submit]");
        await page.Locator(".note.good", new() { HasText = "Se envió a revisión." }).WaitForAsync();
        await page.Context.CloseAsync();

        page = await desk.OpenAsync(rosa, $"/desk/content/{key:d}/review?culture=es-MX");
        Assert.Contains("Desde 1987", await page.InnerTextAsync("#f-context"), StringComparison.Ordinal);
        await page.ClickAsync(".decide [value=approve]");
        await page.Locator(".note.good", new() { HasText = "aprob" }).WaitForAsync();
        await page.Context.CloseAsync();

        // What is approved is planned; when its time has come, everybody sees it.
        page = await desk.OpenAsync(pablo, $"/desk/content/{key:d}");
        await page.ClickAsync("details.plan:has([value=planRelease]) > summary");
        await page.FillAsync("#release-es-MX", TimeZoneInfo.ConvertTime(desk.Clock.GetUtcNow(), Mexico).AddMinutes(5).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await page.ClickAsync("[value=planRelease]");
        await page.WaitForSelectorAsync(".note.good");
        Assert.DoesNotContain("1987", await AskAsync($"/umbraco/delivery/api/v2/content/item/{key:d}"), StringComparison.Ordinal);
        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        var path = await UntilAsync(() => desk.Site.Live.Find(key) is { } item && item.In("es-MX")!.Name == "El molino por turnos" ? item.In("es-MX")!.Path : null);

        await page.GotoAsync(desk.Origin + path);
        Assert.Equal("El molino por turnos", (await page.InnerTextAsync("h1")).Trim());
        Assert.Contains("Desde 1987 muele", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("Desde 1987 muele", await AskAsync($"/umbraco/delivery/api/v2/content/item/{key:d}"), StringComparison.Ordinal);
        Assert.Contains("El molino por turnos", await AskAsync("/api/v1/search?q=molino"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task a_second_editor_s_stale_save_is_merged()
    {
        using var ines = await desk.Kit.SignInAsync(Role.Systematiser, name: "Inés Vega");
        using var bruno = await desk.Kit.SignInAsync(Role.Systematiser, name: "Bruno Luna");
        var key = await desk.CopyAsync("practice", "La caja de las cooperaciones");
        var hers = await desk.OpenAsync(ines, $"/desk/content/{key:d}");
        var his = await desk.OpenAsync(bruno, $"/desk/content/{key:d}");

        await Assertions.Expect(his.Locator("[data-others]")).ToContainTextAsync("Inés Vega");
        await his.FillAsync("[name='v/problem']", "Nadie sabía cuánto había en la caja.");
        await his.FillAsync("#c-name", "La caja de todas");
        await his.ClickAsync(".edit-bar button[type=submit]");
        await his.WaitForSelectorAsync(".note.good");
        await hers.FillAsync("[name='v/problem']", "Las cuentas no se decían en la asamblea.");
        await hers.FillAsync("[name='v/objective']", "Que todas sepan en qué se gasta.");
        await Assertions.Expect(hers.Locator("[data-others]")).ToContainTextAsync("guardó");
        await hers.ClickAsync(".edit-bar button[type=submit]");
        await hers.WaitForURLAsync("**/merge");

        // What only one of them changed is chosen by itself; both texts of what both changed are kept.
        await hers.CheckAsync("[name='m/problem/es-MX'][value=Both]");
        await hers.ClickAsync("main form button:not([value])");
        await hers.WaitForSelectorAsync(".note.good");

        var draft = (await desk.DraftOfAsync(key)).Content;
        Assert.Equal("La caja de todas", draft.Name("es-MX"));
        Assert.Equal("Que todas sepan en qué se gasta.", draft.Value("objective", "es-MX"));
        Assert.Contains("Nadie sabía", draft.Value("problem", "es-MX"), StringComparison.Ordinal);
        Assert.Contains("Las cuentas no se decían", draft.Value("problem", "es-MX"), StringComparison.Ordinal);
        await hers.Context.CloseAsync();
        await his.Context.CloseAsync();
    }

    [Fact]
    public async Task a_translator_adds_a_language()
    {
        using var tere = await desk.Kit.SignInAsync(Role.Translator, name: "Tere Gil");
        using var pablo = await desk.Kit.SignInAsync(Role.Publisher, name: "Pablo Díaz");
        var key = await desk.CopyAsync("practice", "Radio para avisar del agua");
        await desk.PublishAsync(key);
        var page = await desk.OpenAsync(tere, "/desk/translations?q=radio+para+avisar");

        await page.ClickAsync($"a[href*='{key:d}/translate/en']");
        await page.FillAsync("#c-name", "Radio that tells about water");
        await page.FillAsync("[name='v/summary']", "A village radio tells every morning which street has water today, who keeps the pump, and what was paid for it last month.");
        await page.ClickAsync(".edit-bar button[type=submit]");
        await page.WaitForSelectorAsync(".note.good");
        await page.GotoAsync($"{desk.Origin}/desk/content/{key:d}");
        await page.Locator(".panel-culture", new() { HasText = "Inglés" }).Locator("[value=submit]").ClickAsync();
        await page.WaitForSelectorAsync(".note.good");
        await page.Context.CloseAsync();
        page = await desk.OpenAsync(pablo, $"/desk/content/{key:d}/review?culture=en");
        await page.ClickAsync(".decide [value=approveAndPublish]");
        await page.WaitForSelectorAsync(".note.good");

        var english = desk.Site.Live.Find(key)!.In("en")!;
        await page.GotoAsync($"{desk.Origin}/en{english.Path}");
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        Assert.Contains("Radio that tells about water", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Equal("Radio para avisar del agua", desk.Site.Live.Find(key)!.In("es-MX")!.Name);
        await page.Context.CloseAsync();
    }

    private static FilePayload Picture(string name) => new() { Name = name, MimeType = "image/png", Buffer = new APicture(3, name.Length).Png() };

    private static TimeZoneInfo Mexico => TimeZoneInfo.FindSystemTimeZoneById("America/Mexico_City");

    private static async Task OpenTabAsync(KeysOnly keys, string field)
    {
        var tab = await keys.Page.Locator($"[data-field='{field}']").EvaluateAsync<string>("field => field.closest('.edit-section').id");
        await keys.PressAsync($"[data-tab='{tab}']");
    }

    private static async Task AddBlockAsync(KeysOnly keys, string list, string title)
    {
        await OpenTabAsync(keys, list);
        await keys.PressAsync($"[data-blocks='{list}'] > .block-offer [data-add-block]");
        await keys.Page.WaitForSelectorAsync($"[data-blocks='{list}'] .block :focus");
        await keys.TypeAsync($"[data-blocks='{list}'] [name$='{(list == "v/indicators" ? "/displayName" : "/title")}']", title);
    }

    private static async Task<string> UntilAsync(Func<string?> found)
    {
        await Patience.UntilAsync(() => found() is not null, Cancellation);
        return found()!;
    }

    private async Task<string> AskAsync(string address) => await desk.Site.Client.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation);

    private async Task<ReviewState> StateAsync(Guid key) =>
        new ReviewTrail([.. await desk.Site.Service<IContentStore>().ReadAsync(reader => reader.ReviewsAsync(key), Cancellation)]).State("es-MX");
}

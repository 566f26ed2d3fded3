using Microsoft.Playwright;
using Repository.Specs;

namespace Repository.Browser.Tests;

/// <summary>What was read once can be read again where there is no connection: on the road, in a town without signal.</summary>
public sealed class OfflineTests(Browsing browsing)
{
    private const string Practice = "/practicas/copuda-siembra-de-agua/";

    [Fact]
    public async Task a_practice_that_was_read_is_read_again_without_the_site()
    {
        Assert.SkipWhen(Browsing.Chromium is null, "Chromium is not installed: apt-get install chromium");
        var site = await TestSite.StartAsync();
        var origin = site.Client.BaseAddress!.ToString().TrimEnd('/');
        var page = await browsing.OpenAsync("/practicas/", origin: origin);
        await KeptAsync(page);
        await page.GotoAsync(origin + Practice);
        await KeptAsync(page);
        var online = await page.TextContentAsync("main");
        await site.DisposeAsync();

        await page.ReloadAsync();
        Assert.Equal(online, await page.TextContentAsync("main"));
        Assert.True(await page.EvaluateAsync<bool>("getComputedStyle(document.querySelector('.masthead .wrap')).display !== 'block'"), "The style sheet is missing.");

        await page.GotoAsync($"{origin}/municipios/abejones/");
        Assert.Equal("No hay conexión", await page.TextContentAsync("h1"));
        Assert.Contains($"<a href=\"{Practice}\">", await page.InnerHTMLAsync("main"), StringComparison.Ordinal);

        await page.ClickAsync($"main a[href='{Practice}']");
        Assert.Equal(online, await page.TextContentAsync("main"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task as_long_as_the_site_answers_no_copy_is_shown()
    {
        Assert.SkipWhen(Browsing.Chromium is null, "Chromium is not installed: apt-get install chromium");
        await using var site = await TestSite.StartAsync();
        var origin = site.Client.BaseAddress!.ToString().TrimEnd('/');
        var page = await browsing.OpenAsync("/practicas/", origin: origin);
        await KeptAsync(page);
        await page.EvaluateAsync(
            """
            async () => {
              const cache = await caches.open('paginas');
              await cache.put(location.href, new Response('<title>Copia</title><h1>Copia</h1>', { headers: { 'content-type': 'text/html' } }));
            }
            """);

        await page.ReloadAsync();

        Assert.Equal("Prácticas", await page.TextContentAsync("h1"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task copies_have_bounds()
    {
        var page = await browsing.OpenAsync("/practicas/");
        await KeptAsync(page);
        await page.EvaluateAsync(
            """
            async () => {
              const cache = await caches.open('paginas');
              for (let n = 0; n < 70; n++) await cache.put(`/alt/${n}/`, new Response('x', { headers: { 'content-type': 'text/html', 'x-size': '400000' } }));
            }
            """);

        await page.GotoAsync($"{browsing.Origin}/municipios/");
        await KeptAsync(page);
        await UntilAsync(page, "(await (await caches.open('paginas')).keys()).length <= 50");

        var kept = await page.EvaluateAsync<string[]>("async () => (await (await caches.open('paginas')).keys()).map(request => new URL(request.url).pathname)");
        Assert.Equal("/municipios/", kept[^1]);
        Assert.DoesNotContain("/practicas/", kept);
        Assert.Contains("/alt/69/", kept);
        await page.Context.CloseAsync();
    }

    /// <summary>Waits until there is a copy of the page that is open.</summary>
    private static Task KeptAsync(IPage page) => UntilAsync(page, "await caches.match(location.href, { ignoreVary: true })");

    private static async Task UntilAsync(IPage page, string condition) =>
        await page.EvaluateAsync($"async () => {{ while (!({condition})) await new Promise(done => setTimeout(done, 20)); }}");
}

using Microsoft.Playwright;

namespace Repository.Browser.Tests;

/// <summary>A Chromium of one's own. Whoever goes by keys alone needs one: where two windows want the focus, a key is lost now and then.</summary>
internal sealed class BrowserWindows(IPlaywright playwright, IBrowser browser) : IAsyncDisposable
{
    public static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    ];

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>The installed program; null where there is none.</summary>
    public static string? Chromium => Places.FirstOrDefault(File.Exists);

    public static async Task<BrowserWindows> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new BrowserWindows(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Arguments }));
    }

    /// <summary>A window of its own: what one test does no other sees.</summary>
    public async Task<IPage> OpenAsync(int width, ColorScheme scheme, bool scripts, int height = 900, bool touch = false)
    {
        var window = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
            HasTouch = touch,
            Locale = "es-MX",
            ReducedMotion = ReducedMotion.Reduce,
        });
        return await window.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}

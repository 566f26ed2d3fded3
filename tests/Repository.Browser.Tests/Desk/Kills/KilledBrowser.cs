using System.Diagnostics;
using Microsoft.Playwright;

namespace Repository.Browser.Tests.Desk.Kills;

/// <summary>A Chromium with a profile that stays, to be killed with all its processes and opened again by the same person.</summary>
internal sealed class KilledBrowser(string profile, Cookie session) : IAsyncDisposable
{
    private IPlaywright? _playwright;
    private IPage? _page;

    public IPage Page => _page ?? throw new InvalidOperationException("The browser is not open.");

    public async Task OpenAsync()
    {
        _playwright = await Playwright.CreateAsync();
        var window = await _playwright.Chromium.LaunchPersistentContextAsync(profile, new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = BrowserWindows.Chromium,
            Args = BrowserWindows.Arguments,
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            Locale = "es-MX",
            ReducedMotion = ReducedMotion.Reduce,
        });
        await window.AddCookiesAsync([session]);
        _page = window.Pages[0];
    }

    /// <summary>SIGKILL to every process that has to do with the profile.</summary>
    public async Task KillAsync()
    {
        foreach (var process in Processes())
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            process.Dispose();
        }

        _playwright?.Dispose();
        (_playwright, _page) = (null, null);
    }

    public async ValueTask DisposeAsync()
    {
        if (_page is not null) await _page.Context.CloseAsync();
        _playwright?.Dispose();
    }

    private IEnumerable<Process> Processes()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id) || !Mentions(Path.Combine(folder, "cmdline"))) continue;
            Process? process = null;
            try
            {
                process = Process.GetProcessById(id);
            }
            catch (ArgumentException)
            {
                // It went with the one that was killed before it.
            }

            if (process is not null) yield return process;
        }
    }

    private bool Mentions(string commandLine)
    {
        try
        {
            return File.ReadAllText(commandLine).Contains($"--user-data-dir={profile}", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}

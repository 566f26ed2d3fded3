using Microsoft.Playwright;
using Repository.Browser.Tests.Desk;

namespace Repository.Browser.Tests;

/// <summary>Someone who has a keyboard and nothing else. Counts what they do: a thing opened, a box ticked, a text sent. The way from one to the next by the tabulator is no step.</summary>
internal sealed class Walker(IPage page)
{
    /// <summary>Further down nobody goes key by key.</summary>
    private const int Patience = 150;

    public IPage Page => page;

    public int Steps { get; private set; }

    /// <summary>Goes on to the next element of that kind, and opens it.</summary>
    public async Task OpenAsync(string selector)
    {
        await ReachAsync(selector);
        await DoAsync("Enter");
    }

    /// <summary>Follows a link to another page.</summary>
    public async Task FollowAsync(string selector)
    {
        await ReachAsync(selector);
        await LeaveAsync();
    }

    public async Task TickAsync(string selector)
    {
        await ReachAsync(selector);
        await DoAsync("Space");
    }

    public async Task SearchAsync(string words)
    {
        await ReachAsync("input[type=search]");
        await page.Keyboard.TypeAsync(words);
        await LeaveAsync();
    }

    public async Task<IDownload> DownloadAsync(string selector)
    {
        await ReachAsync(selector);
        return await page.RunAndWaitForDownloadAsync(() => DoAsync("Enter"));
    }

    private async Task ReachAsync(string selector)
    {
        for (var stop = 0; stop < Patience; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("wanted => document.activeElement.matches(wanted)", selector)) return;
        }

        Assert.Fail($"No key leads to {selector} on {page.Url}.");
    }

    private Task LeaveAsync() => page.RunAndWaitForLoadAsync(() => DoAsync("Enter"));

    private Task DoAsync(string key)
    {
        Steps++;
        return page.Keyboard.PressAsync(key);
    }
}

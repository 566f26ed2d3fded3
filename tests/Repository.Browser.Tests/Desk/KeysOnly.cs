using Microsoft.Playwright;

namespace Repository.Browser.Tests.Desk;

/// <summary>The hands of somebody who has no mouse.</summary>
internal sealed class KeysOnly(IPage page)
{
    /// <summary>The form of a practice has some hundred controls.</summary>
    private const int Patience = 300;

    public IPage Page => page;

    /// <summary>Goes on by the Tab key until an element of that kind has the focus.</summary>
    public async Task ReachAsync(string selector)
    {
        for (var stop = 0; stop < Patience; stop++)
        {
            if (await page.EvaluateAsync<bool>("wanted => document.activeElement.matches(wanted)", selector)) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"No key leads to {selector} on {page.Url}.");
    }

    public async Task PressAsync(string selector, string key = "Enter")
    {
        await ReachAsync(selector);
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Follows a link, or presses a button that leads to another page.</summary>
    public async Task FollowAsync(string selector)
    {
        await ReachAsync(selector);
        await page.RunAndWaitForLoadAsync(() => page.Keyboard.PressAsync("Enter"));
    }

    public async Task TypeAsync(string selector, string words)
    {
        await ReachAsync(selector);
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(words);
    }

    /// <summary>Looks for something in a picker and takes the first that is offered.</summary>
    public async Task PickAsync(string field, string words)
    {
        await TypeAsync($"[data-field='{field}'] [role=combobox]", words);
        await page.WaitForSelectorAsync($"[data-field='{field}'] [role=option]");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync($"[data-field='{field}'] .picked li");
    }

    /// <summary>Brings a file where a button asks the machine for one.</summary>
    public async Task BringAsync(string selector, FilePayload file)
    {
        await ReachAsync(selector);
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(file);
    }
}

using Microsoft.Playwright;

namespace Repository.Browser.Tests.Desk;

/// <summary>The hands of somebody who has no mouse.</summary>
internal sealed class KeysOnly
{
    /// <summary>The form of a practice has some hundred controls.</summary>
    private const int Patience = 300;

    private readonly IPage _page;
    private TaskCompletionSource<IFileChooser> _asked = new();

    public KeysOnly(IPage page)
    {
        _page = page;

        // From the beginning: who begins to listen with the key in hand may come too late.
        page.FileChooser += (_, chooser) => _asked.TrySetResult(chooser);
    }

    public IPage Page => _page;

    /// <summary>Goes on by the Tab key until an element of that kind has the focus.</summary>
    public async Task ReachAsync(string selector)
    {
        for (var stop = 0; stop < Patience; stop++)
        {
            if (await _page.EvaluateAsync<bool>("wanted => document.activeElement.matches(wanted)", selector)) return;
            await _page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"No key leads to {selector} on {_page.Url}.");
    }

    public async Task PressAsync(string selector, string key = "Enter")
    {
        await ReachAsync(selector);
        await _page.Keyboard.PressAsync(key);
    }

    /// <summary>Follows a link, or presses a button that leads to another page.</summary>
    public async Task FollowAsync(string selector)
    {
        await ReachAsync(selector);
        await _page.RunAndWaitForLoadAsync(() => _page.Keyboard.PressAsync("Enter"));
    }

    public async Task TypeAsync(string selector, string words)
    {
        await ReachAsync(selector);
        await _page.Keyboard.PressAsync("Control+a");
        await _page.Keyboard.TypeAsync(words);
    }

    /// <summary>Looks for something in a picker and takes the first that is offered.</summary>
    public async Task PickAsync(string field, string words)
    {
        await TypeAsync($"[data-field='{field}'] [role=combobox]", words);
        await _page.WaitForSelectorAsync($"[data-field='{field}'] [role=option]");
        await _page.Keyboard.PressAsync("ArrowDown");
        await _page.Keyboard.PressAsync("Enter");
        await _page.WaitForSelectorAsync($"[data-field='{field}'] .picked li");
    }

    /// <summary>Brings a file where a button asks the machine for one.</summary>
    public async Task BringAsync(string selector, FilePayload file)
    {
        await ReachAsync(selector);
        _asked = new TaskCompletionSource<IFileChooser>();
        await _page.Keyboard.PressAsync("Enter");
        var chooser = await _asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await chooser.SetFilesAsync(file);
    }
}

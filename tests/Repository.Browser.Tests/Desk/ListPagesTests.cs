namespace Repository.Browser.Tests.Desk;

/// <summary>The lists of the desk for everyone: what browsers refuse, and keys alone.</summary>
[Collection(nameof(AtTheDesk))]
public sealed class ListPagesTests(DeskBrowsing desk)
{
    [Fact]
    public async Task browsers_refuse_nothing_of_a_page()
    {
        var page = await desk.OpenAsync("/desk");
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add($"{message.Text} {message.Location}");
        };

        foreach (var address in ListPages.Of(desk).Where(address => !address.EndsWith("do=move", StringComparison.Ordinal))) await page.GotoAsync(desk.Origin + address);

        await page.Context.CloseAsync();
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task an_administrator_restores_a_deleted_branch_by_keys_alone(bool scripts)
    {
        var page = await desk.OpenAsync("/desk/trash", scripts: scripts);
        var keys = new KeysOnly(page);
        var wasLost = (await desk.FindAsync(desk.Lost)).Trashed;

        if (!wasLost)
        {
            await page.GotoAsync($"{desk.Origin}/desk/content/deed?do=trash&key={desk.Lost:n}");
            await keys.FollowAsync("form[method=post][action='/desk/content/deed'] button");
            await page.GotoAsync($"{desk.Origin}/desk/trash");
        }

        await keys.PressAsync($"input[name=key][value='{desk.Lost:n}']", "Space");
        await keys.FollowAsync("button[name=do][value=restore]");
        await keys.FollowAsync("form[method=post][action='/desk/content/deed'] button");

        Assert.Contains("Se restauró", await page.TextContentAsync(".report"), StringComparison.Ordinal);
        Assert.False((await desk.FindAsync(desk.Lost)).Trashed);
        await page.Context.CloseAsync();
    }
}

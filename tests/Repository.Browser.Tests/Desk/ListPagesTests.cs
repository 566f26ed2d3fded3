using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Repository.Browser.Tests.Desk;

/// <summary>The lists of the desk for everyone: axe, narrow screens, keys alone.</summary>
public sealed class ListPagesTests(DeskBrowsing desk, ITestOutputHelper output) : IClassFixture<DeskBrowsing>
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task axe_finds_nothing_on_any_page(ColorScheme scheme)
    {
        var page = await desk.OpenAsync("/desk", scheme: scheme);
        var found = new List<string>();

        foreach (var address in ListPages.Of(desk))
        {
            await page.GotoAsync(desk.Origin + address);
            var result = await page.RunAxe();
            found.AddRange(result.Violations.Select(violation => $"{address}, {scheme}: {violation.Id} – {violation.Help}: {violation.Nodes[0].Html} {violation.Nodes[0].Any.FirstOrDefault()?.Message}"));
        }

        await page.Context.CloseAsync();
        foreach (var line in found) output.WriteLine(line);
        Assert.Empty(found);
    }

    [Theory]
    [InlineData(360)]
    [InlineData(390)]
    [InlineData(1024)]
    public async Task nothing_is_wider_than_the_screen(int width)
    {
        var page = await desk.OpenAsync("/desk", width);
        var wide = new List<string>();

        foreach (var address in ListPages.Of(desk))
        {
            await page.GotoAsync(desk.Origin + address);
            var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (excess > 0) wide.Add($"{address} by {excess} pixels");
        }

        await page.Context.CloseAsync();
        Assert.Empty(wide);
    }

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
        var walker = new Walker(page);
        var wasLost = (await desk.FindAsync(desk.Lost)).Trashed;

        if (!wasLost)
        {
            await page.GotoAsync($"{desk.Origin}/desk/content/deed?do=trash&key={desk.Lost:n}");
            await walker.FollowAsync("form[method=post][action='/desk/content/deed'] button");
            await page.GotoAsync($"{desk.Origin}/desk/trash");
        }

        await walker.TickAsync($"input[name=key][value='{desk.Lost:n}']");
        await walker.FollowAsync("button[name=do][value=restore]");
        await walker.FollowAsync("form[method=post][action='/desk/content/deed'] button");

        Assert.Contains("Se restauró", await page.TextContentAsync(".report"), StringComparison.Ordinal);
        Assert.False((await desk.FindAsync(desk.Lost)).Trashed);
        await page.Context.CloseAsync();
    }
}

using Microsoft.Playwright;
using Repository.Testing;

namespace Repository.Browser.Tests.Desk;

/// <summary>Takes the pictures of <c>docs/guia-editorial.md</c>. Into the document they go only when asked: <c>GUIDE_PICTURES=1</c>.</summary>
[Collection(nameof(AtTheDesk))]
public sealed class GuidePicturesTests(DeskBrowsing desk)
{
    private const int Width = 1100;

    [Fact]
    public async Task every_step_that_the_guide_shows_can_still_be_seen()
    {
        using var aside = new TemporaryFolder();
        var folder = Environment.GetEnvironmentVariable("GUIDE_PICTURES") == "1" ? ProjectFolder.Find("docs/guia") : aside.Path;
        var page = await desk.OpenAsync("/desk", Width);

        foreach (var (name, address, height) in new[]
        {
            ("inicio", "/desk", 760),
            ("contenido", $"/desk/content?in={desk.About:n}", 760),
            ("nuevo", $"/desk/content/create?in={desk.About:n}", 520),
            ("mover", $"/desk/content/deed?do=move&key={desk.Draft:n}", 760),
            ("papelera", "/desk/trash", 420),
            ("multimedia", $"/desk/media?in={desk.Pictures:n}", 760),
            ("calendario", "/desk/calendar", 820),
            ("traducciones", "/desk/translations", 620),
        })
        {
            await page.SetViewportSizeAsync(Width, height);
            await page.GotoAsync(desk.Origin + address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
            Assert.True(await page.Locator("h1").IsVisibleAsync(), address);
        }

        await page.Context.CloseAsync();
    }
}

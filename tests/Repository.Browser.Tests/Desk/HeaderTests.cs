using Microsoft.Playwright;

namespace Repository.Browser.Tests.Desk;

/// <summary>The places of the desk on a telephone: behind one button, without scripts, and nothing else in their way.</summary>
[Collection(nameof(AtTheDesk))]
public sealed class HeaderTests(DeskBrowsing desk)
{
    private const int LineHeight = 60;

    [Fact]
    public async Task a_telephone_has_the_places_behind_a_button_that_needs_no_script()
    {
        var page = await desk.OpenAsync("/desk/forms", width: 390, scripts: false);
        var header = await page.Locator(".topbar").BoundingBoxAsync();
        var calls = page.Locator(".places a[href='/desk/calls']");
        var before = await calls.IsVisibleAsync();

        await page.FocusAsync(".places-open");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(calls).ToBeVisibleAsync();
        var place = await calls.BoundingBoxAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(calls).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Enter");
        await calls.ClickAsync();
        await page.WaitForURLAsync("**/desk/calls");

        Assert.False(before);
        Assert.InRange(header!.Height, 1, LineHeight);
        Assert.InRange(place!.Height, 44, LineHeight);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task a_wide_screen_shows_every_place_and_no_button()
    {
        var page = await desk.OpenAsync("/desk/forms", scripts: false);

        Assert.False(await page.IsVisibleAsync(".places-open"));
        foreach (var place in await page.Locator(".places a").AllAsync()) Assert.True(await place.IsVisibleAsync());
        await page.Context.CloseAsync();
    }
}

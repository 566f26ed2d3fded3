namespace Repository.Browser.Tests;

/// <summary>The site by keyboard alone, and without scripts.</summary>
public sealed class KeyboardTests(Browsing browsing)
{
    [Fact]
    public async Task the_first_key_leads_past_the_navigation()
    {
        var page = await browsing.OpenAsync("/practicas/");

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("contenido", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_practice_is_found_by_keys_alone_from_the_home_page(bool scripts)
    {
        var page = await browsing.OpenAsync("/", width: 360, scripts: scripts);

        await page.FocusAsync("input[type=search]");
        await page.Keyboard.TypeAsync("siembra de agua");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/buscar/?q=**");
        await page.FocusAsync(".hit-title a[href^='/practicas/']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/practicas/**");

        Assert.Contains("Siembra de agua", await page.TextContentAsync("h1"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/practicas/?vista=mapa")]
    public async Task every_stop_of_the_tabulator_can_be_seen(string address)
    {
        var page = await browsing.OpenAsync(address, width: 360);
        var unseen = new List<string>();

        for (var stop = 0; stop < 60; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var place = await page.EvaluateAsync<string?>(
                """
                () => {
                  const at = document.activeElement;
                  if (at === document.body) return null;
                  const box = at.getBoundingClientRect();
                  const style = getComputedStyle(at);
                  const disc = at.querySelector('.region-disc');
                  const isMarked = disc ? parseFloat(getComputedStyle(disc).strokeWidth) > 3 : style.outlineStyle !== 'none';
                  return box.width > 0 && box.height > 0 && style.visibility === 'visible' && isMarked ? null : at.outerHTML.slice(0, 120);
                }
                """);
            if (place is not null) unseen.Add(place);
        }

        await page.Context.CloseAsync();
        Assert.Empty(unseen);
    }

    [Fact]
    public async Task lists_are_narrowed_without_scripts()
    {
        var page = await browsing.OpenAsync("/practicas/", width: 360, scripts: false);

        await page.ClickAsync("details.filters > summary");
        await page.CheckAsync("input[name=region][value=mixteca]");
        await page.ClickAsync(".filters button");
        await page.WaitForURLAsync("**/practicas/?*region=mixteca*");

        Assert.Equal(1, await page.Locator(".chip-on >> text=Mixteca").CountAsync());
        await page.Context.CloseAsync();
    }
}

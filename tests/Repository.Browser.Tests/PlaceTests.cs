namespace Repository.Browser.Tests;

/// <summary>Maps, comparisons and the visitor's own municipality, as people use them: with a finger on a small screen, with keys, without scripts.</summary>
public sealed class PlaceTests(Browsing browsing)
{
    private const int SmallestTarget = 24;

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task discs_of_the_map_have_room_for_a_finger_and_do_not_overlap(int width)
    {
        var page = await browsing.OpenAsync("/practicas/?vista=mapa", width);

        var boxes = await page.EvaluateAsync<double[][]>("[...document.querySelectorAll('.region-map-pins .region-disc')].map(disc => { const box = disc.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom]; })");

        await page.Context.CloseAsync();
        Assert.NotEmpty(boxes);
        Assert.All(boxes, box => Assert.True(box[2] - box[0] >= SmallestTarget - 0.5 && box[3] - box[1] >= SmallestTarget - 0.5, $"A disc is {box[2] - box[0]:0.0} by {box[3] - box[1]:0.0} pixels."));
        Assert.All(boxes, one => Assert.Single(boxes, other => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]));
    }

    [Fact]
    public async Task a_disc_is_opened_by_keys_and_leads_to_what_it_counts()
    {
        var page = await browsing.OpenAsync("/practicas/?vista=mapa", scripts: false);

        await page.FocusAsync(".region-map-pins a[href*='bbox=']");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/practicas/?bbox=**");

        Assert.True(await page.Locator(".hit").CountAsync() > 1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task a_municipality_is_chosen_without_scripts_and_the_nearest_come_first()
    {
        var page = await browsing.OpenAsync("/practicas/", width: 360, scripts: false);

        await page.ClickAsync("text=Lo más cercano a mi municipio");
        await page.FillAsync("input[name=nombre]", "santiago apostol");
        await page.Keyboard.PressAsync("Enter");
        await page.ClickAsync(".choices a");
        await page.WaitForURLAsync("**/practicas/?*municipio=20452*");

        Assert.Contains("En tu municipio", await page.Locator(".hit").First.TextContentAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task two_practices_are_laid_side_by_side_from_the_list_without_scripts()
    {
        var page = await browsing.OpenAsync("/practicas/", width: 360, scripts: false);

        await page.Locator(".hit-more a").First.ClickAsync();
        await page.ClickAsync("text=Buscar otra en la lista");
        await page.Locator(".hit-more a").First.ClickAsync();

        Assert.Equal(1, await page.Locator("table.compare-2").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task a_wide_comparison_scrolls_by_keys_within_its_frame()
    {
        var page = await browsing.OpenAsync(Templates.Comparison(browsing.Site.Live), width: 360);

        await page.FocusAsync(".table-wrap");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForFunctionAsync("document.querySelector('.table-wrap').scrollLeft > 0");

        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await page.Context.CloseAsync();
    }
}

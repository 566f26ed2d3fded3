using Microsoft.Playwright;
using Repository.Core.Schema;
using Repository.Testing;

namespace Repository.Browser.Tests;

/// <summary>A picture of every kind of page, on a telephone by day and on a desk by night, to be looked at: they lie in <c>artifacts/pages</c>. What a machine can see of them is looked at here.</summary>
public sealed class PictureTests(Browsing browsing)
{
    private static readonly string Pictures = Path.Combine(ProjectFolder.Find("artifacts"), "pages");

    [Fact]
    public void every_content_type_has_a_page_to_be_looked_at()
    {
        Assert.SkipWhen(Browsing.Chromium is null, "Chromium is not installed: apt-get install chromium");
        var live = browsing.Site.Live;

        var shown = live.Documents().Select(item => item.Type.Alias).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Placed(live.Schema).Order(StringComparer.Ordinal), shown);
    }

    [Theory]
    [InlineData("/buscar/?q=xqzwv", "0 resultados")]
    [InlineData(RareItems.OnlyOne, "Un resultado")]
    [InlineData("/buscar/?q=aviso&type=newsItem", "1,000 resultados")]
    public async Task lists_have_nothing_or_one_thing_or_a_thousand(string address, string count)
    {
        var page = await browsing.OpenAsync(address);

        var told = await page.InnerTextAsync(".results-count");

        await page.Context.CloseAsync();
        Assert.StartsWith(count, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task every_kind_of_page_is_complete_in_its_picture(int width, ColorScheme scheme)
    {
        var page = await browsing.OpenAsync("/", width, scheme);
        var missing = new List<string>();
        Directory.CreateDirectory(Pictures);

        foreach (var address in browsing.Templates)
        {
            await page.GotoAsync(browsing.Origin + address);
            missing.AddRange(await page.EvaluateAsync<string[]>(
                """
                async address => {
                  const images = [...document.images].filter(image => image.checkVisibility());
                  for (const image of images) image.loading = 'eager';
                  await Promise.allSettled(images.map(image => image.decode()));
                  return images.filter(image => image.naturalWidth === 0).map(image => `${address}: ${image.currentSrc || image.src}`);
                }
                """,
                address));
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"{FileOf(address)}-{width}.png"), FullPage = true });
        }

        await page.Context.CloseAsync();
        Assert.Empty(missing);
    }

    /// <summary>The content types of which there may be items: the others are made of, or go into, these.</summary>
    private static IEnumerable<string> Placed(ContentSchema schema)
    {
        var allowed = schema.Types.SelectMany(type => type.AllowedChildren).ToHashSet();
        return schema.Types.Where(type => type.Kind == ContentTypeKind.Document && (type.AllowedAtRoot || allowed.Contains(type.Key))).Select(type => type.Alias);
    }

    private static string FileOf(string address) => string.Concat(address.Trim('/').Select(letter => char.IsLetterOrDigit(letter) || letter == '-' ? letter : '_')) is { Length: > 0 } name ? name[..Math.Min(name.Length, 80)] : "home";
}

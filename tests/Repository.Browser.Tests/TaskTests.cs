using System.Text;
using Microsoft.Playwright;

namespace Repository.Browser.Tests;

/// <summary>What the three kinds of visitors come for, each in at most six steps from the home page, by keys alone: on a telephone, on a desk, without scripts, and at four times the size.</summary>
public sealed class TaskTests(Browsing browsing)
{
    private const int MostSteps = 6;
    private const int LargestForMessages = 300 * 1024;

    public static TheoryData<int, int, bool> Screens => new() { { 360, 740, true }, { 1280, 900, true }, { 360, 740, false }, { 320, 256, true } };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task a_municipality_finds_a_water_practice_of_its_region_and_prints_its_sheet(int width, int height, bool scripts)
    {
        var walker = await SetOutAsync(width, height, scripts);

        await walker.SearchAsync("agua");
        if (await IsFoldedAsync(walker)) await walker.OpenAsync("details.filters > summary");
        await walker.TickAsync("input[name=region][value=centralValleys]");
        await walker.FollowAsync(".filters button[type=submit]");
        await walker.FollowAsync(".hit[data-section=practicas] .hit-title a");
        var sheet = await PrintedAsync(walker);

        Assert.StartsWith("/practicas/", new Uri(walker.Page.Url).AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Valles Centrales", await walker.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(sheet[..8]), StringComparison.Ordinal);
        Assert.InRange(walker.Steps + 1, 1, MostSteps);
        await walker.Page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task a_communicator_gets_an_infographic_about_open_data_for_messages_with_its_credit(int width, int height, bool scripts)
    {
        var walker = await SetOutAsync(width, height, scripts);

        await walker.SearchAsync("infografía datos abiertos");
        await walker.FollowAsync(".hit[data-section=materiales] .hit-title a");
        var download = await walker.DownloadAsync("a.preset[href*=mensajeria]");

        var file = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal([0xFF, 0xD8, 0xFF], file[..3]);
        Assert.InRange(file.Length, 1, LargestForMessages);
        Assert.Contains("datos abiertos", await walker.Page.InnerTextAsync("main"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("creativecommons.org/licenses/", await walker.Page.InnerTextAsync("#credito-texto"), StringComparison.Ordinal);
        Assert.InRange(walker.Steps, 1, MostSteps);
        await walker.Page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task anyone_sees_what_commitment_eleven_promised_and_what_evidence_there_is(int width, int height, bool scripts)
    {
        var walker = await SetOutAsync(width, height, scripts);

        await walker.FollowAsync("main a[href='/planes/']");
        await walker.FollowAsync("main a[href='/planes/pal-oax-2018/']");
        await walker.FollowAsync("main a[href='/planes/pal-oax-2018/compromiso-11/']");

        var text = await walker.Page.InnerTextAsync("main");
        Assert.Contains("Compromiso 11", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Qué se prometió", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Evidencia", text, StringComparison.OrdinalIgnoreCase);
        Assert.InRange(walker.Steps, 1, MostSteps);
        await walker.Page.Context.CloseAsync();
    }

    private async Task<Walker> SetOutAsync(int width, int height, bool scripts) => new(await browsing.OpenAsync("/", width, scripts: scripts, height: height));

    private static async Task<bool> IsFoldedAsync(Walker walker) => await walker.Page.Locator("details.filters:not([open]) > summary").IsVisibleAsync();

    /// <summary>What the printer gets: of scripts or none.</summary>
    private static async Task<byte[]> PrintedAsync(Walker walker)
    {
        await walker.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        return await walker.Page.PdfAsync(new PagePdfOptions { Format = "Letter" });
    }
}

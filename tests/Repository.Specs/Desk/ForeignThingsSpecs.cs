using System.Net;
using System.Net.Sockets;
using AngleSharp.Html.Parser;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Specs.Seeded;
using Repository.Testing;

namespace Repository.Specs.Desk;

/// <summary>What comes from outside with content: addresses, that lead somewhere, and names of files, that somebody else has chosen.</summary>
public sealed class ForeignThingsSpecs(DeskSite desk) : DeskStory(desk)
{
    private const string EvilName = "<img src=x onerror=alert(1)>' onload=alert(2) {{7*7}}";

    /// <summary>The server follows no link of anybody's: neither when it is saved, checked, compared and looked at, nor when the public reads it.</summary>
    [Fact]
    public async Task no_address_in_content_is_ever_fetched_by_the_server()
    {
        using var bait = new TcpListener(IPAddress.Loopback, 0);
        bait.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)bait.LocalEndpoint).Port}";
        using var ana = Visit();
        var content = Newsroom.APage("Con direcciones de fuera")
            .With("body", $"<p><a href=\"{address}/a\">Una</a> <img src=\"{address}/b.png\" srcset=\"{address}/c.png 2x\" alt=\"\"></p>", Spanish)
            .With("relatedLinks", $$"""[{"name":"Otra","target":null,"udi":null,"url":"{{address}}/e","queryString":null}]""", Spanish);
        var key = await CreateBelowAsync(KeyOf("/acerca/"), content);
        var svg = $"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"><image xlink:href="{address}/f.png" width="9" height="9"/><style>@import url("{address}/g.css");</style></svg>""";

        await ana.UploadAsync("/desk/media/upload", [("dibujo.svg", System.Text.Encoding.UTF8.GetBytes(svg))], ("in", "root"), ("alt", "Un dibujo."), ("publish", "on"));
        foreach (var page in new[] { "", "/preview", "/preview/page", "/review?culture=es-MX", "/history" }) Assert.Equal(HttpStatusCode.OK, (await ana.GetAsync($"/desk/content/{key:d}{page}")).Status);
        await Site.Service<ContentPublishing>().PublishAsync(new Seen(key, (await FindAsync(key)).Version, "ana"), [], Cancellation);
        var path = Routing.PathOf(Site.Live, Site.Live.Find(key)!.In(Spanish)!);
        foreach (var read in new[] { path, $"/umbraco/delivery/api/v2/content/item/{key}", "/api/v1/search?q=direcciones", "/buscar/?q=direcciones" }) await Site.Client.GetStringAsync(new Uri(read, UriKind.Relative), Cancellation);

        Assert.Contains(address, await Site.Client.GetStringAsync(new Uri($"/umbraco/delivery/api/v2/content/item/{key}", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        Assert.False(bait.Pending());
    }

    /// <summary>The name is shown wherever the file is, letter by letter, and is nowhere anything but letters.</summary>
    [Fact]
    public async Task the_name_of_a_file_is_shown_as_letters_in_the_library_the_picker_and_on_the_page()
    {
        using var ana = Visit();
        await ana.UploadAsync("/desk/media/upload", [($"{EvilName}.png", new APicture(6, 5).Png())], ("in", "root"));
        var file = await MediumAsync();
        var key = await CreateBelowAsync(KeyOf("/practicas/"), ItemContent.Named("Con archivo ajeno", Spanish).With("coverImage", $$"""[{"key":"{{Guid.NewGuid():d}}","mediaKey":"{{file:d}}","mediaTypeAlias":"Image","crops":[],"focalPoint":null}]"""), "practice");

        foreach (var address in new[] { "/desk/media?q=onerror", "/desk/media?q=onerror&view=list", $"/desk/content/{file:d}", $"/desk/content/{key:d}", $"/desk/content/deed?do=trash&key={file:n}", $"/desk/media/use?key={file:n}" })
        {
            var seen = await ana.GetAsync(address);
            var page = new HtmlParser().ParseDocument(seen.Html);
            Assert.Contains("onerror=alert(1)", WebUtility.HtmlDecode(seen.Html), StringComparison.Ordinal);
            Assert.Empty(page.QuerySelectorAll("[onerror], [onload], img[src=x], script:not([src])"));
        }

        var offered = await ana.GetAsync("/desk/api/pick?q=onerror");
        var preview = new HtmlParser().ParseDocument((await ana.GetAsync($"/desk/content/{key:d}/preview/page")).Html);
        Assert.DoesNotContain("<img", offered.Html, StringComparison.Ordinal);
        Assert.NotEmpty(preview.QuerySelectorAll("img[src*='/media/']"));
        Assert.Empty(preview.QuerySelectorAll("[onerror], [onload], img[src=x]"));
    }

    private Task<Guid> MediumAsync() => Site.Service<IContentStore>().ReadAsync(
        async reader =>
        {
            await foreach (var record in reader.DraftsAsync())
            {
                if (record.Item.Kind == ItemKind.Media && record.Draft.Content.Names.Values.Any(name => name.Contains("onerror", StringComparison.Ordinal))) return record.Item.Key;
            }

            throw new InvalidOperationException("The file did not come.");
        },
        Cancellation);
}

using System.Net;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Specs.Seeded;

namespace Repository.Specs.Site;

/// <summary>What the schema says is for those at the desk: no address of the public tells it, nor that there is anything.</summary>
public sealed class PrivatePropertySpecs : IAsyncLifetime
{
    private const string Key = "secret";
    private const string Alias = "adviceEmail";
    private const string Address = "zanate-reservado@example.org";

    private TestSite? _site;
    private Guid _practice;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private TestSite Site => _site!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync($"Delivery:ApiKey={Key}");
        _practice = Site.Live.Documents().First(item => item.Type.Alias == "practice" && item.Cultures.Length > 1).Key;
        var room = new Newsroom(Site);
        var draft = await Site.Service<IContentStore>().ReadAsync(async reader => (await reader.RevisionAsync(_practice, (await reader.FindAsync(_practice))!.Revision))!.Content, Cancellation);
        await room.SaveAsync(_practice, draft.With(Alias, Address));
        await room.PublishAsync(_practice);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    [Fact]
    public async Task no_address_of_the_public_tells_it()
    {
        string[] asked = [.. PagesOf(_practice), .. Everywhere, .. Delivered(_practice)];

        foreach (var address in asked)
        {
            foreach (var headers in (string[][])[[], [$"Api-Key: {Key}", "Preview: true"]])
            {
                var reply = await Site.VisitAsync(address, headers);

                Assert.True(reply.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{address} answered {reply.Status}.");
                Assert.True(reply.Body.AsSpan().IndexOf("zanate-reservado"u8) < 0, $"{address} tells it.");
            }
        }
    }

    [Fact]
    public async Task the_delivery_api_knows_no_such_property()
    {
        var api = new Api(Site.Client);

        var item = (await api.GetAsync($"/content/item/{_practice}")).Json.GetProperty("properties");
        var chosen = (await api.GetAsync($"/content/item/{_practice}?fields=properties[{Alias},adviceContact]")).Json.GetProperty("properties");

        Assert.True(item.TryGetProperty("adviceContact", out _));
        Assert.False(item.TryGetProperty(Alias, out _));
        Assert.False(chosen.TryGetProperty(Alias, out _));
    }

    [Fact]
    public async Task nobody_finds_the_practice_by_it()
    {
        foreach (var asked in (string[])["zanate-reservado", Address, "zanate", "reservado@example"])
        {
            var found = (await Site.VisitAsync($"/api/v1/search?q={Uri.EscapeDataString($"\"{asked}\"")}")).Json;

            Assert.DoesNotContain(_practice.ToString(), found.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task it_stays_with_the_draft_and_in_the_files()
    {
        var draft = await Site.Service<IContentStore>().ReadAsync(async reader => (await reader.RevisionAsync(_practice, (await reader.FindAsync(_practice))!.Revision))!.Content, Cancellation);
        var exported = (await new ContentExport(Site.Service<IContentStore>()).ReadAsync(Cancellation)).Single(stored => stored.Item.Key == _practice);

        Assert.Equal(Address, draft.Value(Alias));
        Assert.Equal(Address, exported.Content.Value(Alias));
    }

    private static string[] Everywhere =>
    [
        "/", "/practicas/", "/practicas/?q=reservado", "/buscar/?q=zanate", "/en/buscar/?q=zanate", "/comparar/", "/sitemap.xml", "/robots.txt", "/opensearch.xml",
        "/feeds/practicas.atom", "/sin-conexion/", "/umbraco/swagger/delivery/swagger.json", "/umbraco/swagger/repository/swagger.json",
        "/api/v1/search?q=zanate&facets=type", "/api/v1/suggest?q=zanate", "/api/v1/suggest?q=comit",
    ];

    private string[] PagesOf(Guid key)
    {
        var item = Site.Live.Find(key)!;
        string[] pages = [.. item.Cultures.Select(culture => Routing.PathOf(Site.Live, culture))];
        return [.. pages, .. pages.Select(page => $"/comparar/?a={page}"), $"/participa/contacto/?sobre={key:d}"];
    }

    private static string[] Delivered(Guid key)
    {
        const string Root = "/umbraco/delivery/api/v2/content";
        return
        [
            $"{Root}/item/{key}", $"{Root}/item/{key}?expand=properties[$all]&fields=properties[$all]", $"{Root}/item/{key}?fields=properties[{Alias}]", $"{Root}/items?id={key}",
            $"{Root}?filter=contentType:practice&take=100", $"{Root}?filter=contentType:practice&take=100&expand=properties[$all[properties[$all]]]", $"{Root}?filter={Alias}:{Address}",
            $"{Root}?filter=text:zanate", $"{Root}?sort={Alias}:asc", $"{Root}?filter=contentType:replication&expand=properties[$all[properties[$all]]]&take=100",
        ];
    }
}

using System.Net;

namespace Repository.Specs.Seeded;

public sealed class MediaFileSpecs(SeededSite seeded)
{
    private readonly Api _api = seeded.Api;

    private async Task<string> UrlAsync(string path) => (await _api.GetAsync($"/media/item/{path}")).Json.Text("url");

    [Theory]
    [InlineData("datos abiertos/municipios de oaxaca", "text/csv")]
    [InlineData("graficos/las ocho regiones de oaxaca", "image/svg+xml")]
    [InlineData("documentos/que es una ficha documental", "application/pdf")]
    public async Task a_file_is_served_untouched_and_hardened(string path, string type)
    {
        var item = (await _api.GetAsync($"/media/item/{Uri.EscapeDataString(Accented(path)).Replace("%2F", "/", StringComparison.Ordinal)}")).Json;

        var file = await _api.SendAsync(HttpMethod.Get, item.Text("url"));

        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Equal(type, file.MediaType);
        Assert.Equal(item.GetProperty("bytes").GetInt64(), file.Body.Length);
        Assert.Equal("nosniff", file.Header("X-Content-Type-Options"));
        Assert.Contains("default-src 'none'", file.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(type != "application/pdf", file.Header("Content-Security-Policy")!.Contains("sandbox", StringComparison.Ordinal));
        Assert.NotNull(file.Header("ETag"));
    }

    [Fact]
    public async Task a_file_comes_in_parts_and_only_when_it_changed()
    {
        var url = await UrlAsync("datos%20abiertos/municipios%20de%20oaxaca");
        var whole = await _api.SendAsync(HttpMethod.Get, url);

        var part = await _api.SendAsync(HttpMethod.Get, url, "Range: bytes=10-19");
        var beyond = await _api.SendAsync(HttpMethod.Get, url, "Range: bytes=99999999-");
        var unchanged = await _api.SendAsync(HttpMethod.Get, url, $"If-None-Match: {whole.Header("ETag")}");

        Assert.Equal(HttpStatusCode.PartialContent, part.Status);
        Assert.Equal(whole.Body[10..20], part.Body);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.Status);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.Status);
    }

    [Fact]
    public async Task an_address_with_a_version_is_kept_and_any_other_asked_after()
    {
        var url = await UrlAsync("datos%20abiertos/municipios%20de%20oaxaca");

        var versioned = await _api.SendAsync(HttpMethod.Get, $"{url}?v=1");
        var plain = await _api.SendAsync(HttpMethod.Get, url);
        var head = await _api.SendAsync(HttpMethod.Head, url);

        Assert.Contains("immutable", versioned.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Contains("no-cache", plain.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, plain.Header("ETag"), 0), (head.Status, head.Header("ETag"), head.Body.Length));
    }

    [Theory]
    [InlineData("datos%20abiertos/municipios%20de%20oaxaca", true)]
    [InlineData("gr%C3%A1ficos/las%20ocho%20regiones%20de%20oaxaca", false)]
    [InlineData("documentos/qu%C3%A9%20es%20una%20ficha%20documental", false)]
    public async Task what_browsers_do_not_show_is_downloaded(string path, bool isDownloaded)
    {
        var file = await _api.SendAsync(HttpMethod.Get, await UrlAsync(path));

        Assert.Equal(isDownloaded, file.Header("Content-Disposition")?.StartsWith("attachment", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public async Task a_tag_is_the_hash_that_the_item_tells()
    {
        var item = (await _api.GetAsync("/media/item/datos%20abiertos/municipios%20de%20oaxaca")).Json;

        var file = await _api.SendAsync(HttpMethod.Get, item.Text("url"));

        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.Body));
        Assert.Equal(hash, item.GetProperty("properties").Text("fileHash"));
        Assert.Equal($"\"{hash}\"", file.Header("ETag"));
    }

    [Theory]
    [InlineData("/media/nada/nada.csv")]
    [InlineData("/media/")]
    [InlineData("/media/../repository.db")]
    [InlineData("/media/..%2frepository.db")]
    [InlineData("/media/%2e%2e/repository.db")]
    [InlineData("/media/....//repository.db")]
    [InlineData("/media/%00")]
    public async Task nothing_else_can_be_read(string address) =>
        Assert.Contains((await _api.SendAsync(HttpMethod.Get, address)).Status, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.BadRequest]);

    private static string Accented(string path) => path.Replace("graficos", "gráficos", StringComparison.Ordinal).Replace("que es", "qué es", StringComparison.Ordinal);
}

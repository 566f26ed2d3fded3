using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Repository.Specs.Delivery;
using Repository.Testing;
using Repository.Web.Media.Uploads;

namespace Repository.Specs.Media;

/// <summary>Files over the web: closed to whoever is not let in, and whole or not at all for whoever is.</summary>
public sealed class UploadSpecs(UploadSite open, VillageSite village) : IClassFixture<UploadSite>
{
    private const string Root = "/desk/media/uploads";

    private TestSite Site => open.Site;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("POST", Root)]
    [InlineData("PATCH", $"{Root}/0123456789abcdef0123456789abcdef")]
    [InlineData("DELETE", $"{Root}/0123456789abcdef0123456789abcdef")]
    [InlineData("GET", Root)]
    [InlineData("OPTIONS", Root)]
    [InlineData("PUT", $"{Root}/x")]
    [InlineData("POST", "/DESK/MEDIA/uploads")]
    public async Task whoever_is_not_let_in_is_told_so(string method, string path)
    {
        var answer = await village.Site.SendAsync(new HttpMethod(method), path, ("Upload-Length", "5"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.StartsWith("application/problem+json", answer.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal("signInRequired", answer.Json.Text("code"));
    }

    [Fact]
    public async Task nobody_reads_a_byte_of_what_a_stranger_sends()
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", village.Site.Client.BaseAddress!.Port, Cancellation);
        await using var stream = client.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {Root} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 2000000000\r\nExpect: 100-continue\r\n\r\n"), Cancellation);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(Cancellation);

        Assert.StartsWith("HTTP/1.1 401", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("100 Continue", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_small_file_comes_as_a_form()
    {
        using var form = new MultipartFormDataContent { { new StringContent("Una asamblea."), "alt" }, { new StringContent("true"), "publish" }, { new StringContent("ccBy40"), "licence" } };
        form.Add(new ByteArrayContent(RealFiles.Bytes("foto.jpg")), "file", "Asamblea.jpg");

        using var answer = await Site.Client.PostAsync(Root, form, Cancellation);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var url = await UrlAsync(answer);
        Assert.Equal(HttpStatusCode.OK, (await Site.GetAsync(url)).Status);
        Assert.Equal(url, answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("pagina.html", "<html><script>alert(1)</script>", 415, "unsupportedFile")]
    [InlineData("vacio.png", "", 422, "emptyFile")]
    [InlineData("dibujo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", 422, "invalidItem")]
    public async Task what_is_not_fit_is_refused_with_a_code_and_a_reason(string name, string content, int status, string code)
    {
        using var form = new MultipartFormDataContent { { new StringContent("true"), "publish" } };
        form.Add(new ByteArrayContent(MadeFiles.Text(content)), "file", name);

        using var answer = await Site.Client.PostAsync(Root, form, Cancellation);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(code, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement.Text("code"));
        Assert.Empty(Aside());
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=b", "")]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\nabc")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: nonsense\r\n\r\nabc\r\n--b--\r\n")]
    public async Task a_form_that_is_none_is_refused(string type, string body)
    {
        using var content = new ByteArrayContent(MadeFiles.Text(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = await Site.Client.PostAsync(Root, content, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(Aside());
    }

    [Fact]
    public async Task a_large_file_comes_bit_by_bit_over_breaks_and_restarts()
    {
        var whole = RealFiles.Bytes("hoja.pdf");
        var upload = await CreateAsync(whole.Length, ("filename", "Hoja grande.pdf"), ("publish", "true"));

        using var first = await PatchAsync(upload, 0, whole[..300]);
        await BreakAsync(upload, 300, whole[300..500], whole.Length - 300);
        await open.RestartAsync();
        var offset = await OffsetAsync(upload);
        using var last = await PatchAsync(upload, offset, whole[offset..]);

        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.InRange(offset, 300, 500);
        Assert.Equal(HttpStatusCode.OK, last.StatusCode);
        var file = await Site.Client.GetByteArrayAsync(await UrlAsync(last), Cancellation);
        Assert.Equal(whole, file);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.SendAsync(HttpMethod.Head, upload)).Status);
        Assert.Empty(Aside());
    }

    [Fact]
    public async Task a_part_goes_where_the_file_ends_and_nowhere_else()
    {
        var upload = await CreateAsync(10, ("filename", "a.pdf"));

        using var beyond = await PatchAsync(upload, 5, [1, 2]);
        using var tooMuch = await PatchAsync(upload, 0, new byte[11]);
        using var asRange = await SendPartAsync(upload, [1, 2], content => content.Headers.ContentRange = new ContentRangeHeaderValue(0, 1, 10));
        using var without = await SendPartAsync(upload, [1, 2], _ => { });

        Assert.Equal(HttpStatusCode.Conflict, beyond.StatusCode);
        Assert.Equal("0", beyond.Headers.GetValues("Upload-Offset").Single());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooMuch.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, asRange.StatusCode);
        Assert.Equal(2, await OffsetAsync(upload));
        await Site.SendAsync(HttpMethod.Delete, upload);
    }

    [Fact]
    public async Task an_upload_that_is_given_up_is_gone_and_one_that_is_not_fit_is_refused_at_its_end()
    {
        var given = await CreateAsync(10, ("filename", "a.pdf"));
        var unfit = await CreateAsync(4, ("filename", "a.png"));

        var deleted = await Site.SendAsync(HttpMethod.Delete, given);
        using var refused = await PatchAsync(unfit, 0, MadeFiles.Text("MZ\0\0"));

        Assert.Equal(HttpStatusCode.NoContent, deleted.Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.SendAsync(HttpMethod.Head, given)).Status);
        Assert.Empty(Aside());
    }

    [Theory]
    [InlineData("Upload-Length", "-1")]
    [InlineData("Upload-Length", "many")]
    [InlineData("Upload-Length", "99999999999")]
    [InlineData("Upload-Metadata", "filename ###")]
    public async Task an_upload_that_makes_no_sense_is_not_begun(string header, string value)
    {
        var answer = await Site.SendAsync(HttpMethod.Post, Root, header == "Upload-Length" ? [(header, value)] : [("Upload-Length", "5"), (header, value)]);

        Assert.True((int)answer.Status is 400 or 413);
    }

    [Fact]
    public void what_nobody_finishes_expires()
    {
        using var folder = new TemporaryFolder();
        var clock = new Later();
        var uploads = new UploadStore(folder.Path, clock);
        var upload = uploads.Create(10, "a.pdf", "ana", new Dictionary<string, string>());
        Assert.NotNull(uploads.Find(upload.Id.ToString("n"), "ana"));
        Assert.Null(uploads.Find(upload.Id.ToString("n"), "luis"));

        clock.Offset = UploadStore.Patience + TimeSpan.FromMinutes(1);
        var expired = uploads.Find(upload.Id.ToString("n"), "ana");
        uploads.RemoveExpired();

        Assert.Null(expired);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    /// <summary>What lies where unfinished files lie.</summary>
    private string[] Aside() =>
        [.. new[] { "files/incoming", "uploads" }.Select(name => Path.Combine(open.DataPath, name)).Where(Directory.Exists).SelectMany(folder => Directory.GetFiles(folder))];

    private async Task<string> CreateAsync(long length, params (string Word, string Text)[] told)
    {
        var metadata = string.Join(',', told.Select(pair => $"{pair.Word} {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair.Text))}"));
        var answer = await Site.SendAsync(HttpMethod.Post, Root, ("Upload-Length", length.ToString(CultureInfo.InvariantCulture)), ("Upload-Metadata", metadata), ("Tus-Resumable", "1.0.0"));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Header("Location")!;
    }

    private Task<HttpResponseMessage> PatchAsync(string upload, long offset, byte[] part) =>
        SendPartAsync(upload, part, content => content.Headers.TryAddWithoutValidation("X-Offset", offset.ToString(CultureInfo.InvariantCulture)), offset);

    private async Task<HttpResponseMessage> SendPartAsync(string upload, byte[] part, Action<HttpContent> prepare, long? offset = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, upload) { Content = new ByteArrayContent(part) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        if (offset is { } at) request.Headers.TryAddWithoutValidation("Upload-Offset", at.ToString(CultureInfo.InvariantCulture));
        prepare(request.Content);
        return await Site.Client.SendAsync(request, Cancellation);
    }

    /// <summary>A connection that ends in the middle of what it announced.</summary>
    private async Task BreakAsync(string upload, long offset, byte[] part, long announced)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Site.Client.BaseAddress!.Port, Cancellation);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"PATCH {upload} HTTP/1.1\r\nHost: x\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: {offset}\r\nContent-Length: {announced}\r\n\r\n"), Cancellation);
        await stream.WriteAsync(part, Cancellation);
        client.Client.Shutdown(SocketShutdown.Send);
        try
        {
            using var reader = new StreamReader(stream);
            await reader.ReadToEndAsync(Cancellation);
        }
        catch (IOException)
        {
            // The server hangs up as well.
        }
    }

    private async Task<int> OffsetAsync(string upload) => int.Parse((await Site.SendAsync(HttpMethod.Head, upload)).Header("Upload-Offset")!, CultureInfo.InvariantCulture);

    private static async Task<string> UrlAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement.Text("url");

    private sealed class Later : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;
    }
}

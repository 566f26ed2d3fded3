using System.Net;
using System.Net.Http.Headers;
using Repository.Core.Content;
using Repository.Core.Workflow;
using Repository.Testing;

namespace Repository.Specs.Desk;

/// <summary>Files over the web come from whoever is signed in and writes somewhere, and stand in the change log under their key.</summary>
public sealed class UploadGateSpecs(DeskKit desk) : IClassFixture<DeskKit>
{
    private const string Root = "/desk/media/uploads";

    [Theory]
    [InlineData(Role.Communicator)]
    [InlineData(Role.Systematiser)]
    public async Task whoever_writes_brings_files_under_their_own_key(Role role)
    {
        using var browser = await desk.SignInAsync(role);

        var answer = await browser.SendAsync(AFile(await browser.TokenAsync()));

        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        var key = answer.Json.GetProperty("id").GetGuid();
        var item = await desk.Site.Service<IContentStore>().ReadAsync(reader => reader.FindAsync(key), TestContext.Current.CancellationToken);
        Assert.Equal(browser.Account.Person.By, item!.CreatedBy);
    }

    [Fact]
    public async Task a_large_file_comes_bit_by_bit_and_belongs_to_who_began_it()
    {
        using var browser = await desk.SignInAsync(Role.Communicator);
        using var other = await desk.SignInAsync(Role.Communicator);
        var begin = new HttpRequestMessage(HttpMethod.Post, Root) { Headers = { { "Upload-Length", "5" }, { "RequestVerificationToken", await browser.TokenAsync() } } };

        var begun = await browser.SendAsync(begin);
        var seen = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, begun.Location));
        var foreign = await other.SendAsync(new HttpRequestMessage(HttpMethod.Head, begun.Location));

        Assert.Equal(HttpStatusCode.Created, begun.Status);
        Assert.Equal("0", seen.Headers["Upload-Offset"]);
        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("CfDJ8invented")]
    public async Task without_the_pages_token_in_the_header_nothing_is_taken(string? token)
    {
        using var browser = await desk.SignInAsync(Role.Communicator);

        var answer = await browser.SendAsync(AFile(token, inForm: await browser.TokenAsync()));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("badToken", answer.Json.GetProperty("code").GetString());
    }

    [Fact]
    public async Task whoever_writes_nowhere_brings_nothing()
    {
        using var browser = await desk.SignInAsync(Role.Translator);

        var answer = await browser.SendAsync(AFile(await browser.TokenAsync()));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    private static HttpRequestMessage AFile(string? token, string inForm = "")
    {
        var form = new MultipartFormDataContent { { new StringContent("Una asamblea."), "alt" }, { new StringContent(inForm), "Token" } };
        form.Add(new ByteArrayContent(RealFiles.Bytes("foto.jpg")) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } }, "file", "Asamblea.jpg");
        var request = new HttpRequestMessage(HttpMethod.Post, Root) { Content = form };
        if (token is not null) request.Headers.Add("RequestVerificationToken", token);
        return request;
    }
}

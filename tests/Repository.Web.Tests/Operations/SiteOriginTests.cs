using Microsoft.AspNetCore.Http;
using Repository.Web.Operations;

namespace Repository.Web.Tests.Operations;

public sealed class SiteOriginTests
{
    [Theory]
    [InlineData("https", "practicas.example", "", "https://practicas.example/")]
    [InlineData("http", "127.0.0.1:5080", "", "http://127.0.0.1:5080/")]
    [InlineData("https", "practicas.example", "/repositorio", "https://practicas.example/repositorio/")]
    public void the_site_is_called_as_the_reader_calls_it(string scheme, string host, string folder, string expected)
    {
        var http = Asked(scheme, host, folder);

        Assert.Equal(expected, SiteOrigin.Of(http).AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a:b:c")]
    [InlineData("ñ ñ")]
    public void a_reader_who_names_no_host_gets_an_address_all_the_same(string host) => Assert.Equal("http://localhost/", SiteOrigin.Of(Asked("http", host, "")).AbsoluteUri);

    private static DefaultHttpContext Asked(string scheme, string host, string folder) => new() { Request = { Scheme = scheme, Host = new HostString(host), PathBase = folder } };
}

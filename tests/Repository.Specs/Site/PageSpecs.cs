using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Repository.Core.Schema;
using Repository.Specs.Delivery;
using Repository.Specs.Seeded;
using Repository.Web.Resources;
using Repository.Web.Site.Pages;

namespace Repository.Specs.Site;

/// <summary>Every item has one page at one address, and a browser that has it need not fetch it again.</summary>
public sealed class PageSpecs(SeededSite seeded, VillageSite village)
{
    private TestSite Site => seeded.Site;

    [Fact]
    public void every_content_type_has_a_page_of_its_own()
    {
        var schema = Site.Service<ContentSchema>();

        var places = schema.Placed();

        Assert.All(places, type => Assert.True(ItemPages.Know(type.Alias), $"Nobody says how the page of \"{type.Alias}\" is made."));
    }

    [Theory]
    [InlineData("/practicas", "/practicas/")]
    [InlineData("/Practicas/", "/practicas/")]
    [InlineData("/practicas//", "/practicas/")]
    [InlineData("/practicas?theme=territory&q=%C3%B1", "/practicas/?theme=territory&q=%C3%B1")]
    [InlineData("/inicio/", "/")]
    [InlineData("/en", "/en/")]
    [InlineData("/buscar?q=agua", "/buscar/?q=agua")]
    [InlineData("/en/buscar", "/en/buscar/")]
    public async Task other_spellings_lead_to_the_one_address(string asked, string address)
    {
        var reply = await Site.VisitAsync(asked);

        Assert.Equal(HttpStatusCode.PermanentRedirect, reply.Status);
        Assert.Equal(address, reply.Header("Location"));
    }

    [Fact]
    public async Task a_page_that_the_browser_has_is_not_sent_again_until_something_is_published()
    {
        await using var own = await VillageSite.StartAsync();
        var known = $"If-None-Match: {(await own.Site.VisitAsync("/practicas/")).Header("ETag")}";
        var before = await own.Site.VisitAsync("/practicas/", known);

        await own.Site.RenameAsync("faena", "Faena nueva");
        var after = await own.Site.VisitAsync("/practicas/", known);

        Assert.Equal(HttpStatusCode.NotModified, before.Status);
        Assert.Empty(before.Body);
        Assert.Equal("public, no-cache", before.Header("Cache-Control"));
        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Contains("Faena nueva", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task two_questions_to_one_list_are_two_pages()
    {
        var whole = await Site.VisitAsync("/practicas/");

        var asked = await Site.VisitAsync("/practicas/?q=agua", $"If-None-Match: {whole.Header("ETag")}");

        Assert.Equal(HttpStatusCode.OK, asked.Status);
    }

    [Fact]
    public async Task whatever_fails_on_our_side_is_told_to_people_on_a_page()
    {
        await using var broken = await TestSite.StartAsync(services => services.AddSingleton<IStringLocalizer<SiteTexts>>(provider => new BrokenTexts(provider.GetRequiredService<IStringLocalizerFactory>())));

        var reply = await broken.VisitAsync("/practicas/");

        Assert.Equal(HttpStatusCode.InternalServerError, reply.Status);
        Assert.Equal("text/html", reply.MediaType);
        Assert.Contains("<h1>Algo falló de nuestro lado</h1>", reply.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"es-MX\">", reply.Text, StringComparison.Ordinal);
        Assert.Equal("no-store", reply.Header("Cache-Control"));
        Assert.Contains("default-src 'none'", reply.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Null(reply.Header("ETag"));
        Assert.DoesNotContain("Exception", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task no_page_sets_a_cookie_or_holds_a_form_that_sends_anything_away()
    {
        foreach (var address in (string[])["/", "/buscar/?q=agua", "/practicas/", "/no-existe/", "/materiales/"])
        {
            var reply = await Site.VisitAsync(address);

            Assert.Null(reply.Header("Set-Cookie"));
            Assert.DoesNotContain("method=\"post\"", reply.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task browsers_are_told_to_run_and_fetch_only_what_is_the_sites_own()
    {
        foreach (var address in (string[])["/", "/buscar/", "/no-existe/"])
        {
            var reply = await Site.VisitAsync(address);

            var policy = reply.Header("Content-Security-Policy")!;
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", reply.Header("X-Content-Type-Options"));
            Assert.DoesNotContain(" style=\"", reply.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("<style", reply.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task a_wrong_address_gets_a_page_that_helps()
    {
        var reply = await Site.VisitAsync("/practicas/siembra-de-agua-que-no-existe/");

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.Equal("text/html", reply.MediaType);
        Assert.Contains("role=\"search\"", reply.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/practicas/\"", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"canonical\"", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/umbraco/nada")]
    [InlineData("/desk")]
    [InlineData("/api/v1/nada")]
    [InlineData("/media/nada.png")]
    [InlineData("/healthz/nada")]
    [InlineData("/kits/nada")]
    public async Task a_program_gets_no_page(string address)
    {
        var reply = await Site.VisitAsync(address);

        Assert.NotEqual("text/html", reply.MediaType);
    }

    [Fact]
    public async Task nothing_can_be_sent_to_a_page()
    {
        var reply = await new Api(Site.Client).SendAsync(HttpMethod.Post, "/practicas/");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, reply.Status);
        Assert.Equal("GET, HEAD", reply.Header("Allow"));
    }

    [Fact]
    public async Task what_is_not_public_has_no_page()
    {
        foreach (var address in (string[])["/practicas/practica-reservada/", "/practicas/practica-reservada/replica-reservada/", "/practicas/practica-retirada/", "/practicas/borrador-de-practica/", "/practicas/practica-en-la-papelera/"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await village.Site.VisitAsync(address)).Status);
        }
    }

    [Fact]
    public async Task an_old_address_leads_to_the_new_one()
    {
        await using var own = await VillageSite.StartAsync();
        var before = await own.Site.VisitAsync("/practicas/faena/");
        await own.Site.RenameAsync("faena", "Faena nueva");

        var reply = await own.Site.VisitAsync("/practicas/faena/?q=a");

        Assert.Equal(HttpStatusCode.OK, before.Status);
        Assert.Equal(HttpStatusCode.MovedPermanently, reply.Status);
        Assert.Equal("/practicas/faena-nueva/?q=a", reply.Header("Location"));
    }

    [Fact]
    public async Task a_page_is_written_in_the_language_of_its_address()
    {
        var english = await Site.PageAsync("/en/practices/");
        var spanish = await Site.PageAsync("/practicas/");

        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("Skip to content", english, StringComparison.Ordinal);
        foreach (var page in (string[])[english, spanish])
        {
            Assert.Contains($"<link rel=\"alternate\" hreflang=\"es-MX\" href=\"{Site.Client.BaseAddress}practicas/\">", page, StringComparison.Ordinal);
            Assert.Contains($"<link rel=\"alternate\" hreflang=\"en\" href=\"{Site.Client.BaseAddress}en/practices/\">", page, StringComparison.Ordinal);
            Assert.Contains($"<link rel=\"alternate\" hreflang=\"x-default\" href=\"{Site.Client.BaseAddress}practicas/\">", page, StringComparison.Ordinal);
        }

        Assert.Contains("<html lang=\"es-MX\">", spanish, StringComparison.Ordinal);
        Assert.Contains("Ir al contenido", spanish, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_style_sheet_is_kept_for_good_and_comes_compressed()
    {
        var home = await Site.PageAsync("/");
        var address = Visitor.LinksOf(home).First(link => link.EndsWith("site.css", StringComparison.Ordinal));

        var reply = await Site.VisitAsync(address, "Accept-Encoding: br, gzip");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal("br", reply.Header("Content-Encoding"));
        Assert.Equal("public, max-age=31536000, immutable", reply.Header("Cache-Control"));
        Assert.Equal(HttpStatusCode.NotFound, (await Site.VisitAsync("/recursos/0/no-existe.css")).Status);
        Assert.Equal("public, no-cache", (await Site.VisitAsync("/recursos/0/site.css")).Header("Cache-Control"));
    }

    [Fact]
    public async Task where_reading_needs_a_key_there_is_no_site()
    {
        await using var closed = await TestSite.StartAsync("Delivery:PublicAccess=false", "Delivery:ApiKey=secreto");

        Assert.Equal(HttpStatusCode.NotFound, (await closed.VisitAsync("/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await closed.VisitAsync("/buscar/?q=agua")).Status);
    }

    /// <summary>Every page asks for the text that is broken here; the page about failures does not.</summary>
    private sealed class BrokenTexts(IStringLocalizerFactory factory) : IStringLocalizer<SiteTexts>
    {
        private readonly IStringLocalizer _texts = factory.Create(typeof(SiteTexts));

        public LocalizedString this[string name] => name == "Layout.Skip" ? throw new InvalidOperationException("A text is broken.") : _texts[name];

        public LocalizedString this[string name, params object[] arguments] => _texts[name, arguments];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => _texts.GetAllStrings(includeParentCultures);
    }
}

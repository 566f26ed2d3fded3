using System.Net;
using Repository.Core.Publishing;
using Repository.Specs.Delivery;
using Repository.Specs.Seeded;

namespace Repository.Specs.Site;

/// <summary>Whoever comes by the address of something that was withdrawn learns that it was there, and where to go on. Of what was never public nobody learns anything.</summary>
public sealed class GoneSpecs : IAsyncLifetime
{
    private const string Faena = "/practicas/faena/";

    private VillageSite? _village;

    private TestSite Site => _village!.Site;

    public async ValueTask InitializeAsync() => _village = await VillageSite.StartAsync();

    public ValueTask DisposeAsync() => _village?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task a_withdrawn_page_says_so_and_helps_on()
    {
        await Site.UnpublishAsync("faena");

        var reply = await Site.VisitAsync(Faena);

        Assert.Equal(HttpStatusCode.Gone, reply.Status);
        Assert.Contains("Esta página se retiró", reply.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"q\" value=\"faena\"", reply.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/practicas/\"><strong>Prácticas</strong></a>", reply.Text, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"canonical\"", reply.Text, StringComparison.Ordinal);
        Assert.Equal("no-cache", reply.Header("Cache-Control"));
        Assert.Equal(HttpStatusCode.NotFound, (await Site.VisitAsync("/practicas/faena-que-no-hubo/")).Status);
    }

    [Fact]
    public async Task what_is_in_the_bin_or_deleted_for_good_is_gone_also_after_a_restart()
    {
        await Site.TrashAsync("faena");
        var binned = await StatusAsync(Site, Faena);
        await Site.DeleteAsync("faena");

        await using var restarted = await _village!.AnotherAsync();

        Assert.Equal(HttpStatusCode.Gone, binned);
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(Site, Faena));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(restarted, Faena));
    }

    [Fact]
    public async Task whatever_stood_below_a_withdrawn_section_is_gone_with_it()
    {
        await Site.UnpublishAsync("practicas");
        await Site.TrashAsync("planes");

        foreach (var address in (string[])["/planes/", Faena, "/practicas/asamblea-de-la-milpa/replica-en-la-costa/", "/en/practices/nandu/", "/planes/plan-de-accion-2018/compromiso-1/"])
        {
            Assert.True(await StatusAsync(Site, address) == HttpStatusCode.Gone, address);
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Site, "/practicas/practica-reservada/"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Site, "/practicas/borrador-de-practica/"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Site, "/practicas/faena/no-hubo/"));
    }

    [Fact]
    public async Task of_what_is_restricted_nothing_is_told_however_it_went()
    {
        const string Nandu = "/practicas/nandu-arbol-canada-br/";
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Site, Nandu));
        await Site.UnpublishAsync("faena");
        await Site.RestrictAsync("faena");
        await Site.RestrictAsync("nandu");
        await Site.TrashAsync("nandu");
        await Site.UnpublishAsync("restricted");

        await using var restarted = await _village!.AnotherAsync();

        foreach (var site in (TestSite[])[Site, restarted])
        {
            foreach (var address in (string[])[Faena, Nandu, "/en/practices/nandu/", "/practicas/practica-reservada/", "/practicas/practica-reservada/replica-reservada/"])
            {
                Assert.True(await StatusAsync(site, address) == HttpStatusCode.NotFound, address);
            }
        }

        await Site.DeleteAsync("nandu");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Site, Nandu));
        await Site.RestrictAsync("faena", restricted: false);
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync(Site, Faena));
    }

    [Fact]
    public async Task a_page_that_was_withdrawn_in_one_language_stays_in_the_other()
    {
        await Site.UnpublishAsync("nandu", Village.English);

        var reply = await Site.VisitAsync("/en/practices/nandu/");

        Assert.Equal(HttpStatusCode.Gone, reply.Status);
        Assert.Contains("This page was withdrawn", reply.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Site, "/practicas/nandu-arbol-canada-br/"));
    }

    [Fact]
    public async Task what_comes_back_is_there_and_so_is_what_takes_its_place()
    {
        await Site.UnpublishAsync("faena");
        await Site.UnpublishAsync("tequio");
        await Site.PublishAsync("faena");

        await Site.RenameAsync("asamblea", "Tequio para el camino de saca");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Site, Faena));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Site, "/practicas/tequio-para-el-camino-de-saca/"));
        Assert.Equal(HttpStatusCode.MovedPermanently, await StatusAsync(Site, "/practicas/asamblea-de-la-milpa/"));
    }

    [Fact]
    public async Task programs_are_told_what_they_always_were()
    {
        await Site.UnpublishAsync("faena");

        var reply = await new Api(Site.Client).GetAsync($"/content/item{Faena}");

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.IsType<RouteMatch.Gone>(Routing.Match(Site.Live, Faena, null, null));
    }

    private static async Task<HttpStatusCode> StatusAsync(TestSite site, string address) => (await site.VisitAsync(address)).Status;
}

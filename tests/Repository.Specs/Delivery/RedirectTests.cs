using System.Net;

namespace Repository.Specs.Delivery;

/// <summary>Old addresses lead to the new ones: contract, section 6.</summary>
public sealed class RedirectTests : IAsyncLifetime
{
    private VillageSite? _village;

    private TestSite Site => _village!.Site;

    public async ValueTask InitializeAsync() => _village = await VillageSite.StartAsync("Delivery:ApiKey=secreto");

    public ValueTask DisposeAsync() => _village?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task a_renamed_item_answers_at_its_old_path_with_its_route_and_its_start_item()
    {
        await Site.RenameAsync("tequio", "Tequio nuevo");

        var answer = await Site.GetAsync("content/item/practicas/tequio-para-el-camino-de-saca/");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.Status);
        Assert.Equal("/practicas/tequio-nuevo/", answer.Header("Location"));
        Assert.Equal("inicio", answer.Header("Location-Start-Item-Path"));
        Assert.Equal(AnItem.KeyOf("home").ToString(), answer.Header("Location-Start-Item-Id"));
        Assert.Equal(HttpStatusCode.OK, (await Site.GetAsync("content/item/practicas/tequio-nuevo")).Status);
    }

    [Fact]
    public async Task a_renamed_section_leads_everything_below_it_along()
    {
        await Site.RenameAsync("paginas", "Textos");
        await Site.RenameAsync("acerca", "Sobre el repositorio");

        var deep = await Site.GetAsync("content/item/PAGINAS/acerca/segunda/tercera");
        var half = await Site.GetAsync("content/item/textos/acerca/segunda");

        Assert.Equal("/textos/sobre-el-repositorio/segunda/tercera/", deep.Header("Location"));
        Assert.Equal("/textos/sobre-el-repositorio/segunda/", half.Header("Location"));
    }

    [Fact]
    public async Task a_moved_item_is_found_from_where_it_was()
    {
        await Site.MoveAsync("tercera", "acerca");

        var answer = await Site.GetAsync("content/item/paginas/acerca/segunda/tercera");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.Status);
        Assert.Equal("/paginas/acerca/tercera/", answer.Header("Location"));
    }

    [Fact]
    public async Task what_lies_below_a_moved_item_is_found_from_where_it_was_and_so_is_what_was_renamed_before()
    {
        await Site.RenameAsync("tercera", "Tercera renovada");
        await Site.MoveAsync("segunda", "paginas");
        await Site.RenameAsync("segunda", "Segunda renovada");

        var below = await Site.GetAsync("content/item/paginas/acerca/segunda/tercera");
        var itself = await Site.GetAsync("content/item/paginas/acerca/segunda");
        var between = await Site.GetAsync("content/item/paginas/segunda");

        Assert.Equal("/paginas/segunda-renovada/tercera-renovada/", below.Header("Location"));
        Assert.Equal("/paginas/segunda-renovada/", itself.Header("Location"));
        Assert.Equal("/paginas/segunda-renovada/", between.Header("Location"));
    }

    [Fact]
    public async Task what_does_not_vary_redirects_in_every_language()
    {
        await Site.SaveAsync("replica", content => content.WithName("Réplica en la sierra"));
        await Site.PublishAsync("replica");

        foreach (var culture in (string[])["es-MX", "en", "xx"])
        {
            var answer = await Site.GetAsync("content/item/practicas/asamblea-de-la-milpa/replica-en-la-costa", ("Accept-Language", culture));

            Assert.Equal("/practicas/asamblea-de-la-milpa/replica-en-la-sierra/", answer.Header("Location"));
        }
    }

    [Fact]
    public async Task the_old_english_address_leads_to_the_new_english_one()
    {
        await Site.RenameAsync("nandu", "The Nandu", Village.English);

        var prefixed = await Site.GetAsync("content/item/en/practices/nandu");
        var asked = await Site.GetAsync("content/item/practices/nandu", ("Accept-Language", "en"));

        Assert.Equal("/en/practices/the-nandu/", prefixed.Header("Location"));
        Assert.Equal("/en/practices/the-nandu/", asked.Header("Location"));
        Assert.Equal("home", asked.Header("Location-Start-Item-Path"));
    }

    [Fact]
    public async Task a_new_item_at_the_old_address_ends_the_redirect()
    {
        await Site.RenameAsync("faena", "Trabajo común");
        await Site.RenameAsync("asamblea", "Faena", segment: "faena");

        var answer = await Site.GetAsync("content/item/practicas/faena");

        Assert.Equal(AnItem.KeyOf("asamblea"), answer.Json.Key());
    }

    [Fact]
    public async Task a_redirect_to_what_is_restricted_or_gone_is_none()
    {
        await Site.RenameAsync("asamblea", "Reunión");
        await Site.RestrictAsync("asamblea");

        var restricted = await Site.GetAsync("content/item/practicas/asamblea-de-la-milpa");
        var below = await Site.GetAsync("content/item/practicas/asamblea-de-la-milpa/replica-en-la-costa");

        Assert.Equal(HttpStatusCode.NotFound, restricted.Status);
        Assert.Equal(HttpStatusCode.NotFound, below.Status);
    }

    [Fact]
    public async Task a_letter_outside_ascii_is_encoded_in_the_header()
    {
        await Site.RenameAsync("folleto", "Folleto", segment: "水の冊子");

        var answer = await Site.GetAsync("content/item/materiales/folleto-del-agua");

        Assert.Equal("/materiales/%E6%B0%B4%E3%81%AE%E5%86%8A%E5%AD%90/", answer.Header("Location"));
        Assert.Equal(AnItem.KeyOf("folleto"), (await Site.JsonAsync($"content/item{answer.Header("Location")}")).Key());
    }

    [Fact]
    public async Task a_list_does_not_follow_old_addresses()
    {
        await Site.RenameAsync("paginas", "Textos");

        Assert.Equal(0, (await Site.GetAsync("content?fetch=children:/paginas")).Total);
        Assert.Equal(2, (await Site.GetAsync("content?fetch=children:/textos")).Total);
    }
}

using System.Net;
using Repository.Specs.Delivery;
using Repository.Specs.Seeded;

namespace Repository.Specs.Site;

/// <summary>Practices side by side: up to four, chosen by links, kept in the address.</summary>
public sealed class CompareSpecs(SeededSite seeded, VillageSite village) : IAsyncLifetime
{
    private string[] _keys = [];

    private TestSite Site => seeded.Site;

    public async ValueTask InitializeAsync() => _keys = [.. (await seeded.Api.ItemsAsync("?filter=contentType:practice&take=6")).Select(practice => practice.Id())];

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task two_practices_stand_side_by_side_in_a_table()
    {
        var page = await Site.PageAsync($"/comparar/?p={_keys[0]}&p={_keys[1]}");

        Assert.Contains("<table class=\"compare compare-2\">", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("<th scope=\"col\">").Length - 1);
        foreach (var row in (string[])["Región", "Principios de gobierno abierto", "Fuentes", "Indicadores", "Tipo de ficha"]) Assert.Contains($">{row}</span>", page, StringComparison.Ordinal);
        Assert.Contains("tabindex=\"0\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task rows_that_differ_are_marked_and_rows_that_nobody_fills_are_not_there()
    {
        var different = await Site.PageAsync($"/comparar/?p={_keys[0]}&p={_keys[1]}");

        Assert.Contains("<tr class=\"differs\">", different, StringComparison.Ordinal);
        var sheet = different[different.IndexOf(">Tipo de ficha</span>", StringComparison.Ordinal)..];
        Assert.True(sheet.IndexOf("</tr>", StringComparison.Ordinal) < sheet.IndexOf("difieren", StringComparison.Ordinal));
        Assert.DoesNotContain("Tequios al año", different, StringComparison.Ordinal);
    }

    [Fact]
    public async Task each_can_be_taken_away_and_another_one_added_while_the_others_stay()
    {
        var page = await Site.PageAsync($"/comparar/?p={_keys[0]}&p={_keys[1]}&municipio=20452");

        Assert.Contains($"href=\"/comparar/?p={_keys[1]}&amp;municipio=20452\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/practicas/?p={_keys[0]}&amp;p={_keys[1]}&amp;municipio=20452\"", page, StringComparison.Ordinal);
        var list = await Site.PageAsync($"/practicas/?p={_keys[0]}&p={_keys[1]}&sort=title");
        Assert.Contains("Elegiste 2 prácticas", list, StringComparison.Ordinal);
        Assert.Matches($"href=\"/comparar/\\?p={_keys[0]}&amp;p={_keys[1]}&amp;p=[0-9a-f-]+\"", list);
        Assert.Contains($"href=\"/practicas/?sort=title&amp;p={_keys[0]}&amp;p={_keys[1]}&amp;skip=20\"", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task practices_lead_to_the_comparison_from_their_page_and_from_lists()
    {
        var practice = (await seeded.Api.ItemsAsync("?filter=contentType:practice&take=1"))[0];
        var address = $"href=\"/comparar/?p={practice.Id()}\"";

        Assert.Contains(address, await Site.PageAsync(practice.GetProperty("route").GetProperty("path").GetString()!), StringComparison.Ordinal);
        Assert.Contains(address, await Site.PageAsync("/practicas/"), StringComparison.Ordinal);
        Assert.DoesNotContain("/comparar/", (await Site.PageAsync("/materiales/")).Split("<footer")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "Todavía no has elegido ninguna práctica.")]
    [InlineData(1, "Para comparar hacen falta dos por lo menos.")]
    [InlineData(6, "Solo caben 4 prácticas")]
    public async Task too_few_and_too_many_are_told_in_a_sentence(int count, string sentence)
    {
        var page = await Site.PageAsync($"/comparar/?{string.Join('&', _keys.Take(count).Select(key => $"p={key}"))}");

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Equal(count > 1, page.Contains("<table class=\"compare compare-4\">", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("p=nada")]
    [InlineData("p=00000000-0000-0000-0000-000000000001")]
    [InlineData("p=<script>alert(1)</script>")]
    [InlineData("p=%00&p=%ED%A0%80")]
    public async Task what_is_no_practice_is_left_out_and_the_page_says_so(string query)
    {
        var page = await Site.PageAsync($"/comparar/?{query}&p={_keys[0]}&p={_keys[1]}");

        Assert.Contains("no es una práctica publicada", page, StringComparison.Ordinal);
        Assert.Contains("<table class=\"compare compare-2\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_same_one_twice_is_one()
    {
        var page = await Site.PageAsync($"/comparar/?p={_keys[0]}&p={_keys[0].ToUpperInvariant()}&p={Guid.Parse(_keys[0]):N}");

        Assert.Contains("hacen falta dos por lo menos", page, StringComparison.Ordinal);
        Assert.DoesNotContain("no es una práctica publicada", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_not_public_cannot_be_compared()
    {
        var live = village.Site.Live;
        var open = live.Documents().First(item => item.Type.Alias == "practice").Key;
        foreach (var handle in (string[])["restricted", "draft", "withdrawn", "binned", "replica", "ejemplo"])
        {
            var page = await village.Site.PageAsync($"/comparar/?p={open}&p={AnItem.KeyOf(handle)}");

            Assert.Contains("no es una práctica publicada", page, StringComparison.Ordinal);
            Assert.DoesNotContain("reservada", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<table class=\"compare", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task it_says_how_far_each_is_from_the_municipality_of_the_visitor()
    {
        var far = (await seeded.Api.GetAsync("/content/item/practicas/sistema-de-cargos/")).Json.Id();

        var page = await Site.PageAsync($"/comparar/?p={far}&p={_keys[0]}&municipio=20452");

        Assert.Contains("Distancia desde tu municipio", page, StringComparison.Ordinal);
        Assert.Contains("A unos 55 km", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/practicas/sistema-de-cargos/?municipio=20452\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/comparar", "/comparar/")]
    [InlineData("/Comparar/?p=x", "/comparar/?p=x")]
    [InlineData("/en/comparar", "/en/comparar/")]
    [InlineData("/mi-municipio?nombre=x", "/mi-municipio/?nombre=x")]
    public async Task other_spellings_lead_to_the_one_address(string asked, string address)
    {
        var reply = await Site.VisitAsync(asked);

        Assert.Equal(HttpStatusCode.PermanentRedirect, reply.Status);
        Assert.Equal(address, reply.Header("Location"));
    }
}

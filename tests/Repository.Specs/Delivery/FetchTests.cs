using System.Net;
using Repository.Specs.Seeded;

namespace Repository.Specs.Delivery;

/// <summary>Ancestors, children and descendants of something: contract, section 3.1.</summary>
public sealed class FetchTests(VillageSite village, SeededSite seeded)
{
    private TestSite Site => village.Site;

    [Theory]
    [InlineData("children:/paginas", "Acerca|Noticia")]
    [InlineData("children:/paginas/", "Acerca|Noticia")]
    [InlineData("children:paginas", "Acerca|Noticia")]
    [InlineData("children:PAGINAS", "Acerca|Noticia")]
    [InlineData("CHILDREN:/paginas", "Acerca|Noticia")]
    [InlineData("children://paginas//", "Acerca|Noticia")]
    [InlineData("children:paginas%2F", "Acerca|Noticia")]
    [InlineData("children: /paginas ", "Acerca|Noticia")]
    [InlineData("Descendants:/paginas", "Acerca|Segunda|Tercera|Noticia")]
    [InlineData("ancestors:/paginas/acerca/segunda", "Inicio|Páginas|Acerca")]
    [InlineData("ancestors:/", "")]
    [InlineData("children:/paginas/acerca/segunda/tercera", "")]
    [InlineData("children:/planes/plan-de-accion-2018/compromiso-1/", "Actividad 1.1")]
    public async Task a_target_is_found_by_its_path(string fetch, string names) =>
        Assert.Equal(names, string.Join('|', await Site.NamesAsync($"fetch={fetch}")));

    [Theory]
    [InlineData("children", "Segunda")]
    [InlineData("descendants", "Segunda|Tercera")]
    [InlineData("ancestors", "Inicio|Páginas")]
    public async Task a_target_is_found_by_its_key(string kind, string names)
    {
        var key = AnItem.KeyOf("acerca");

        Assert.Equal(names, string.Join('|', await Site.NamesAsync($"fetch={kind}:{key}")));
        Assert.Equal(names, string.Join('|', await Site.NamesAsync($"fetch={kind}:{key:n}")));
        Assert.Equal(names, string.Join('|', await Site.NamesAsync($"fetch={kind}:{key.ToString().ToUpperInvariant()}")));
    }

    [Fact]
    public async Task the_slash_is_the_first_root()
    {
        var children = await Site.NamesAsync("fetch=children:/");
        var descendants = await Site.ListAsync("fetch=descendants:/");

        Assert.Equal(["Prácticas", "Municipios", "Vocabularios", "Planes", "Materiales", "Páginas"], children);
        Assert.All(descendants, item => Assert.Equal(AnItem.KeyOf("home"), item.GetProperty("route").GetProperty("startItem").Key()));
    }

    [Theory]
    [InlineData("children:")]
    [InlineData("descendants:")]
    [InlineData("ancestors:")]
    [InlineData("children:/nada/de/nada")]
    [InlineData("children:11111111-1111-1111-1111-111111111111")]
    [InlineData("children:not-a-guid")]
    [InlineData("children:/paginas/%00")]
    [InlineData("children:/..")]
    public async Task a_target_that_does_not_exist_has_nobody(string fetch)
    {
        var answer = await Site.GetAsync($"content?fetch={fetch}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("""{"total":0,"items":[]}""", answer.Text);
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("restricted")]
    [InlineData("withdrawn")]
    [InlineData("orphan")]
    [InlineData("binned")]
    [InlineData("infographics")]
    public async Task what_the_public_does_not_see_has_nobody_either(string handle)
    {
        foreach (var kind in (string[])["children", "descendants", "ancestors"])
        {
            Assert.Empty(await Site.NamesAsync($"fetch={kind}:{AnItem.KeyOf(handle)}"));
        }
    }

    [Theory]
    [InlineData("siblings:/")]
    [InlineData("child:/")]
    [InlineData("children")]
    [InlineData(":/")]
    [InlineData("/paginas")]
    [InlineData("children;/")]
    public async Task another_kind_is_refused(string fetch)
    {
        var answer = await Site.GetAsync($"content?fetch={fetch}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Selector option not found", answer.Json.Text("title"));
    }

    [Theory]
    [InlineData("fetch=")]
    [InlineData("fetch=%20")]
    [InlineData("fetch")]
    [InlineData("other=children:/paginas")]
    [InlineData("filter[]=contentType:page")]
    public async Task an_empty_fetch_and_unknown_parameters_are_as_none(string query) =>
        Assert.Equal((await Site.GetAsync("content")).Text, (await Site.GetAsync($"content?{query}")).Text);

    [Fact]
    public async Task of_several_the_first_counts() =>
        Assert.Equal(["Acerca", "Noticia"], await Site.NamesAsync("fetch=children:/paginas&fetch=children:/"));

    [Fact]
    public async Task a_path_with_a_language_prefix_and_a_path_in_the_asked_language_find_the_same_target()
    {
        var asked = await Site.NamesAsync("fetch=children:/pages", ("Accept-Language", "en"));
        var prefixed = await Site.NamesAsync("fetch=children:/en/pages", ("Accept-Language", "en"));
        var spanish = await Site.NamesAsync("fetch=children:/en/pages");

        Assert.Equal(["About"], asked);
        Assert.Equal(asked, prefixed);
        Assert.Equal(["Acerca", "Noticia"], spanish);
    }

    [Fact]
    public async Task the_children_in_a_language_are_the_children_whatever_their_unseen_siblings_have_below_them()
    {
        var children = await Site.NamesAsync("fetch=children:/practices", ("Accept-Language", "en"));
        var descendants = await Site.NamesAsync("fetch=descendants:/practices", ("Accept-Language", "en"));

        Assert.Equal(["Communal work for the road", "Nandu"], children);
        Assert.Equal(["Réplica en la costa", "Communal work for the road", "Nandu"], descendants);
    }

    [Fact]
    public async Task children_and_descendants_and_ancestors_agree_over_the_whole_seed()
    {
        var parents = await seeded.Site.ListAsync("fields=&filter=contentType:home,section,vocabulary,actionPlan,commitment,programme,programmeNode");

        foreach (var parent in parents)
        {
            var children = await seeded.Site.ListAsync($"fields=&fetch=children:{parent.Key()}");
            var descendants = await seeded.Site.ListAsync($"fields=&fetch=descendants:{parent.Key()}");
            var byPath = await seeded.Site.ListAsync($"fields=&fetch=descendants:{parent.Path()}");

            Assert.Equal(descendants.Select(item => item.Key()), byPath.Select(item => item.Key()));
            Assert.All(children, child => Assert.Contains(child.Key(), descendants.Select(item => item.Key())));
            Assert.All(descendants, item => Assert.StartsWith(parent.Path(), item.Path(), StringComparison.Ordinal));
            foreach (var child in children.Take(1).Concat(children.TakeLast(1)))
            {
                var ancestors = await seeded.Site.ListAsync($"fields=&fetch=ancestors:{child.Key()}");
                Assert.Equal(parent.Key(), ancestors[^1].Key());
            }
        }
    }
}

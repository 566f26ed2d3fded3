using System.Globalization;
using System.Net;
using System.Text;
using Repository.Specs.Seeded;

namespace Repository.Specs.Delivery;

/// <summary>Items by their address: contract, section 6.</summary>
public sealed class PathTests(VillageSite village, SeededSite seeded)
{
    private const string Item = $"{DeliveryClient.Root}/content/item";

    private TestSite Site => village.Site;

    [Fact]
    public async Task every_item_is_the_same_by_key_by_path_and_among_several_in_every_language()
    {
        foreach (var culture in (string[])[Village.Spanish, Village.English, "xx-YY"])
        {
            foreach (var item in await Site.ListAsync("fields=", ("Accept-Language", culture)))
            {
                // Only in Spanish two roots are seen, and with them two items of one path.
                (string, string)[] below = culture == Village.Spanish ? [("Start-Item", item.GetProperty("route").GetProperty("startItem").Key().ToString())] : [];
                var byKey = await Site.GetAsync($"content/item/{item.Key()}", ("Accept-Language", culture));
                var byPath = await Site.GetAsync($"content/item{item.Path()}", [("Accept-Language", culture), .. below]);
                var several = await Site.GetAsync($"content/items?id={item.Key()}", ("Accept-Language", culture));

                Assert.Equal(HttpStatusCode.OK, byKey.Status);
                Assert.Equal(byKey.Text, byPath.Text);
                Assert.Equal($"[{byKey.Text}]", several.Text);
            }
        }
    }

    [Fact]
    public async Task every_item_of_the_seed_is_found_by_its_path_and_by_each_of_its_cultures()
    {
        foreach (var item in await seeded.Site.ListAsync("fields="))
        {
            var byPath = await seeded.Site.JsonAsync($"content/item{item.Path()}?fields=");

            Assert.Equal(item.GetRawText(), byPath.GetRawText());
            foreach (var culture in item.GetProperty("cultures").EnumerateObject().Where(culture => culture.Name != Village.Spanish))
            {
                var translated = await seeded.Site.JsonAsync($"content/item{culture.Value.Text("path")}?fields=");

                Assert.Equal(item.Key(), translated.Key());
                Assert.Equal(culture.Value.Text("path"), translated.Path());
            }
        }
    }

    [Fact]
    public async Task several_by_key_come_in_the_order_asked_for_once_each_and_without_the_unknown()
    {
        string[] handles = ["acerca", "home", "replica", "acerca", "draft", "restricted", "orphan", "binned", "map", "tequio"];

        var several = await Site.JsonAsync($"content/items?{string.Join('&', handles.Select(handle => $"id={AnItem.KeyOf(handle)}"))}&id=11111111-1111-1111-1111-111111111111");

        Assert.Equal(["acerca", "home", "replica", "tequio"], several.EnumerateArray().Select(item => handles.First(handle => AnItem.KeyOf(handle) == item.Key())));
    }

    [Theory]
    [InlineData("practicas/tequio-para-el-camino-de-saca")]
    [InlineData("/practicas/tequio-para-el-camino-de-saca/")]
    [InlineData("//practicas//tequio-para-el-camino-de-saca//")]
    [InlineData("practicas%2Ftequio-para-el-camino-de-saca")]
    [InlineData("%2Fpracticas%2ftequio-para-el-camino-de-saca%2F")]
    [InlineData("PRACTICAS/Tequio-Para-El-Camino-De-Saca")]
    [InlineData("pr%61cticas/tequio-para-el-camino-de-saca")]
    [InlineData("x/../practicas/tequio-para-el-camino-de-saca")]
    [InlineData("./practicas/tequio-para-el-camino-de-saca")]
    public async Task a_path_may_be_written_in_many_ways(string path)
    {
        var answer = await Site.GetRawAsync($"{Item}/{path}");

        Assert.Equal(200, answer?.Status);
        Assert.Contains(AnItem.KeyOf("tequio").ToString(), answer!.Value.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("//")]
    [InlineData("/%2F")]
    [InlineData("/%2f%2F")]
    [InlineData("/inicio")]
    [InlineData("/INICIO/")]
    public async Task an_empty_path_is_the_first_root(string path)
    {
        var answer = await Site.GetRawAsync($"{Item}{path}");

        Assert.Equal(200, answer?.Status);
        Assert.Contains($"\"id\":\"{AnItem.KeyOf("home")}\"", answer!.Value.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_root_has_the_path_of_a_root_and_is_found_by_its_own_segment()
    {
        var other = await Site.JsonAsync("content/item/otra-casa");

        Assert.Equal(AnItem.KeyOf("casa"), other.Key());
        Assert.Equal("/", other.Path());
        Assert.Equal("otra-casa", other.GetProperty("route").GetProperty("startItem").Text("path"));
    }

    [Fact]
    public async Task the_same_path_below_two_roots_is_that_of_the_first_and_one_that_only_the_second_has_is_found_there()
    {
        var both = await Site.JsonAsync("content/item/practicas");
        var below = await Site.JsonAsync("content/item/practicas", ("Start-Item", "otra-casa"));
        var only = await Site.JsonAsync("content/item/solo-aqui");

        Assert.Equal(AnItem.KeyOf("practicas"), both.Key());
        Assert.Equal(AnItem.KeyOf("casa-practicas"), below.Key());
        Assert.Equal(both.Path(), below.Path());
        Assert.Equal(AnItem.KeyOf("solo-aqui"), only.Key());
    }

    [Fact]
    public async Task items_of_one_name_have_paths_of_their_own()
    {
        var paths = (await Site.ListAsync("filter=name:faena")).Select(item => item.Path()).ToArray();

        Assert.Equal(2, paths.Length);
        Assert.Equal(2, paths.Distinct().Count());
    }

    [Theory]
    [InlineData("draft", "practicas/borrador-de-practica")]
    [InlineData("restricted", "practicas/practica-reservada")]
    [InlineData("restricted-replica", "practicas/practica-reservada/replica-reservada")]
    [InlineData("withdrawn", "practicas/practica-retirada")]
    [InlineData("orphan", "practicas/practica-retirada/replica-huerfana")]
    [InlineData("binned", "practicas/practica-en-la-papelera")]
    [InlineData("map", "infografias-y-mas/mapas/mapa")]
    public async Task what_the_public_does_not_see_is_unknown_by_key_and_by_path(string handle, string path)
    {
        var byKey = await Site.GetAsync($"content/item/{AnItem.KeyOf(handle)}");
        var byPath = await Site.GetAsync($"content/item/{path}");
        var everything = await Site.GetAsync("content?take=1000&expand=properties[$all]");

        Assert.Equal(HttpStatusCode.NotFound, byKey.Status);
        Assert.Equal(HttpStatusCode.NotFound, byPath.Status);
        Assert.DoesNotContain(everything.Ids, id => id == AnItem.KeyOf(handle));
    }

    [Theory]
    [InlineData("content/item/nada")]
    [InlineData("content/item/practicas/nada/de/nada")]
    [InlineData("content/item/11111111-1111-1111-1111-111111111111")]
    [InlineData("content/item/11111111-1111-1111-1111-11111111111")]
    [InlineData("content/item/preview-11111111-1111-1111-1111-111111111111")]
    [InlineData("media/item/nada")]
    [InlineData("media/item/")]
    [InlineData("media/item/11111111-1111-1111-1111-111111111111")]
    public async Task the_unknown_is_answered_with_the_frameworks_problem(string path)
    {
        var answer = await Site.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.StartsWith("application/problem+json", answer.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal("Not Found", answer.Json.Text("title"));
        Assert.Equal(404, answer.Json.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("d")]
    [InlineData("n")]
    [InlineData("b")]
    public async Task a_key_may_be_written_as_the_framework_reads_it(string format)
    {
        var key = AnItem.KeyOf("acerca").ToString(format, CultureInfo.InvariantCulture).ToUpperInvariant();

        Assert.Equal("Acerca", (await Site.JsonAsync($"content/item/{key}")).Text("name"));
        Assert.Equal("Acerca", (await Site.JsonAsync($"content/item/{key}/")).Text("name"));
    }

    [Theory]
    [InlineData("/umbraco/delivery/api/v2/content/", 200)]
    [InlineData("/UMBRACO/Delivery/API/V2/Content", 200)]
    [InlineData("/umbraco/delivery/api/v2/content/ITEM/", 200)]
    [InlineData("/umbraco/delivery/api/v2/content/Items/", 200)]
    [InlineData("/umbraco/delivery/api/v2/media/?fetch=children:/", 200)]
    [InlineData("/umbraco/delivery/api/v2/media/items/", 200)]
    [InlineData("/umbraco/delivery/api/v1/content", 404)]
    [InlineData("/umbraco/delivery/api/v1/content/item/", 404)]
    [InlineData("/umbraco/delivery/api/v3/content", 404)]
    [InlineData("/umbraco/delivery/api/v2", 404)]
    [InlineData("/umbraco/delivery/api/v2/contents", 404)]
    [InlineData("/umbraco/delivery/api/v2/content/nothing", 404)]
    public async Task endpoints_are_found_in_any_case_and_with_a_slash_behind(string path, int status) =>
        Assert.Equal(status, (int)(await Site.GetAsync(path)).Status);

    [Fact]
    public async Task accents_are_the_same_letters_composed_or_not()
    {
        var names = "infografías y más/asamblea paso a paso";

        var composed = await Site.JsonAsync($"media/item/{Uri.EscapeDataString(names)}");
        var decomposed = await Site.JsonAsync($"media/item/{Uri.EscapeDataString(names.Normalize(NormalizationForm.FormD))}");

        Assert.Equal(AnItem.KeyOf("assembly-image"), composed.Key());
        Assert.Equal(AnItem.KeyOf("assembly-image"), decomposed.Key());
    }
}

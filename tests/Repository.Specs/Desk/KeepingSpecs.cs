using System.Net;
using Repository.Core.Content;
using Repository.Core.Workflow;

namespace Repository.Specs.Desk;

/// <summary>What is written is not lost: unsaved states, two people at once, other languages, a look at the page.</summary>
public sealed class KeepingSpecs(WritingDesk desk) : IClassFixture<WritingDesk>
{
    [Fact]
    public async Task what_was_kept_unsaved_is_there_again_and_makes_no_revision()
    {
        using var ana = desk.Somebody();
        using var beto = desk.Somebody(name: "Beto");
        var key = desk.One("practice");
        var before = await desk.DraftAsync(key);
        var form = await ana.OpenAsync(key);
        form["v/paidStaff"] = "doce";
        form["v/problem"] = "A medio escribir";

        using var kept = await ana.AskAsync(HttpMethod.Put, $"/desk/api/content/{key:d}/working-copy", form);
        var again = await ana.OpenAsync(key);
        var others = await beto.OpenAsync(key);

        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Equal(before, await desk.DraftAsync(key));
        Assert.Equal("doce", again["v/paidStaff"]);
        Assert.Equal("A medio escribir", again["v/problem"]);
        Assert.NotNull(again.Page.QuerySelector("[data-unsaved]"));
        Assert.NotEqual("doce", others["v/paidStaff"]);
        Assert.Null(others.Page.QuerySelector("[data-unsaved]"));
    }

    [Fact]
    public async Task what_was_kept_unsaved_can_be_thrown_away()
    {
        using var ana = desk.Somebody();
        var key = desk.One("actor");
        var form = await ana.OpenAsync(key);
        form["v/acronym"] = "XYZ";
        (await ana.AskAsync(HttpMethod.Put, $"/desk/api/content/{key:d}/working-copy", form)).Dispose();

        using var discarded = await ana.AskAsync(HttpMethod.Post, $"/desk/content/{key:d}/discard", form);

        Assert.Equal(HttpStatusCode.SeeOther, discarded.StatusCode);
        Assert.NotEqual("XYZ", (await ana.OpenAsync(key))["v/acronym"]);
    }

    [Fact]
    public async Task nothing_is_kept_without_the_pages_own_token()
    {
        using var ana = desk.Somebody();
        var key = desk.One("practice");
        var form = await ana.OpenAsync(key);
        form["Token"] = "";

        using var refused = await ana.AskAsync(HttpMethod.Put, $"/desk/api/content/{key:d}/working-copy", form);
        using var stranger = await desk.Site.Client.GetAsync($"/desk/api/content/{key:d}/presence", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    [Fact]
    public async Task a_second_save_is_compared_field_by_field_and_overwrites_nothing()
    {
        using var ana = desk.Somebody();
        using var beto = desk.Somebody(name: "Beto");
        var key = desk.Site.Live.Documents().Where(item => item.Type.Alias == "practice").Skip(1).First().Key;
        var (first, second) = (await ana.OpenAsync(key), await beto.OpenAsync(key));
        first["v/problem"] = "Como lo cuenta Ana";
        first["v/paidStaff"] = "2";
        second["v/problem"] = "Como lo cuenta Beto";
        second["v/volunteers"] = "30";

        await ana.SendAsync(first);
        var merging = await beto.SendAsync(second);

        Assert.Contains("Reunir dos textos", merging.Page.Title, StringComparison.Ordinal);
        Assert.Equal("Como lo cuenta Ana", (await desk.DraftAsync(key)).Content.Value("problem", "es-MX"));
        Assert.Contains("Como lo cuenta Beto", merging.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mine", merging["m/volunteers/"]);
        Assert.Equal("Theirs", merging["m/paidStaff/"]);
        Assert.Equal("Theirs", merging["m/problem/es-MX"]);

        merging["m/problem/es-MX"] = "Both";
        var merged = await beto.SendAsync(merging);

        var draft = await desk.DraftAsync(key);
        Assert.Equal(200, merged.Status);
        Assert.Equal("Como lo cuenta Ana\n\nComo lo cuenta Beto", draft.Content.Value("problem", "es-MX"));
        Assert.Equal("2", draft.Content.Value("paidStaff"));
        Assert.Equal("30", draft.Content.Value("volunteers"));
        Assert.Equal(beto.Person.By, draft.By);
        Assert.Null((await beto.OpenAsync(key)).Page.QuerySelector("[data-unsaved]"));
    }

    [Fact]
    public async Task whoever_else_has_it_open_is_named()
    {
        using var ana = desk.Somebody();
        using var beto = desk.Somebody(name: "Beto");
        var key = desk.Site.Live.Documents().Last(item => item.Type.Alias == "practice" && item.In("en") is null).Key;

        (await ana.GetAsync($"/desk/api/content/{key:d}/presence")).Dispose();
        using var answer = await beto.GetAsync($"/desk/api/content/{key:d}/presence");

        Assert.Contains("Ana", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_wrong_and_what_is_lacking_is_told_while_somebody_writes()
    {
        using var ana = desk.Somebody();
        var form = await ana.OpenAsync($"/desk/content/new?type=practice&key={Guid.NewGuid():d}");
        form["$name"] = "Nueva";
        form["v/paidStaff"] = "x";

        using var answer = await ana.AskAsync(HttpMethod.Post, $"/desk/api/content/{form["$key"]}/check", form);
        var told = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("v/paidStaff", told, StringComparison.Ordinal);
        Assert.Contains("lacking", told, StringComparison.Ordinal);
        Assert.Contains("v/summary", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_picker_offers_what_its_settings_allow_by_the_beginnings_of_words()
    {
        using var ana = desk.Somebody();
        var municipalities = desk.Site.Service<Core.Schema.ContentSchema>().DataTypes.First(type => type.Name == "Municipios").Key;

        using var answer = await ana.GetAsync($"/desk/api/pick?type={municipalities:d}&q=tlaxiaco");
        var offered = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Tlaxiaco", offered, StringComparison.Ordinal);
        Assert.DoesNotContain("Práctica", offered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task names_that_are_nearly_there_are_told()
    {
        using var ana = desk.Somebody();
        var known = desk.Site.Live.Documents().First(item => item.Type.Alias == "practice").In("es-MX")!.Name;

        using var answer = await ana.GetAsync($"/desk/api/content/alike?type=practice&name={Uri.EscapeDataString(known)}&except={Guid.NewGuid():d}");

        Assert.Contains("umb://document/", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_translation_changes_its_language_and_no_other()
    {
        using var translator = desk.Somebody(Role.Translator);
        using var ana = desk.Somebody();
        var key = desk.Site.Live.Documents().First(item => item.Type.Alias == "practice" && item.In("en") is null).Key;
        var before = await desk.DraftAsync(key);

        var form = await translator.OpenAsync($"/desk/content/{key:d}/translate/en");
        form["$name"] = "A practice in English";
        form["v/summary"] = "Families look after the spring.";
        form.Add("v/paidStaff", "99");
        var saved = await translator.SendAsync(form);

        var after = await desk.DraftAsync(key);
        Assert.Equal(200, saved.Status);
        Assert.Equal(before.Content.WithName("A practice in English", "en").With("summary", "Families look after the spring.", "en"), after.Content);
        Assert.Null(saved.Page.QuerySelector(".note.warn:not([hidden])"));

        var original = await ana.OpenAsync(key);
        original["v/summary"] = "Ahora dice otra cosa.";
        await ana.SendAsync(original);

        Assert.Contains("cambió después de la última traducción", (await translator.OpenAsync($"/desk/content/{key:d}/translate/en")).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_second_translation_of_the_same_language_is_compared_and_overwrites_nothing()
    {
        using var tere = desk.Somebody(Role.Translator, "Tere");
        using var luis = desk.Somebody(Role.Translator, "Luis");
        var key = desk.Site.Live.Documents().Last(item => item.Type.Alias == "practice" && item.In("en") is null).Key;
        var address = $"/desk/content/{key:d}/translate/en";
        var (hers, his) = (await tere.OpenAsync(address), await luis.OpenAsync(address));
        his["$name"] = "Town of Luis";
        await luis.SendAsync(his);

        hers["$name"] = "Town of Tere";
        var compared = await tere.SendAsync(hers);
        var between = (await desk.DraftAsync(key)).Content.Name("en");
        compared["m//en"] = "Mine";
        await tere.SendAsync(compared);

        Assert.Contains("Town of Luis", compared.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Town of Tere", compared.Page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal("Town of Luis", between);
        Assert.Equal("Town of Tere", (await desk.DraftAsync(key)).Content.Name("en"));
    }

    [Fact]
    public async Task the_preview_shows_the_saved_draft_to_whoever_is_signed_in()
    {
        using var ana = desk.Somebody();
        var key = desk.Site.Live.Documents().Where(item => item.Type.Alias == "practice").Skip(2).First().Key;
        var form = await ana.OpenAsync(key);
        form["v/summary"] = "Un resumen que nadie ha publicado.";
        await ana.SendAsync(form);

        using var page = await ana.GetAsync($"/desk/content/{key:d}/preview/page");
        using var stranger = await desk.Site.Client.GetAsync($"/desk/content/{key:d}/preview/page", TestContext.Current.CancellationToken);

        var markup = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Un resumen que nadie ha publicado.", markup, StringComparison.Ordinal);
        Assert.Contains("noindex", page.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.SeeOther, stranger.StatusCode);
        Assert.Equal(200, (await ana.OpenAsync($"/desk/content/{key:d}/preview?width=360")).Status);
    }

    [Fact]
    public async Task an_unsaved_new_item_is_found_again_by_its_address()
    {
        using var ana = desk.Somebody();
        var address = $"/desk/content/new?type=newsItem&key={Guid.NewGuid():d}";
        var form = await ana.OpenAsync(address);
        form["$name"] = "Una noticia a medias";

        (await ana.AskAsync(HttpMethod.Put, $"/desk/api/content/{form["$key"]}/working-copy", form)).Dispose();

        Assert.Equal("Una noticia a medias", (await ana.OpenAsync(address))["$name"]);
        Assert.Null(await desk.Site.Service<IContentStore>().ReadAsync(reader => reader.FindAsync(Guid.Parse(form["$key"])), TestContext.Current.CancellationToken));
    }
}

using System.Net;
using Repository.Specs.Seeded;
using Repository.Core.Content;
using Repository.Core.Workflow;

namespace Repository.Specs.Desk;

/// <summary>The tree, the lists and what is done there to several items, as whoever works there meets them.</summary>
public sealed class TreeSpecs(DeskSite desk) : DeskStory(desk)
{
    [Fact]
    public async Task a_section_lists_its_drafts_with_their_states_beside_the_tree()
    {
        using var ana = Visit();
        var about = KeyOf("/acerca/");
        var draft = await Desk.CreateAsync("/acerca/", Newsroom.APage("Página sin terminar"));

        var list = await ana.GetAsync($"/desk/content?in={about:n}");

        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Contains($"<a class=\"name\" href=\"/desk/content/{draft:d}\">Página sin terminar</a>", list.Html, StringComparison.Ordinal);
        Assert.Contains("Borrador", list.Text, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"page\">Acerca", list.Html, StringComparison.Ordinal);
        Assert.Contains("no-store", (await Site.Client.GetAsync(new Uri("/desk/content", UriKind.Relative), Cancellation)).Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task drafts_are_found_by_their_titles_whatever_the_accents_and_narrowed_by_state_and_by_what_they_lack()
    {
        using var ana = Visit();
        await Desk.CreateAsync("/acerca/", Newsroom.APage("Árbol de pendientes"));

        var found = await ana.GetAsync("/desk/content?q=arbol+PENDIENTES");
        var published = await ana.GetAsync("/desk/content?q=arbol+pendientes&state=published");
        var lacking = await ana.GetAsync("/desk/content?q=arbol&lacks=translation");

        Assert.Contains("Árbol de pendientes", found.Text, StringComparison.Ordinal);
        Assert.Contains("1 resultado.", found.Text, StringComparison.Ordinal);
        Assert.Contains("Nada coincide", published.Text, StringComparison.Ordinal);
        Assert.Contains("Árbol de pendientes", lacking.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_can_be_published_is_and_what_cannot_says_why()
    {
        using var ana = Visit();
        var good = await Desk.CreateAsync("/acerca/", Newsroom.APage("Lista para publicar"));
        var bad = await Desk.CreateAsync("/practicas/", ItemContent.Named("Práctica a medias", Spanish), "practice");

        var report = await ana.ConfirmAsync($"/desk/content/deed?do=publish&key={good:n}&key={bad:n}");

        Assert.Contains("Se publicó «Lista para publicar».", report.Text, StringComparison.Ordinal);
        Assert.Contains("No se hizo con 1 elemento", report.Text, StringComparison.Ordinal);
        Assert.Contains("Práctica a medias", report.Text, StringComparison.Ordinal);
        Assert.NotNull(Site.Live.Find(good));
        Assert.Null(Site.Live.Find(bad));
    }

    [Fact]
    public async Task a_branch_goes_into_the_bin_and_comes_back_whole_to_where_it_was()
    {
        using var ana = Visit();
        var key = await Desk.CreateAsync("/acerca/", Newsroom.APage("Rama que se pierde"));

        await ana.ConfirmAsync($"/desk/content/deed?do=trash&key={key:n}");
        var bin = await ana.GetAsync("/desk/trash");
        var back = await ana.ConfirmAsync($"/desk/content/deed?do=restore&key={key:n}");
        var about = await ana.GetAsync($"/desk/content?in={KeyOf("/acerca/"):n}");

        Assert.Contains("Rama que se pierde", bin.Text, StringComparison.Ordinal);
        Assert.Contains("Se restauró «Rama que se pierde».", back.Text, StringComparison.Ordinal);
        Assert.Contains("Rama que se pierde", about.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_was_below_a_section_that_is_gone_asks_for_another_place()
    {
        using var ana = Visit();
        var about = KeyOf("/acerca/");
        var holder = await Desk.CreateAsync("/acerca/", Newsroom.APage("Sección que se va"));
        var child = await CreateBelowAsync(holder, Newsroom.APage("Hija"));
        await Desk.TrashAsync(child);
        await Desk.TrashAsync(holder);
        await ana.ConfirmAsync($"/desk/content/deed?do=delete&key={holder:n}");

        var asked = await ana.GetAsync($"/desk/content/deed?do=restore&key={child:n}");
        var restored = await ana.ConfirmAsync($"/desk/content/deed?do=restore&key={child:n}&to={about:n}");

        Assert.Contains("El lugar de donde venía ya no está.", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Se restauró «Hija».", restored.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task items_move_to_a_place_that_is_chosen_step_by_step_and_nowhere_they_may_not_stand()
    {
        using var ana = Visit();
        var key = await Desk.CreateAsync("/acerca/", Newsroom.APage("Página viajera"));
        var (elsewhere, practice) = (KeyOf("/participa/"), APractice());

        var wrong = await ana.GetAsync($"/desk/content/deed?do=move&key={key:n}&to={practice:n}");
        var moved = await ana.ConfirmAsync($"/desk/content/deed?do=move&key={key:n}&to={elsewhere:n}");

        Assert.Contains("no puede estar aquí", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Se movió «Página viajera».", moved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task siblings_are_sorted_by_buttons_alone()
    {
        using var ana = Visit();
        var section = await Desk.CreateAsync("/acerca/", Newsroom.APage("Sección ordenada"));
        var first = await CreateBelowAsync(section, Newsroom.APage("Uno"));
        var second = await CreateBelowAsync(section, Newsroom.APage("Dos"));

        var sorted = await ana.ConfirmAsync($"/desk/content/sort?in={section:n}", ("item", $"{first:n}"), ("item", $"{second:n}"), ("up", $"{second:n}"));

        Assert.Contains("El nuevo orden quedó guardado.", sorted.Text, StringComparison.Ordinal);
        var children = await Site.Service<IContentStore>().ReadAsync(reader => reader.ChildrenAsync(ItemKind.Document, section), Cancellation);
        Assert.Equal([second, first], children.Select(child => child.Key));
    }

    [Fact]
    public async Task a_list_is_kept_under_a_name_and_forgotten_again()
    {
        using var ana = Visit();

        var kept = await ana.SendAsync("/desk/content", "/desk/views", ("name", "Sin traducir"), ("list", "content"), ("query", "lacks=translation"), ("return", "/desk/content"));
        var forgotten = await ana.SendAsync("/desk/content", "/desk/views", ("name", "Sin traducir"), ("do", "remove"), ("return", "/desk/content"));

        Assert.Contains("<a href=\"/desk/content?lacks=translation\">Sin traducir</a>", kept.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Sin traducir", forgotten.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task new_items_are_offered_by_the_types_that_a_section_takes()
    {
        using var ana = Visit();
        var practices = KeyOf("/practicas/");

        var offered = await ana.GetAsync($"/desk/content/create?in={practices:n}");

        Assert.Contains($"/desk/content/new?type=practice&amp;parent={practices:d}", offered.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("type=term", offered.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task whoever_holds_one_section_sees_no_acts_in_another_and_can_do_none_there()
    {
        var (about, glossary) = (KeyOf("/acerca/"), KeyOf("/glosario/"));
        Persons.Add("beto", Role.Publisher, about);
        using var beto = Visit("beto");
        var theirs = await Desk.CreateAsync("/acerca/", Newsroom.APage("De otra sección"));
        await Desk.MoveAsync(theirs, KeyOf("/participa/"));

        var elsewhere = await beto.GetAsync($"/desk/content?in={glossary:n}");
        var asked = await beto.GetAsync($"/desk/content/deed?do=trash&key={theirs:n}");
        var version = (await FindAsync(theirs)).Version;
        var tried = await beto.SendAsync("/desk/content", "/desk/content/deed", ("do", "trash"), ("item", $"{theirs:n}:{version}"));

        Assert.DoesNotContain("name=\"do\"", elsewhere.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, asked.Status);
        Assert.Contains("No tienes permiso", tried.Text, StringComparison.Ordinal);
        Assert.False((await FindAsync(theirs)).Trashed);
    }

    [Fact]
    public async Task nothing_is_changed_without_the_token_and_nobody_is_led_out_of_the_desk()
    {
        using var ana = Visit();
        var key = await Desk.CreateAsync("/acerca/", Newsroom.APage("Se queda"));

        var forged = await ana.PostAsync("/desk/content/deed", ("do", "trash"), ("item", $"{key:n}:1"));
        var led = await ana.SendAsync("/desk/content", "/desk/views", ("name", "x"), ("do", "remove"), ("return", "https://example.org/desk/"));

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal(HttpStatusCode.OK, led.Status);
        Assert.False((await FindAsync(key)).Trashed);
    }

    [Fact]
    public async Task a_title_is_shown_as_it_was_written_and_never_run()
    {
        using var ana = Visit();
        await Desk.CreateAsync("/acerca/", Newsroom.APage("<script>alert(1)</script>\"'"));

        var list = await ana.GetAsync("/desk/content?q=script");

        Assert.DoesNotContain("<script>alert", list.Html, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>\"'", WebUtility.HtmlDecode(list.Html), StringComparison.Ordinal);
    }

    private Guid APractice() => Site.Live.Documents().First(item => item.Type.Alias == "practice").Key;
}

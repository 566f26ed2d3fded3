using System.Net;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Kinds;
using Repository.Specs.Seeded;

namespace Repository.Specs.Forms;

/// <summary>Pages with a form, as a person without scripts meets them.</summary>
public sealed class FormPageSpecs(FormsSite forms) : IClassFixture<FormsSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEntryStore Entries => forms.Site.Service<IEntryStore>();

    [Fact]
    public async Task only_pages_with_a_form_set_a_cookie_and_nobody_keeps_them()
    {
        var form = await new Api(forms.Site.Client).SendAsync(HttpMethod.Get, FormsSite.Page);
        var other = await new Api(forms.Site.Client).SendAsync(HttpMethod.Get, "/participa/");

        Assert.Equal(("no-store", null), (form.Header("Cache-Control"), form.Header("ETag")));
        Assert.Contains($"path={FormsSite.Page}; samesite=lax; httponly", form.Header("Set-Cookie")!, StringComparison.Ordinal);
        Assert.Null(other.Header("Set-Cookie"));
    }

    [Fact]
    public async Task only_pages_with_a_form_take_anything()
    {
        using var other = await forms.Site.Client.PostAsync(new Uri("/participa/", UriKind.Relative), new StringContent("x"), Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, other.StatusCode);
    }

    [Fact]
    public async Task errors_are_summed_up_on_top_and_stand_beside_their_fields()
    {
        using var person = new PageSender(forms.Site);

        var page = await person.PressAsync(await person.OpenAsync(person.Address), "next", Case([("correo", ["ana"])]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, person.Status);
        var summary = page.QuerySelector("#errores")!;
        Assert.Equal(("-1", ""), (summary.GetAttribute("tabindex"), summary.GetAttribute("autofocus")));
        Assert.Equal(["#f-nombre", "#f-correo", "#f-tiene"], summary.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!));
        var input = page.QuerySelector("#f-correo")!;
        Assert.Equal(("true", "e-correo", "ana"), (input.GetAttribute("aria-invalid"), input.GetAttribute("aria-describedby"), input.GetAttribute("value")));
        Assert.NotEmpty(page.QuerySelector("#e-correo")!.TextContent);
        Assert.NotNull(page.QuerySelector("#f-tiene"));
    }

    [Fact]
    public async Task going_back_and_forth_loses_nothing_files_included()
    {
        using var person = new PageSender(forms.Site);
        var all = FormCase.Named("todo");
        var third = await OnTheWayAsync(person, all, "Paso 3 de 3");

        var again = await person.PressAsync(third, "back");

        Assert.Equal(["acta.pdf", "nota.txt"], again.QuerySelectorAll(".form-kept li span small").Select(size => size.ParentElement!.TextContent.Split(' ')[0]));
        Assert.Equal(["agua", "fiesta"], again.QuerySelectorAll("input[name='temas'][checked]").Select(box => box.GetAttribute("value")!));
        var first = await person.PressAsync(again, "back");
        Assert.Equal("Ana", first.QuerySelector("#f-nombre")!.GetAttribute("value"));
        var outcome = await SendFromAsync(person, first);
        await outcome.ProveAsync(all, forms.Site);
    }

    [Fact]
    public async Task a_file_can_be_taken_back()
    {
        using var person = new PageSender(forms.Site);
        var all = FormCase.Named("todo");
        var third = await OnTheWayAsync(person, all, "Paso 3 de 3");
        var second = await person.PressAsync(third, "back");
        var button = second.QuerySelectorAll(".form-kept button")[0].GetAttribute("value")!;

        var without = await person.PressAsync(second, button);

        var outcome = await SendFromAsync(person, without);
        Assert.Equal(["nota.txt"], (await Entries.FindByFolioAsync(outcome.Folio!, Cancellation))!.Answers["archivos"]);
    }

    [Fact]
    public async Task what_was_answered_before_it_was_hidden_comes_back_with_its_question()
    {
        using var person = new PageSender(forms.Site);
        var page = await person.PressAsync(await person.OpenAsync(person.Address), "next", Case([("nombre", ["Ana"]), ("tiene", ["otro"])]));
        var qué = await person.PressAsync(page, "next", Case([("temas", ["bosque"])]));
        var back = await person.PressAsync(await person.PressAsync(qué, "back"), "back");

        var without = await person.PressAsync(back, "next", Case([("tiene", ["no"])]));
        var first = await person.PressAsync(without, "back");
        var with = await person.PressAsync(first, "next", Case([("tiene", ["otro"])]));

        Assert.Contains("Paso 2 de 2", without.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(with.QuerySelector("input[name='temas'][value='bosque'][checked]"));
    }

    [Fact]
    public async Task questions_that_an_answer_calls_up_are_asked_before_going_on()
    {
        using var person = new PageSender(forms.Site);

        var page = await person.PressAsync(await person.OpenAsync(person.Address), "next", Case([("nombre", ["Ana"]), ("tiene", ["si"])]));

        Assert.Equal(HttpStatusCode.OK, person.Status);
        Assert.Null(page.QuerySelector("#errores"));
        Assert.NotNull(page.QuerySelector(".form-new[data-field='cual'] input"));
    }

    [Fact]
    public async Task a_field_the_form_does_not_have_is_named_on_whichever_page_it_comes()
    {
        using var person = new PageSender(forms.Site);
        var first = await person.OpenAsync(person.Address);

        var told = await person.PressAsync(first, "next", FormCase.Named("lo menos"), change: content => content.Add(new StringContent("x"), "\"sueldo\""));
        var next = await person.PressAsync(told, "next");

        Assert.Equal(["sueldo"], PageSender.WrongOf(told));
        Assert.Equal("Paso 2 de 2", next.QuerySelector(".form-progress")!.TextContent);
    }

    [Fact]
    public async Task one_press_too_many_gives_one_entry()
    {
        using var person = new PageSender(forms.Site);
        var last = await LastAsync(person);

        var first = await person.PressAsync(last, "next", FormCase.Named("lo menos"));
        var again = await person.PressAsync(last, "next", FormCase.Named("lo menos"));

        Assert.Equal(first.QuerySelector(".form-folio strong")!.TextContent, again.QuerySelector(".form-folio strong")!.TextContent);
    }

    [Fact]
    public async Task a_form_that_changes_meanwhile_keeps_what_it_still_asks()
    {
        var form = EveryKindForm.Compiled(EveryKindForm.Definition with { Key = Guid.NewGuid(), Alias = "muda" });
        await FormsSite.PublishAsync(forms.Site, form, "Muda");
        using var person = new PageSender(forms.Site, "/participa/muda/");
        var page = await person.PressAsync(await person.OpenAsync(person.Address), "next", FormCase.Named("lo menos"));
        var set = form.Definition.Pages[0].Fieldsets[0];
        var shorter = set with { Columns = [set.Columns[0] with { Fields = set.Columns[0].Fields.RemoveAll(field => field.Alias == "codigo") }] };
        await FormsSite.PutIntoForceAsync(forms.Site, EveryKindForm.Compiled(form.Definition with { Pages = form.Definition.Pages.SetItem(0, form.Definition.Pages[0] with { Fieldsets = form.Definition.Pages[0].Fieldsets.SetItem(0, shorter) }) }));

        var sent = await person.PressAsync(page, "next", FormCase.Named("lo menos"));

        var entry = await Entries.FindByFolioAsync(sent.QuerySelector(".form-folio strong")!.TextContent, Cancellation);
        Assert.Equal((2, "Ana"), (entry!.FormVersion, entry.Answers.Text("nombre")));
    }

    [Fact]
    public async Task a_draft_waits_behind_a_private_link_that_is_told_once()
    {
        using var person = new PageSender(forms.Site);
        var third = await OnTheWayAsync(person, FormCase.Named("todo"), "Paso 3 de 3");
        var saved = await person.PressAsync(third, "save");
        var address = saved.QuerySelector("#borrador")!.TextContent;
        var again = await person.PressAsync(saved, "save");
        using var elsewhere = new PageSender(forms.Site);

        var status = await elsewhere.OpenAsync(address);
        var page = await elsewhere.OpenAsync(status.QuerySelector("main a.button")!.GetAttribute("href")!);

        Assert.Null(again.QuerySelector("#borrador"));
        Assert.Equal("Ana", page.QuerySelector("#f-nombre")!.GetAttribute("value"));
        var outcome = await SendFromAsync(elsewhere, page);
        await outcome.ProveAsync(FormCase.Named("todo"), forms.Site);
        Assert.Equal(status.QuerySelectorAll("dd")[1].TextContent, outcome.Folio);
    }

    [Fact]
    public async Task a_page_that_was_open_before_its_draft_was_kept_sends_the_same_entry()
    {
        using var person = new PageSender(forms.Site);
        var last = await LastAsync(person);
        var saved = await person.PressAsync(last, "save");
        var folio = (await person.OpenAsync(saved.QuerySelector("#borrador")!.TextContent)).QuerySelectorAll("dd")[1].TextContent;

        var sent = await person.PressAsync(last, "next", FormCase.Named("lo menos"));

        Assert.Equal(folio, sent.QuerySelector(".form-folio strong")!.TextContent);
        Assert.Equal(EntryState.Received, (await Entries.FindByFolioAsync(folio, Cancellation))!.State);
    }

    [Fact]
    public async Task who_has_the_private_link_sees_how_far_it_is_and_can_ask_for_erasure()
    {
        using var person = new PageSender(forms.Site);
        var sent = await person.PressAsync(await LastAsync(person), "next", FormCase.Named("lo menos"));
        var address = sent.QuerySelector("#seguimiento")!.TextContent;

        var status = await person.OpenAsync(address);
        var asked = await AskAsync(status, address);

        Assert.Contains("Recibido", status.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", status.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("noindex", status.QuerySelector("meta[name='robots']")!.GetAttribute("content"));
        Assert.Equal(HttpStatusCode.SeeOther, asked);
        Assert.Contains("Pediste que se borre", (await person.OpenAsync(address)).Body!.TextContent, StringComparison.Ordinal);
        var entry = await Entries.FindByFolioAsync(sent.QuerySelector(".form-folio strong")!.TextContent, Cancellation);
        Assert.Contains(await Entries.EventsAsync(entry!.Key, Cancellation), told => told.Text.Contains("pide que se borre", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_draft_can_be_erased_at_once_and_its_link_opens_nothing_afterwards()
    {
        using var person = new PageSender(forms.Site);
        var saved = await person.PressAsync(await LastAsync(person), "save");
        var address = saved.QuerySelector("#borrador")!.TextContent;
        var status = await person.OpenAsync(address);

        await AskAsync(status, address);

        await person.OpenAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, person.Status);
    }

    [Fact]
    public async Task an_address_that_opens_nothing_can_be_put_right_at_once()
    {
        using var person = new PageSender(forms.Site);

        var lost = await person.OpenAsync("/participa/seguimiento/?clave=EGA-2026-000001-K");

        Assert.Equal(HttpStatusCode.NotFound, person.Status);
        Assert.Equal("no-abre", lost.QuerySelector("#clave")!.GetAttribute("aria-describedby"));
        Assert.Contains("El folio no abre nada por sí solo", lost.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_a_form_is_for_is_told_before_anything_was_said_and_not_above_the_errors()
    {
        using var person = new PageSender(forms.Site);
        var opened = await person.OpenAsync(person.Address);

        var wrong = await person.PressAsync(opened, "next");

        Assert.NotNull(opened.QuerySelector(".lede"));
        Assert.Null(wrong.QuerySelector(".lede"));
    }

    [Fact]
    public async Task the_notice_stands_once_on_a_page_and_tells_years_in_years()
    {
        var agreed = EveryKindForm.Set(1, null, EveryKindForm.Field("aviso", FieldKinds.DataConsent, required: true));
        var again = EveryKindForm.Set(2, null, EveryKindForm.Field("otra_vez", FieldKinds.DataConsent, required: true));
        var twice = EveryKindForm.Definition with { Key = Guid.NewGuid(), Alias = "dos-veces", RetentionDays = 1_826, Pages = [new FormPage("Acuerdo", null, [agreed, again])] };
        await FormsSite.PublishAsync(forms.Site, EveryKindForm.Compiled(twice), "Dos veces de acuerdo");
        using var person = new PageSender(forms.Site, "/participa/dos-veces-de-acuerdo/");

        var page = await person.OpenAsync(person.Address);

        Assert.Contains("Lo que envíes se borra después de 5 años.", Assert.Single(page.QuerySelectorAll(".form-notice")).TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("[data-field]").Length);
    }

    [Fact]
    public async Task folio_and_link_stand_in_no_address_after_sending()
    {
        using var person = new PageSender(forms.Site);
        var last = await LastAsync(person);

        var sent = await person.PressAsync(last, "next", FormCase.Named("lo menos"));

        Assert.NotNull(sent.QuerySelector(".form-folio"));
        Assert.DoesNotContain("clave=", sent.QuerySelector("link[rel='canonical']")!.GetAttribute("href"), StringComparison.Ordinal);
        using var stranger = new PageSender(forms.Site);
        Assert.Null((await stranger.OpenAsync($"{FormsSite.Page}?enviado=si")).QuerySelector(".form-folio"));
    }

    [Fact]
    public async Task the_seed_has_its_forms_on_pages_of_their_own()
    {
        // That of the call of 2022 is there as well, and says that the call has closed.
        foreach (var path in (string[])["/participa/encuesta/", "/participa/propuesta/", "/participa/contacto/"])
        {
            using var person = new PageSender(forms.Site, path);
            Assert.NotNull((await person.OpenAsync(path)).QuerySelector("form[data-form]"));
        }
    }

    [Fact]
    public async Task a_message_about_a_practice_is_kept_with_the_practice()
    {
        var practice = forms.Site.Live.Documents().First(item => item.Type.Alias == "practice");
        using var person = new PageSender(forms.Site, practice.In(Newsroom.Spanish)!.Path);
        var message = Case([("motivo", ["error"]), ("mensaje", ["Hay un error."]), ("aviso", ["on"])]);
        var page = await person.OpenAsync((await person.OpenAsync(person.Address)).QuerySelector("#escribir a")!.GetAttribute("href")!);

        var sent = await person.PressAsync(await person.PressAsync(page, "next", message), "next", message);

        Assert.Contains(practice.In(Newsroom.Spanish)!.Name, page.QuerySelector(".form-about")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(practice.Key, (await Entries.FindByFolioAsync(sent.QuerySelector(".form-folio strong")!.TextContent, Cancellation))!.Content);
    }

    internal static FormCase Case((string, string[])[] answers) => new("", [.. answers], [], []);

    private static async Task<FormOutcome> SendFromAsync(PageSender person, AngleSharp.Html.Dom.IHtmlDocument page)
    {
        for (var step = 0; step < 6 && page.QuerySelector(".form-folio") is null; step++) page = await person.PressAsync(page, "next", Case([("aviso", ["on"])]));
        return new FormOutcome(page.QuerySelector(".form-folio strong")?.TextContent, []);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> OnTheWayAsync(PageSender person, FormCase sent, string place)
    {
        var page = await person.OpenAsync(person.Address);
        for (var step = 0; step < 6 && page.QuerySelector(".form-progress")?.TextContent != place; step++) page = await person.PressAsync(page, "next", sent);
        return page;
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> LastAsync(PageSender person) => await OnTheWayAsync(person, FormCase.Named("lo menos"), "Paso 2 de 2");

    private async Task<HttpStatusCode> AskAsync(AngleSharp.Html.Dom.IHtmlDocument status, string address)
    {
        var link = new Uri(address).Query["?clave=".Length..];
        Assert.Equal(link, status.QuerySelector("form[method='post'] input[name='clave']")!.GetAttribute("value"));
        using var form = new FormUrlEncodedContent([new("clave", link), new("_act", "erase")]);
        using var asked = await forms.Site.Client.PostAsync(new Uri("/participa/seguimiento/", UriKind.Relative), form, Cancellation);
        return asked.StatusCode;
    }
}

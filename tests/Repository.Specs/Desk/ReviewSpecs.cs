using System.Globalization;
using System.Net;
using Repository.Core.Workflow;
using Repository.Specs.Seeded;
using Repository.Testing;

namespace Repository.Specs.Desk;

/// <summary>From a draft to the public and back, as those meet it who write, review and publish.</summary>
public sealed class ReviewSpecs(ReviewSite desk) : IClassFixture<ReviewSite>
{
    private readonly Api _api = new(desk.Site.Client);

    [Fact]
    public async Task a_page_is_submitted_returned_mended_approved_planned_shown_and_withdrawn()
    {
        using var writer = desk.SignIn("Ana", Role.Systematiser);
        using var reviewer = desk.SignIn("Rosa", Role.Reviewer);
        using var publisher = desk.SignIn("Inés", Role.Publisher);
        var key = await desk.WriteAsync(writer.Person, "/acerca/", ReviewSite.APage("Xochimilpa", "La comunidad siembra en marzo."));
        var review = $"/desk/content/{key}/review?culture=es-MX";

        // Submitted, and found in the queue with what would change.
        Assert.Equal("Se envió a revisión.", (await writer.PressAsync(review, ("do", "submit"), ("note", "Va la primera versión."))).Note);
        Assert.Contains("Xochimilpa", (await reviewer.GetAsync("/desk/review")).Words, StringComparison.Ordinal);
        var opened = await reviewer.GetAsync(review);
        Assert.Contains("Todo es nuevo para el público", opened.Words, StringComparison.Ordinal);
        Assert.Contains("Va la primera versión.", opened.Words, StringComparison.Ordinal);
        Assert.Contains("La comunidad siembra en marzo.", opened.Page.QuerySelectorAll("ins").Select(text => text.TextContent));

        // Commented on and returned.
        Assert.Equal("Se guardó tu comentario.", (await reviewer.PressAsync(review, ("do", "comment"), ("property", "summary"), ("text", "¿No es en abril?"))).Note);
        Assert.Equal("Se devolvió con cambios pedidos.", (await reviewer.PressAsync(review, ("do", "return"), ("note", "Revisa el mes."))).Note);
        Assert.DoesNotContain("Xochimilpa", (await reviewer.GetAsync("/desk/review")).Words, StringComparison.Ordinal);

        // Mended, answered, and submitted again.
        var returned = await writer.GetAsync(review);
        Assert.Contains("Revisa el mes.", returned.Words, StringComparison.Ordinal);
        Assert.Contains("¿No es en abril?", returned.Words, StringComparison.Ordinal);
        await writer.PressAsync(review, ("do", "resolve"));
        await desk.SaveAsync(writer.Person, key, ReviewSite.APage("Xochimilpa", "La comunidad siembra en abril."));
        await writer.PressAsync(review, ("do", "submit"));

        // Approved, and planned for a moment from now.
        Assert.Equal("Quedó aprobado.", (await reviewer.PressAsync(review, ("do", "approve"))).Note);
        var soon = TimeProvider.System.GetUtcNow().AddSeconds(8).ToOffset(TimeSpan.FromHours(-6)).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        Assert.Equal("Quedó programada la publicación.", (await publisher.PressAsync(review, ("do", "planRelease"), ("at", soon))).Note);
        await desk.SaveAsync(writer.Person, key, ReviewSite.APage("Xochimilpa", "Todavía no decidido."));

        // The schedule shows what was approved: on the page, in the API, in search.
        await EventuallyAsync($"/content/item/{key}", HttpStatusCode.OK);
        Assert.Equal("La comunidad siembra en abril.", (await _api.GetAsync("/content/item/acerca/xochimilpa")).Json.Property("summary").GetString());
        Assert.Contains("siembra en abril", await PublicAsync("/acerca/xochimilpa/"), StringComparison.Ordinal);
        Assert.Contains("Xochimilpa", await PublicAsync("/buscar/?q=xochimilpa"), StringComparison.Ordinal);

        // Withdrawn with a reason: gone, and told as gone.
        Assert.Equal("Se retiró del público.", (await publisher.PressAsync(review, ("do", "withdraw"), ("note", "Lo pidió la asamblea."))).Note);
        Assert.Equal(HttpStatusCode.NotFound, (await _api.GetAsync($"/content/item/{key}")).Status);
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync("/acerca/xochimilpa/"));
        Assert.DoesNotContain("/acerca/xochimilpa/", await PublicAsync("/buscar/?q=xochimilpa"), StringComparison.Ordinal);

        var history = (await writer.GetAsync($"/desk/content/{key}/history")).Words;
        Assert.All((string[])["Va la primera versión.", "Revisa el mes.", "Lo pidió la asamblea.", "Se guardó la versión 3."], told => Assert.Contains(told, history, StringComparison.Ordinal));
    }

    [Fact]
    public async Task the_review_opens_on_the_difference_to_what_is_public()
    {
        using var reviewer = desk.SignIn("Rosa", Role.Reviewer);
        var key = await desk.WriteAsync("specs", "/acerca/", ReviewSite.APage("Comparada", "Se siembra en marzo con yunta."));
        await desk.PublishAsync(key);
        await desk.SaveAsync("specs", key, ReviewSite.APage("Comparada", "Se siembra en abril con yunta."));

        var opened = await reviewer.GetAsync($"/desk/content/{key}/review");

        Assert.Contains("Qué cambia para el público", opened.Words, StringComparison.Ordinal);
        Assert.Equal(["marzo"], opened.Page.QuerySelectorAll("del").Select(text => text.TextContent));
        Assert.Equal(["abril"], opened.Page.QuerySelectorAll("ins").Select(text => text.TextContent));
        Assert.Equal("Se siembra en marzoabril con yunta.", opened.Page.QuerySelector(".diff-text p")!.TextContent);
    }

    [Fact]
    public async Task who_may_both_approves_and_publishes_with_one_button()
    {
        using var publisher = desk.SignIn("Inés", Role.Publisher);
        var key = await desk.WriteAsync("specs", "/acerca/", ReviewSite.APage("De una vez", "Lista."));

        var done = await publisher.PressAsync($"/desk/content/{key}/review", ("do", "approveAndPublish"), ("note", "Está bien."));

        Assert.Equal("Quedó aprobado y ya es público.", done.Note);
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync("/content/item/acerca/de-una-vez")).Status);
    }

    [Fact]
    public async Task a_decision_about_what_has_changed_meanwhile_is_refused_and_no_word_is_lost()
    {
        using var reviewer = desk.SignIn("Rosa", Role.Reviewer);
        var key = await desk.WriteAsync("specs", "/acerca/", ReviewSite.APage("Cambiante", "Uno."));
        var version = (await desk.FindAsync(key)).Version;
        await desk.SaveAsync("specs", key, ReviewSite.APage("Cambiante", "Dos."));

        var refused = await reviewer.ForgeAsync($"/desk/content/{key}/review", ("do", "approve"), ("culture", "es-MX"), ("version", version.ToString(CultureInfo.InvariantCulture)), ("note", "Me parece bien porque…"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Alguien cambió este contenido", refused.Note, StringComparison.Ordinal);
        Assert.Equal(ReviewState.Draft, await desk.StateAsync(key));
    }

    [Fact]
    public async Task without_a_reason_nothing_is_withdrawn()
    {
        using var publisher = desk.SignIn("Inés", Role.Publisher);
        var key = await desk.WriteAsync("specs", "/acerca/", ReviewSite.APage("Firme", "Sigue."));
        await desk.PublishAsync(key);

        var refused = await publisher.PressAsync($"/desk/content/{key}/review", ("do", "withdraw"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Escribe por qué se retira: queda en el historial."), (refused.Status, refused.Note));
        Assert.Equal(HttpStatusCode.OK, (await _api.GetAsync($"/content/item/{key}")).Status);
    }

    [Fact]
    public async Task an_older_revision_comes_back_as_a_new_draft()
    {
        using var writer = desk.SignIn("Ana", Role.Systematiser);
        var key = await desk.WriteAsync(writer.Person, "/acerca/", ReviewSite.APage("Con pasado", "Primera."));
        await desk.SaveAsync(writer.Person, key, ReviewSite.APage("Con pasado", "Segunda."));

        var done = await writer.PressAsync($"/desk/content/{key}/history", ("revision", "1"));
        var compared = await writer.GetAsync($"/desk/content/{key}/history?from=1&to=3");

        Assert.Contains("se guardó como una nueva", done.Note, StringComparison.Ordinal);
        Assert.Equal(3, (await desk.FindAsync(key)).Revision);
        Assert.Contains("las dos versiones dicen lo mismo", compared.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_log_of_everything_is_for_those_who_answer_for_it_and_is_narrowed_by_person_and_act()
    {
        using var writer = desk.SignIn("Ana", Role.Systematiser);
        using var administrator = desk.SignIn("Paz", Role.Administrator);
        var key = await desk.WriteAsync(writer.Person, "/acerca/", ReviewSite.APage("Registrada", "Sí."));

        var all = await administrator.GetAsync("/desk/audit");
        var mine = await administrator.GetAsync($"/desk/audit?by={writer.Person.By}&kind=Saved");
        var none = await administrator.GetAsync($"/desk/audit?by={writer.Person.By}&kind=Published");
        var past = await administrator.GetAsync("/desk/audit?until=2001-01-01");

        Assert.Contains("Registrada", all.Words, StringComparison.Ordinal);
        Assert.Equal([$"/desk/content/{key}/history"], mine.Page.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")));
        Assert.All([none, past], page => Assert.Empty(page.Page.QuerySelectorAll("tbody tr")));
        Assert.Equal(HttpStatusCode.Forbidden, (await writer.GetAsync("/desk/audit")).Status);
    }

    [Fact]
    public async Task whatever_is_written_is_shown_as_text()
    {
        const string Script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        using var publisher = desk.SignIn("Inés", Role.Publisher);
        using var administrator = desk.SignIn("Paz", Role.Administrator);
        var key = await desk.WriteAsync("specs", "/acerca/", ReviewSite.APage($"Nombre {Script}", $"Resumen {Script}"));
        var review = $"/desk/content/{key}/review";
        await publisher.PressAsync(review, ("do", "submit"), ("note", Script));
        await publisher.PressAsync(review, ("do", "comment"), ("property", ""), ("text", Script));

        foreach (var address in (string[])[review, "/desk/review", $"/desk/content/{key}/history", "/desk/audit"])
        {
            var page = await administrator.GetAsync(address);

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("&lt;script&gt;", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", page.Html, StringComparison.Ordinal);
        }
    }

    private async Task<string> PublicAsync(string path) => await desk.Site.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await desk.Site.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private Task EventuallyAsync(string path, HttpStatusCode expected) =>
        Patience.UntilAsync(async () => (await _api.GetAsync(path)).Status == expected, TestContext.Current.CancellationToken);
}

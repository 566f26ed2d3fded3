using Repository.Core.Forms;
using Repository.Core.Forms.Kinds;
using Repository.Core.Workflow;

namespace Repository.Specs.Desk.Forms;

/// <summary>Filling in a form that is being written: as the public would, and nothing is kept.</summary>
public sealed class TrialSpecs(FormsDesk desk) : IClassFixture<FormsDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_is_being_written_is_filled_in_page_by_page_and_nothing_is_kept()
    {
        using var ana = desk.Somebody(Role.Publisher);
        var form = await desk.PublishedAsync("En uso", FormsDesk.Question(FieldKinds.ShortAnswer, "nombre", "¿Cómo te llamas?") with { Required = true });
        await RenameAsync(ana, form.Key, "Como será");
        var address = $"/desk/forms/{form.Key:d}/preview/page";

        var begun = await ana.OpenAsync(address);
        var wrong = await ana.SendAsync(Step(begun, ("nombre", " ")));
        var done = await ana.SendAsync(Step(wrong, ("nombre", "Rosa")));

        Assert.Equal("Como será", begun.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Falta responder «¿Cómo te llamas?».", wrong.Words, StringComparison.Ordinal);
        Assert.Contains("No se guardó nada", done.Words, StringComparison.Ordinal);
        Assert.Contains("¿Cómo te llamas? Rosa", done.Words, StringComparison.Ordinal);
        Assert.Empty(await desk.Entries.CountsAsync(form.Key, Cancellation));
    }

    [Fact]
    public async Task the_seeds_own_forms_can_be_gone_through()
    {
        using var ana = desk.Somebody();
        foreach (var form in desk.Book.All.Where(form => form.Definition.Purpose != FormPurpose.General))
        {
            var page = await ana.OpenAsync($"/desk/forms/{form.Definition.Key:d}/preview/page");
            Assert.Equal((form.Definition.Name, 200), (page.Page.QuerySelector("h1")!.TextContent, page.Status));
            Assert.NotNull(page.Page.QuerySelector("form[action$='/preview/page']"));
        }
    }

    [Fact]
    public async Task what_is_written_into_it_is_text_and_no_markup()
    {
        using var ana = desk.Somebody();
        var form = await desk.PublishedAsync("Prueba", FormsDesk.Question(FieldKinds.ShortAnswer, "nombre", "Nombre"));
        const string Evil = "<img src=x onerror=alert(1)>";

        var done = await ana.SendAsync(Step(await ana.OpenAsync($"/desk/forms/{form.Key:d}/preview/page"), ("nombre", Evil), ("otra", Evil), ("_token", Evil), ("_page", "99")));

        Assert.Contains(Evil, done.Words, StringComparison.Ordinal);
        Assert.Empty(done.Page.QuerySelectorAll("img[onerror]"));
    }

    [Fact]
    public async Task a_form_that_does_not_hold_together_says_why_instead()
    {
        using var ana = desk.Somebody();
        var (one, two) = (FormsDesk.Question(FieldKinds.ShortAnswer, "uno", "Uno"), FormsDesk.Question(FieldKinds.ShortAnswer, "dos", "Dos"));
        var form = await desk.PublishedAsync("Roto", one, two);
        var field = await ana.OpenAsync($"/desk/forms/{form.Key:d}/field/{two.Id:d}");
        field["alias"] = "uno";
        await ana.SendAsync(field);

        var page = await ana.OpenAsync($"/desk/forms/{form.Key:d}/preview");

        Assert.Contains("Dos campos tienen el mismo alias.", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("iframe"));
        Assert.Equal(404, (await ana.OpenAsync($"/desk/forms/{form.Key:d}/preview/page")).Status);
    }

    [Fact]
    public async Task only_those_who_make_forms_try_them()
    {
        using var reviewer = desk.Somebody(Role.Reviewer);

        Assert.Equal(403, (await reviewer.OpenAsync($"/desk/forms/{FormsDesk.Contact:d}/preview")).Status);
        Assert.Equal(403, (await reviewer.OpenAsync($"/desk/forms/{FormsDesk.Contact:d}/preview/page")).Status);
    }

    private static WrittenForm Step(WrittenForm page, params (string Name, string Value)[] typed)
    {
        var form = page.Other("form[data-form]");
        foreach (var (name, value) in typed) form[name] = value;
        form["_step"] = "next";
        return form;
    }

    private static async Task RenameAsync(DeskHand ana, Guid form, string name)
    {
        var page = await ana.OpenAsync($"/desk/forms/{form:d}/settings");
        page["name"] = name;
        await ana.SendAsync(page);
    }
}

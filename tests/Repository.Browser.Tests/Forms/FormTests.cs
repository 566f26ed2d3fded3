using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Repository.Specs.Forms;

namespace Repository.Browser.Tests.Forms;

/// <summary>Forms in a browser that runs scripts: the same table of cases as for programs and for people without (DoorSpecs), and what scripts add.</summary>
public sealed class FormTests(Browsing browsing, FormsSite forms, ITestOutputHelper output) : IClassFixture<FormsSite>
{
    private static readonly AxeRunOptions All = new();
    private static readonly AxeRunOptions Colours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    public static TheoryData<string> Cases => FormCase.Names;

    private string Origin => forms.Site.Client.BaseAddress!.ToString().TrimEnd('/');

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task a_person_with_scripts_sends(string name)
    {
        var sent = FormCase.Named(name);
        var page = await OpenAsync(FormsSite.Page);

        var outcome = await new BrowserSender(page).SendAsync(sent);

        await page.Context.CloseAsync();
        await outcome.ProveAsync(sent, forms.Site, isByPages: true);
    }

    [Fact]
    public async Task questions_come_and_go_as_they_are_answered_and_keep_what_was_said()
    {
        var page = await OpenAsync(FormsSite.Page);
        const string Always = "nombre correo edad codigo tiene";

        Assert.Equal(Always, await SeenAsync(page));
        await page.CheckAsync("input[value='si']");
        Assert.Equal($"{Always} cual", await SeenAsync(page));
        await page.FillAsync("#f-cual", "El AGUA");
        Assert.Equal($"{Always} cual detalle", await SeenAsync(page));
        await page.FillAsync("#f-detalle", "Sí.");
        await page.FillAsync("#f-edad", "17.5");
        Assert.Equal($"{Always} cual detalle permiso", await SeenAsync(page));
        await page.CheckAsync("input[value='no']");
        Assert.Equal($"{Always} permiso", await SeenAsync(page));
        await page.CheckAsync("input[value='si']");
        Assert.Equal(("El AGUA", "Sí."), (await page.InputValueAsync("#f-cual"), await page.InputValueAsync("#f-detalle")));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task whoever_is_told_of_errors_begins_to_read_there_and_comes_to_each_field_by_its_link()
    {
        var page = await OpenAsync(FormsSite.Page, width: 360);

        await new BrowserSender(page).PressAsync("next");

        Assert.Equal("errores", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.ClickAsync("#errores a[href='#f-nombre']");
        Assert.True(await page.Locator("#f-nombre").EvaluateAsync<bool>("input => { const box = input.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task the_next_page_is_read_from_its_title()
    {
        var page = await OpenAsync(FormsSite.Page);
        var person = new BrowserSender(page);
        await person.FillAsync(FormCase.Named("lo menos"));

        await person.PressAsync("next");

        Assert.Equal("paso", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task who_leaves_with_answers_that_were_not_sent_is_asked_once()
    {
        var page = await OpenAsync(FormsSite.Page);
        var asked = 0;
        page.Dialog += (_, dialog) =>
        {
            asked += dialog.Type == DialogType.BeforeUnload ? 1 : 0;
            _ = dialog.AcceptAsync();
        };
        await page.Locator("#f-nombre").PressSequentiallyAsync("Ana");

        await page.ClickAsync(".brand");

        await page.WaitForURLAsync($"{Origin}/");
        Assert.Equal(1, asked);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task under_attack_a_browser_brings_its_proof_by_itself()
    {
        for (var sign = 0; sign < 30; sign++) forms.Site.Service<Web.Forms.Receiving.AttackWatch>().Sign();
        var page = await OpenAsync(FormsSite.Page);
        var challenge = await page.GetAttributeAsync("form[data-form]", "data-challenge");

        await page.WaitForFunctionAsync("() => document.querySelector('[name=_proof]').value !== ''");

        Assert.True(Web.Forms.Receiving.ProofOfWork.Holds(Guid.Parse(challenge!), await page.InputValueAsync("[name=_proof]")));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task axe_finds_nothing_at_any_point_of_a_form_by_day_and_by_night(int width)
    {
        var found = new List<string>();
        var page = await OpenAsync(FormsSite.Page, width);
        var person = new BrowserSender(page);
        var all = FormCase.Named("todo");

        await LookAsync(page, "first", found);
        await person.PressAsync("next");
        await LookAsync(page, "errors", found);
        await person.FillAsync(all);
        await LookAsync(page, "answered", found);
        await person.PressAsync("next");
        await person.FillAsync(all);
        await LookAsync(page, "matrix and ranking", found);
        await person.PressAsync("next");
        await person.PressAsync("back");
        await LookAsync(page, "kept files", found);
        await person.PressAsync("save");
        await LookAsync(page, "saved", found);
        await page.GotoAsync((await page.TextContentAsync("#borrador"))!);
        await LookAsync(page, "status of a draft", found);
        await page.ClickAsync("main a.button");
        var outcome = await person.SendAsync(all);
        await LookAsync(page, "thanks", found);
        await page.ClickAsync(".form-end a.button");
        await LookAsync(page, "status", found);
        foreach (var path in (string[])["/participa/encuesta/", "/participa/propuesta/", "/participa/contacto/", "/participa/postulacion/", "/participa/seguimiento/", "/participa/seguimiento/?clave=x"])
        {
            await page.GotoAsync(Origin + path);
            await LookAsync(page, path, found);
        }

        await page.Context.CloseAsync();
        foreach (var line in found) output.WriteLine(line);
        Assert.NotNull(outcome.Folio);
        Assert.Empty(found);
    }

    private static Task<string> SeenAsync(IPage page) =>
        page.EvaluateAsync<string>("[...document.querySelectorAll('[data-field]')].filter(field => field.checkVisibility()).map(field => field.dataset.field).join(' ')");

    private static async Task LookAsync(IPage page, string place, List<string> found)
    {
        foreach (var (scheme, rules) in ((ColorScheme, AxeRunOptions)[])[(ColorScheme.Light, All), (ColorScheme.Dark, Colours)])
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            var result = await page.RunAxe(rules);
            found.AddRange(result.Violations.Select(violation => $"{place}, {scheme}: {violation.Id} – {violation.Help}: {violation.Nodes[0].Html} {violation.Nodes[0].Any.FirstOrDefault()?.Message}"));
        }

        var excess = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (excess > 0) found.Add($"{place}: wider than the screen by {excess} pixels");
    }

    private Task<IPage> OpenAsync(string address, int width = 1280) => browsing.OpenAsync(address, width, origin: Origin);
}

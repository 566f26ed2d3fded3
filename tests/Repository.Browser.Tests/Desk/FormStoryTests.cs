using System.Text.Json;
using Microsoft.Playwright;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Kinds;
using Repository.Core.Workflow;
using Repository.Web.Forms;

namespace Repository.Browser.Tests.Desk;

/// <summary>Somebody who has never made a form makes one with a question of every kind, and people answer it by every door.</summary>
[Collection(nameof(AtTheDesk))]
public sealed class FormStoryTests(DeskBrowsing desk)
{
    private const string Name = "Feria de semillas";
    private const string Where = "/participa/feria-de-semillas/";

    private static readonly (IFieldKind Kind, string Caption, bool Required, string[] Options)[] Questions =
    [
        (FieldKinds.ShortAnswer, "¿Cómo te llamas?", true, []),
        (FieldKinds.SingleChoice, "¿Traes semillas?", true, ["Sí", "No"]),
        (FieldKinds.LongAnswer, "¿Qué semillas son?", true, []),
        (FieldKinds.Date, "¿Desde cuándo las guardas?", false, []),
        (FieldKinds.Dropdown, "¿Qué día vienes?", false, ["Sábado", "Domingo"]),
        (FieldKinds.MultipleChoice, "¿Qué más traes?", false, ["Comida", "Plantas"]),
        (FieldKinds.Municipality, "¿De dónde vienes?", false, []),
        (FieldKinds.RatingMatrix, "Califica la feria pasada", false, ["Lugar", "Horario"]),
        (FieldKinds.Ranking, "¿Qué te importa más?", false, ["El precio", "El trato"]),
        (FieldKinds.FileUpload, "Una foto", false, []),
        (FieldKinds.Checkbox, "Necesito una mesa", false, []),
        (FieldKinds.Heading, "Antes de enviar", false, []),
        (FieldKinds.DataConsent, "Acepto el aviso", true, []),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task from_an_empty_form_to_answers_by_every_door()
    {
        using var nora = await desk.Kit.SignInAsync(Role.Publisher, name: "Nora Paz");
        var page = await desk.OpenAsync(nora, "/desk/forms");

        var outline = await MakeAsync(page);
        await TryAsync(page, outline);
        await page.GotoAsync(outline);
        await PressAsync(page, "form[action$='/publish'] button");
        await page.WaitForSelectorAsync("text=Todavía no se ve en ninguna página");
        var form = desk.Site.Service<FormBook>().All.Single(live => live.Definition.Name == Name).Definition;
        await PublishPageAsync(page, form.Key);

        var withScripts = await AnswerAsync();
        var without = await AnswerWithoutScriptsAsync();
        var byProgram = await SendByProgramAsync(form.Key);

        var kept = new List<FormEntry>();
        foreach (var folio in new[] { withScripts, without, byProgram }) kept.Add((await desk.Site.Service<IEntryStore>().FindByFolioAsync(folio, Cancellation))!);
        Assert.Equal(
            "acepto_el_aviso=on como_te_llamas=Ana desde_cuando_las_guardas=2020-05-01 que_semillas_son=Maíz de colores traes_semillas=si",
            string.Join(' ', kept[0].Answers.ByAlias.Select(answer => $"{answer.Key}={string.Join('|', answer.Value)}")));
        Assert.All(kept[1..], entry => Assert.Equal(
            "acepto_el_aviso=on como_te_llamas=Beto traes_semillas=no", string.Join(' ', entry.Answers.ByAlias.Select(answer => $"{answer.Key}={string.Join('|', answer.Value)}"))));

        await page.GotoAsync(outline);
        Assert.Equal(Where, await page.Locator(".form-standing .hint a").GetAttributeAsync("href"));
        await page.GotoAsync($"{outline}/entries");
        await page.ClickAsync($"text='{withScripts}'");
        await page.WaitForSelectorAsync("text='Maíz de colores'");
        await page.Context.CloseAsync();
    }

    /// <summary>Question by question, with a chain of two conditions, and the last two on a page of their own.</summary>
    private static async Task<string> MakeAsync(IPage page)
    {
        await PressAsync(page, "a[href='/desk/forms/new']");
        await page.FillAsync("#name", Name);
        await PressAsync(page, "form[action$='/new'] button");
        var outline = page.Url.Split('?', '#')[0];
        foreach (var question in Questions) await AddAsync(page, outline, question);
        await SayWhenAsync(page, outline, "¿Qué semillas son?", "traes_semillas", "Is", "si");
        await SayWhenAsync(page, outline, "¿Desde cuándo las guardas?", "que_semillas_son", "Contains", "maíz");

        await page.GotoAsync(outline);
        await PressAsync(page, "button[value=addPage]");
        foreach (var caption in new[] { "Antes de enviar", "Acepto el aviso" })
        {
            await PressAsync(page, $"a:text-is('{caption}')");
            await page.SelectOptionAsync("#place", new SelectOptionValue { Label = "Página 2 · Grupo 1" });
            await PressAsync(page, "form:has(#place) button");
        }

        await page.GotoAsync($"{outline}/settings");
        await page.FillAsync("#notice-text", "Tus datos se usan solo para la feria.");
        await page.FillAsync("#notice-version", "2026-1");
        await PressAsync(page, "form[action$='/settings'] button");
        return outline;
    }

    private static async Task AddAsync(IPage page, string outline, (IFieldKind Kind, string Caption, bool Required, string[] Options) question)
    {
        await page.GotoAsync(outline);
        await PressAsync(page, "a[href*='/field/new']");
        await page.FillAsync("#caption", question.Caption);
        await page.CheckAsync($"[name=kind][value='{question.Kind.Id:d}']");
        await PressAsync(page, "form[action$='/field/new'] button");
        if (question.Required) await page.CheckAsync("[name=required]");
        foreach (var option in question.Options) await OptionAsync(page, "options", option);
        if (question.Kind == FieldKinds.RatingMatrix)
        {
            foreach (var mark in new[] { "Mal", "Bien" }) await OptionAsync(page, "setting.scale", mark);
        }

        await PressAsync(page, "form[action*='/field/'] button:text-is('Guardar')");
    }

    private static async Task OptionAsync(IPage page, string list, string words)
    {
        await page.ClickAsync($".field:has([name='{list}']) button:text-is('Agregar otra')");
        await page.Keyboard.TypeAsync(words);
    }

    private static async Task SayWhenAsync(IPage page, string outline, string caption, string alias, string comparison, string value)
    {
        await page.GotoAsync(outline);
        await PressAsync(page, $"a:text-is('{caption}')");
        var rule = page.Locator(".rule").First;
        await rule.Locator("select").First.SelectOptionAsync(new SelectOptionValue { Label = $"{Questions.First(question => FieldNamed(question.Caption) == alias).Caption} ({alias})" });
        await rule.Locator("[name='rule.operator']").SelectOptionAsync(comparison);
        await rule.Locator("[name='rule.value']").FillAsync(value);
        await PressAsync(page, "form[action*='/field/'] button:text-is('Guardar')");
    }

    private static string FieldNamed(string caption) => Core.Forms.Building.FieldAlias.Value(caption);

    private static async Task TryAsync(IPage page, string outline)
    {
        await page.GotoAsync($"{outline}/preview");
        var trial = page.FrameLocator(".preview-frame");
        await trial.Locator("button[value=next]").ClickAsync();
        await Assertions.Expect(trial.Locator("#errores li")).ToHaveCountAsync(2);
        await trial.Locator("[name=como_te_llamas]").FillAsync("Nora");
        await trial.Locator("[name=traes_semillas][value=no]").CheckAsync();
        await trial.Locator("button[value=next]").ClickAsync();
        await trial.Locator("[name=acepto_el_aviso]").CheckAsync();
        await trial.Locator("button[value=next]").ClickAsync();
        await Assertions.Expect(trial.Locator(".form-done")).ToContainTextAsync("No se guardó nada");
    }

    private async Task PublishPageAsync(IPage page, Guid form)
    {
        await page.GotoAsync($"{desk.Origin}/desk/content/new?type=formPage&parent={desk.SectionOf("/participa/"):d}");
        await page.EvaluateAsync("document.querySelectorAll('.edit-section').forEach(section => { section.hidden = false; })");
        await page.FillAsync("#c-name", Name);
        await page.FillAsync("[name='v/summary']", "Apúntate a la feria de semillas de la región.");
        await page.SelectOptionAsync("[name='v/form']", form.ToString("d"));
        await PressAsync(page, ".edit-bar button[type=submit]");
        await page.WaitForSelectorAsync(".note.good");
        await PressAsync(page, ".publish-panel a:has-text('Ver los cambios')");
        await PressAsync(page, ".decide [value=approveAndPublish]");
        await page.WaitForSelectorAsync(".note.good");
    }

    /// <summary>Questions come as they are called up; nobody is asked what they need not answer.</summary>
    private async Task<string> AnswerAsync()
    {
        var page = await desk.OpenAsync(null, Where, width: 390);
        await page.FillAsync("[name=como_te_llamas]", "Ana");
        Assert.False(await page.IsVisibleAsync("[name=que_semillas_son]"));
        await page.CheckAsync("[name=traes_semillas][value=si]");
        await page.FillAsync("[name=que_semillas_son]", "Maíz de colores");
        await page.FillAsync("[name=desde_cuando_las_guardas]", "2020-05-01");
        return await SendAsync(page);
    }

    private async Task<string> AnswerWithoutScriptsAsync()
    {
        var page = await desk.OpenAsync(null, Where, scripts: false);
        await page.FillAsync("[name=como_te_llamas]", "Beto");
        await page.CheckAsync("[name=traes_semillas][value=no]");
        return await SendAsync(page);
    }

    private static async Task<string> SendAsync(IPage page)
    {
        await page.ClickAsync("button[value=next]");
        await page.CheckAsync("[name=acepto_el_aviso]");
        await page.ClickAsync("button[value=next]");
        var folio = await page.InnerTextAsync(".form-folio strong");
        await page.Context.CloseAsync();
        return folio;
    }

    private async Task<string> SendByProgramAsync(Guid form)
    {
        var page = await desk.OpenAsync(null, Where);
        var told = await page.EvaluateAsync<JsonElement>(
            """
            async form => {
              const answer = await fetch(`/umbraco/forms/delivery/api/v1/entries/${form}`, {
                method: 'POST',
                headers: { 'Content-Type': 'application/json', RequestVerificationToken: document.querySelector('[name=_token]').value },
                body: JSON.stringify({ values: { como_te_llamas: 'Beto', traes_semillas: 'no', acepto_el_aviso: 'on' } }),
              });
              return { status: answer.status, folio: answer.headers.get('Entry-Folio'), body: await answer.text() };
            }
            """,
            form.ToString("d"));
        await page.Context.CloseAsync();
        Assert.Equal((202, ""), (told.GetProperty("status").GetInt32(), told.GetProperty("status").GetInt32() == 202 ? "" : told.GetProperty("body").GetString()));
        return told.GetProperty("folio").GetString()!;
    }

    private static Task PressAsync(IPage page, string where) => page.RunAndWaitForLoadAsync(() => page.Locator(where).First.ClickAsync());
}

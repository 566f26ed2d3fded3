using Microsoft.Playwright;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Kinds;
using Repository.Web.Forms;

namespace Repository.Browser.Tests.Desk;

/// <summary>A form from the desk to the public and back: made, tried, put into force and answered, in a real browser.</summary>
[Collection(nameof(AtTheDesk))]
public sealed class FormsTests(DeskBrowsing desk)
{
    [Fact]
    public async Task a_form_is_made_moved_tried_and_put_into_force_by_keys_on_a_small_screen()
    {
        var page = await desk.OpenAsync("/desk/forms/new");
        await page.SetViewportSizeAsync(390, 844);

        await page.FillAsync("#name", "Buzón del comité");
        await EnterAsync(page, "form[action$='/new'] button");
        foreach (var question in (string[])["¿Qué pasó?", "¿Dónde fue?"])
        {
            await EnterAsync(page, "a[href*='/field/new']");
            await page.FillAsync("#caption", question);
            await EnterAsync(page, "form[action$='/field/new'] button");
            await page.CheckAsync("[name=required]");
            await EnterAsync(page, "form[action*='/field/'] button");
        }

        await EnterAsync(page, "button[aria-label='Subir: ¿Dónde fue?']");
        var anchor = new Uri(page.Url).Fragment;
        var order = await page.Locator(".outline-told > a").AllInnerTextsAsync();
        await EnterAsync(page, "a[href$='/preview']");
        var trial = page.FrameLocator(".preview-frame");
        await trial.Locator("button[value=next]").PressAsync("Enter");
        await Assertions.Expect(trial.Locator("#errores li")).ToHaveCountAsync(2);
        await trial.Locator("[name=que_paso]").FillAsync("Se tapó el canal");
        await trial.Locator("[name=donde_fue]").FillAsync("En la parte alta");
        await trial.Locator("button[value=next]").PressAsync("Enter");
        await Assertions.Expect(trial.Locator(".form-done")).ToContainTextAsync("No se guardó nada");
        await EnterAsync(page, ".form-tabs li:first-child a");
        await EnterAsync(page, "form[action$='/publish'] button");

        Assert.StartsWith("#field-", anchor, StringComparison.Ordinal);
        Assert.Equal(["¿Dónde fue?", "¿Qué pasó?"], order);
        var form = desk.Site.Service<FormBook>().All.Single(live => live.Definition.Name == "Buzón del comité");
        Assert.Equal((1, 2), (form.Version, form.Definition.Fields().Count()));
        Assert.Empty(await desk.Site.Service<IEntryStore>().CountsAsync(form.Definition.Key, TestContext.Current.CancellationToken));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task questions_groups_and_pages_are_taken_by_the_mouse_and_let_go_elsewhere()
    {
        var form = await WrittenAsync();
        var page = await desk.OpenAsync(Address(form));

        await DragAsync(page, Question("tres"), Question("uno"));
        Assert.Equal("tres uno dos|cuatro", await OrderAsync(form));
        await DragAsync(page, Question("uno"), Question("cuatro"));
        Assert.Equal("tres dos|uno cuatro", await OrderAsync(form));
        await DragAsync(page, "[data-page='1'] > .part-head", "[data-page='0'] > .part-head");
        Assert.Equal("uno cuatro|tres dos", await OrderAsync(form));
        await DragAsync(page, "[data-page='1'] .outline-set > .part-head", "[data-page='0'] .outline-set > .part-head");
        Assert.Equal("tres dos uno cuatro|", await OrderAsync(form));
        await page.RunAndWaitForLoadAsync(() => page.ClickAsync("form[action$='/undo'] button"));
        Assert.Equal("uno cuatro|tres dos", await OrderAsync(form));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task a_question_is_moved_by_a_finger_and_stays_where_it_is_when_the_finger_is_called_off()
    {
        var form = await WrittenAsync();
        var page = await desk.OpenAsync(Address(form), width: 390);
        var touch = await page.Context.NewCDPSessionAsync(page);

        await page.TouchGripAsync(touch, Question("dos"), Question("uno"), "touchCancel");
        var before = await OrderAsync(form);
        await page.RunAndWaitForLoadAsync(() => page.TouchGripAsync(touch, Question("dos"), Question("uno"), "touchEnd"));

        Assert.Equal("uno dos tres|cuatro", before);
        Assert.Equal("dos uno tres|cuatro", await OrderAsync(form));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task options_are_rows_that_move_by_keys_and_by_hand()
    {
        var form = await WrittenAsync();
        var address = $"{Address(form)}/field/{form.Fields().Last().Id:d}";
        var page = await desk.OpenAsync(address);
        var words = page.Locator(".option-row > input:first-of-type");

        Assert.False(await page.IsVisibleAsync("#options"));
        await page.Locator("button[aria-label='Subir: B']").PressAsync("Enter");
        Assert.Equal("Subir: B", await page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')"));
        await page.ClickAsync("text='Agregar otra'");
        await page.Keyboard.TypeAsync("Ninguna = de ellas");
        await page.DragGripAsync(".option-row:nth-child(4)", ".option-row:nth-child(1)");
        await page.Locator("button[aria-label='Quitar: C']").ClickAsync();
        Assert.Equal(["Ninguna = de ellas", "B", "A"], await words.EvaluateAllAsync<string[]>("inputs => inputs.map(input => input.value)"));
        await page.RunAndWaitForLoadAsync(() => page.ClickAsync("form[action*='/field/'] button:text-is('Guardar')"));

        Assert.Equal([new PreValue("ninguna_de_ellas", "Ninguna = de ellas"), new PreValue("b", "B"), new PreValue("a", "A")], (await DraftAsync(form)).Fields().Last().PreValues);
        await page.Context.CloseAsync();
    }

    private static string Address(FormDefinition form) => $"/desk/forms/{form.Key:d}";

    private static string Question(string alias) => $"[data-question]:has(code:text-is('{alias}'))";

    /// <summary>Two pages, three questions and one.</summary>
    private async Task<FormDefinition> WrittenAsync()
    {
        var fields = ((string[])["uno", "dos", "tres", "cuatro"]).Select(alias => new FormField { Id = Guid.NewGuid(), Alias = alias, Caption = $"Pregunta {alias}", Type = FieldKinds.ShortAnswer.Id }).ToArray();
        fields[3] = fields[3] with { Type = FieldKinds.SingleChoice.Id, PreValues = [new("a", "A"), new("b", "B"), new("c", "C")] };
        var form = new FormDefinition
        {
            Key = Guid.NewGuid(),
            Alias = $"f{Guid.NewGuid():n}",
            Name = "Para mover",
            Pages = [Page([.. fields[..3]]), Page([fields[3]])],
        };
        await desk.Site.Service<IFormStore>().SaveDraftAsync(new FormDraftState(form, 0, desk.Ana.Account.Person.By, desk.Site.Service<TimeProvider>().GetUtcNow()), TestContext.Current.CancellationToken);
        return form;
    }

    private static FormPage Page(System.Collections.Immutable.ImmutableArray<FormField> fields) => new("", null, [new Fieldset(Guid.NewGuid(), "", null, [new FieldColumn("", 0, fields)])]);

    private async Task<FormDefinition> DraftAsync(FormDefinition form) => (await desk.Site.Service<IFormStore>().FindDraftAsync(form.Key, TestContext.Current.CancellationToken))!.Definition;

    private async Task<string> OrderAsync(FormDefinition form) => string.Join('|', (await DraftAsync(form)).Pages.Select(page =>
        string.Join(' ', page.Fieldsets.SelectMany(set => set.Columns).SelectMany(column => column.Fields).Select(field => field.Alias))));

    private static Task DragAsync(IPage page, string what, string onto) => page.RunAndWaitForLoadAsync(() => page.DragGripAsync(what, onto));

    private static async Task EnterAsync(IPage page, string where)
    {
        await page.FocusAsync(where);
        await page.RunAndWaitForLoadAsync(() => page.Keyboard.PressAsync("Enter"));
    }
}

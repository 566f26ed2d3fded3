using Microsoft.Playwright;
using Repository.Core.Forms.Entries;
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

    private static async Task EnterAsync(IPage page, string where)
    {
        await page.FocusAsync(where);
        await page.RunAndWaitForLoadAsync(() => page.Keyboard.PressAsync("Enter"));
    }
}

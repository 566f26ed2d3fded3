using Microsoft.Playwright;
using Repository.Core.Content;
using Repository.Core.Workflow;
using Repository.Specs.Forms;
using Repository.Testing;
using Repository.Web.Forms;

namespace Repository.Browser.Tests.Desk;

/// <summary>Takes the pictures of <c>docs/guia-editorial.md</c>. Into the document they go only when asked: <c>GUIDE_PICTURES=1</c>.</summary>
[Collection(nameof(AtTheDesk))]
public sealed class GuidePicturesTests(DeskBrowsing desk)
{
    private const int Width = 1100;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task every_step_that_the_guide_shows_can_still_be_seen()
    {
        using var aside = new TemporaryFolder();
        var folder = Environment.GetEnvironmentVariable("GUIDE_PICTURES") == "1" ? ProjectFolder.Find("docs/guia") : aside.Path;
        var page = await desk.OpenAsync("/desk", Width);
        var stranger = await desk.OpenAsync(null, "/desk/signin", Width);
        var practice = await desk.CopyAsync("practice", "Tequio para la toma de agua");
        var reviewed = await ReviewedAsync();
        var (proposal, survey) = (FormOf("propuesta-de-practica"), FormOf(Respondents.Survey));
        await desk.Site.AnswerAsync(9, 5, desk.Clock.GetUtcNow().AddDays(-9), 8);

        foreach (var (name, address, height) in new[]
        {
            ("entrar", "/desk/signin", 520),
            ("inicio", "/desk", 760),
            ("contenido", $"/desk/content?in={desk.About:n}", 760),
            ("nuevo", $"/desk/content/create?in={desk.About:n}", 520),
            ("escribir", $"/desk/content/{practice:d}", 900),
            ("revisar", $"/desk/content/{reviewed:d}/review?culture=es-MX", 900),
            ("historial", $"/desk/content/{reviewed:d}/history", 760),
            ("traducir", $"/desk/content/{practice:d}/translate/en", 760),
            ("mover", $"/desk/content/deed?do=move&key={desk.Draft:n}", 760),
            ("formulario", $"/desk/forms/{proposal:d}", 900),
            ("probar", $"/desk/forms/{proposal:d}/preview?width=360", 900),
            ("respuestas", $"/desk/forms/{survey:d}/entries", 620),
            ("papelera", "/desk/trash", 420),
            ("multimedia", $"/desk/media?in={desk.Pictures:n}", 760),
            ("calendario", "/desk/calendar", 820),
            ("traducciones", "/desk/translations", 620),
        })
        {
            var window = name == "entrar" ? stranger : page;
            await window.SetViewportSizeAsync(Width, height);
            await window.GotoAsync(desk.Origin + address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await window.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
            Assert.True(await window.Locator("h1").IsVisibleAsync(), address);
        }

        await page.Context.CloseAsync();
        await stranger.Context.CloseAsync();
    }

    private Guid FormOf(string alias) => desk.Site.Service<FormBook>().Find(alias)!.Definition.Key;

    /// <summary>A public practice with a change that waits for review, and a question about it.</summary>
    private async Task<Guid> ReviewedAsync()
    {
        var key = await desk.CopyAsync("practice", "Comité de la fuente");
        await desk.PublishAsync(key);
        await desk.SaveAsync(key, content => content.With("context", "Desde 1987 la fuente da agua a todo el barrio.", "es-MX"));
        var ana = desk.Ana.Account.Person;
        Assert.IsType<WriteResult.Done>(await desk.Site.Service<Commenting>().WriteAsync(new NewComment(key, "es-MX", "context", "¿Lo dice el acta?", ana), Cancellation));
        var seen = new Seen(key, (await desk.FindAsync(key)).Version, ana) { Reason = "Agregué desde cuándo." };
        Assert.IsType<WriteResult.Done>(await desk.Site.Service<Reviewing>().SubmitAsync(seen, ["es-MX"], Cancellation));
        return key;
    }
}

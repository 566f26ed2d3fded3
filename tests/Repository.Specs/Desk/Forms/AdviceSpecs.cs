using AngleSharp.Html.Dom;
using Repository.Core.Forms.Designs;
using Repository.Specs.Forms;
using Repository.Specs.Seeded;
using Repository.Web.Forms.Mail;
using Repository.Web.Forms.Receiving;

namespace Repository.Specs.Desk.Forms;

/// <summary>Asking those who do a practice for advice: they are written to, and nobody is told where.</summary>
public sealed class AdviceSpecs(LetterSpecs.PostDesk desk) : IClassFixture<LetterSpecs.PostDesk>
{
    private const string Holders = "comite-de-consejo@example.org";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task those_who_do_a_practice_get_what_was_asked_and_answer_to_whoever_asked()
    {
        var practice = await PracticeAsync(Holders);

        var (folio, thanks) = await AskAsync(practice, "rosa@example.org", "¿Cómo empezaron?\n.\nCc: otra@example.org");
        await desk.Site.Service<LetterSending>().RunAsync(Cancellation);

        var letter = Assert.Single(desk.Office.Letters, letter => letter.To.Contains(Holders) && letter.Text.Contains(folio, StringComparison.Ordinal));
        Assert.Equal([Holders], letter.To);
        Assert.Contains("Reply-To: rosa@example.org", letter.Source, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\nCc:", letter.Source[..letter.Source.ReplaceLineEndings("\n").IndexOf("\n\n", StringComparison.Ordinal)], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("¿Cómo empezaron?", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Rosa Bcc: mala@example.org", letter.Text, StringComparison.Ordinal);
        Assert.Contains("https://practicas.example.org/practicas/", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Holders, thanks.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Holders, "va por correo a quienes hacen la práctica")]
    [InlineData("", "Esta práctica no dio un correo")]
    public async Task whoever_asked_reads_who_gets_the_message_and_not_where(string address, string told)
    {
        var practice = await PracticeAsync(address);

        var (_, thanks) = await AskAsync(practice, "eva@example.org", "Quisiera saber más.");

        using var person = new PageSender(desk.Site);
        var status = await person.OpenAsync(thanks.QuerySelector("#seguimiento")!.TextContent);
        Assert.Contains(told, status.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Holders, status.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task without_an_address_only_those_who_look_after_the_form_are_told()
    {
        var practice = await PracticeAsync("");
        await desk.Site.Service<Core.Forms.Mail.IFormMail>().SetRecipientsAsync(FormsDesk.Contact, ["cuidan@example.org"], Cancellation);

        var (folio, _) = await AskAsync(practice, "ines@example.org", "Quisiera visitarles.");
        await desk.Site.Service<LetterSending>().RunAsync(Cancellation);
        await desk.Site.Service<Core.Forms.Mail.IFormMail>().SetRecipientsAsync(FormsDesk.Contact, [], Cancellation);

        var letters = desk.Office.Letters.Where(letter => letter.Text.Contains(folio, StringComparison.Ordinal)).ToList();
        Assert.Equal(["cuidan@example.org", "ines@example.org"], letters.SelectMany(letter => letter.To).Order(StringComparer.Ordinal));
        Assert.All(letters, letter => Assert.DoesNotContain("Quisiera visitarles", letter.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task what_waits_in_quarantine_or_is_about_something_else_goes_to_nobody()
    {
        var practice = await PracticeAsync(Holders);
        using var person = new PageSender(desk.Site, $"/participa/contacto/?sobre={practice:d}");
        await desk.Site.Service<LetterSending>().RunAsync(Cancellation);
        var before = desk.Office.Letters.Count(letter => letter.To.Contains(Holders));

        await AskAsync(practice, "bot@example.org", "Compra ya.", inHaste: true);
        desk.Clock.Now = desk.Clock.Now.AddMinutes(1);
        await SentAsync(person, new FormCase("", [("motivo", ["error"]), ("mensaje", ["Falta una tilde."]), ("aviso", ["on"])], [], []));
        await desk.Site.Service<LetterSending>().RunAsync(Cancellation);

        Assert.Equal(before, desk.Office.Letters.Count(letter => letter.To.Contains(Holders)));
    }

    private async Task<Guid> PracticeAsync(string address)
    {
        var (practice, room) = (desk.One("practice"), new Newsroom(desk.Site));
        await room.SaveAsync(practice, (await desk.DraftAsync(practice)).Content.With(Core.Forms.Mail.AdviceRequest.Address, address));
        await room.PublishAsync(practice);
        return practice;
    }

    private async Task<(string Folio, IHtmlDocument Thanks)> AskAsync(Guid practice, string from, string message, bool inHaste = false)
    {
        using var person = new PageSender(desk.Site, $"/participa/contacto/?sobre={practice:d}");
        var thanks = await SentAsync(
            person,
            new FormCase("", [(ContactDesign.Motive, [ContactDesign.Advice]), ("nombre", ["Rosa\r\nBcc: mala@example.org"]), ("correo", [from]), ("mensaje", [message]), ("aviso", ["on"])], [], []),
            inHaste);
        return (thanks.QuerySelector(".form-folio strong")!.TextContent, thanks);
    }

    private async Task<IHtmlDocument> SentAsync(PageSender person, FormCase sent, bool inHaste = false)
    {
        var page = await person.OpenAsync(person.Address);
        if (!inHaste) desk.Clock.Now = desk.Clock.Now.AddMinutes(1);
        while (page.QuerySelector(".form-folio strong") is null) page = await person.PressAsync(page, "next", sent);
        await desk.Site.Service<Arrivals>().RunAsync(Cancellation);
        return page;
    }
}

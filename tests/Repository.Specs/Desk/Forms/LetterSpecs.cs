using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Kinds;
using Repository.Core.Forms.Mail;
using Repository.Web.Forms.Mail;

namespace Repository.Specs.Desk.Forms;

/// <summary>Letters about what has come: to whom, with what in them and what never, and what becomes of them while no server takes them.</summary>
public sealed class LetterSpecs(LetterSpecs.PostDesk desk) : IClassFixture<LetterSpecs.PostDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IFormMail Mail => desk.Site.Service<IFormMail>();

    [Fact]
    public async Task those_who_look_after_a_form_are_told_the_folio_and_never_an_answer()
    {
        using var ana = desk.Somebody();
        var form = await FormAsync();
        var page = await ana.OpenAsync($"/desk/forms/{form.Key:d}/letters");
        page["recipients"] = "uno@example.org, dos@example.org";
        await ana.SendAsync(page);
        var entry = await desk.SentAsync(form.Key, ("mensaje", "algo muy mío"));

        await desk.ArriveAsync(entry);
        await SendAsync();

        var letters = Of(entry);
        Assert.Equal(["dos@example.org", "uno@example.org"], letters.SelectMany(letter => letter.To).Order(StringComparer.Ordinal));
        Assert.All(letters, letter =>
        {
            Assert.Contains($"https://practicas.example.org{FormsDesk.Address(entry)}", letter.Text, StringComparison.Ordinal);
            Assert.Contains(entry.Folio, letter.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("muy mío", letter.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task who_sent_it_is_told_that_it_came_where_the_form_asks_for_an_address_to_that_end()
    {
        var form = await FormAsync(acknowledges: true);
        var entry = await desk.SentAsync(form.Key, ("correo", "rosa@example.org"), ("mensaje", "algo muy mío"));
        var silent = await desk.SentAsync((await FormAsync()).Key, ("correo", "eva@example.org"), ("mensaje", "otra cosa"));

        await desk.ArriveAsync(entry);
        await desk.ArriveAsync(silent);
        await SendAsync();

        var letter = Assert.Single(Of(entry));
        Assert.Equal(["rosa@example.org"], letter.To);
        Assert.Contains("Tu folio es", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("muy mío", letter.Text, StringComparison.Ordinal);
        Assert.Empty(Of(silent));
    }

    [Fact]
    public async Task a_letter_that_no_server_takes_is_tried_again_later_and_says_no_address()
    {
        var form = await FormAsync();
        await Mail.SetRecipientsAsync(form.Key, ["ana@example.org"], Cancellation);
        var entry = await desk.SentAsync(form.Key, ("mensaje", "x"));
        desk.Office.IsRefusing = true;

        await desk.ArriveAsync(entry);
        await SendAsync();
        var waiting = await Mail.StandingAsync(Cancellation);
        await SendAsync();
        desk.Office.IsRefusing = false;
        await SendAsync();
        var early = Of(entry).Count;
        desk.Clock.Now = desk.Clock.Now.AddMinutes(1);
        await SendAsync();

        Assert.Equal((1L, 0L), (waiting.Waiting, waiting.GivenUp));
        Assert.NotEmpty(waiting.Error);
        Assert.DoesNotContain("@", waiting.Error, StringComparison.Ordinal);
        Assert.Equal(0, early);
        Assert.Single(Of(entry));
        Assert.Equal(0, (await Mail.StandingAsync(Cancellation)).Waiting);
    }

    [Fact]
    public async Task a_letter_told_twice_is_sent_once()
    {
        var form = await FormAsync();
        await Mail.SetRecipientsAsync(form.Key, ["ana@example.org"], Cancellation);
        var entry = await desk.SentAsync(form.Key, ("mensaje", "x"));

        await desk.ArriveAsync(entry);
        await desk.ArriveAsync(entry);
        await Task.WhenAll(SendAsync(), SendAsync());

        Assert.Single(Of(entry));
    }

    [Fact]
    public async Task nobody_is_written_to_about_what_was_erased()
    {
        var form = await FormAsync(acknowledges: true);
        await Mail.SetRecipientsAsync(form.Key, ["ana@example.org"], Cancellation);
        var entry = await desk.SentAsync(form.Key, ("correo", "rosa@example.org"), ("mensaje", "x"));
        await desk.ArriveAsync(entry);

        await desk.Entries.EraseAsync(entry.Key, "specs", desk.Clock.Now, Cancellation);
        await SendAsync();

        Assert.Empty(Of(entry));
        Assert.Equal(0, (await Mail.StandingAsync(Cancellation)).Waiting);
    }

    [Theory]
    [InlineData("no es un correo")]
    [InlineData("ana@example.org\nBcc: otra@example.org")]
    [InlineData("<ana@example.org>")]
    public async Task only_addresses_are_taken_for_recipients(string typed)
    {
        using var ana = desk.Somebody();
        var form = await FormAsync();
        var page = await ana.OpenAsync($"/desk/forms/{form.Key:d}/letters");

        page["recipients"] = typed;
        var answer = await ana.SendAsync(page);

        Assert.Equal(422, answer.Status);
        Assert.Empty(await Mail.RecipientsAsync(form.Key, Cancellation));
    }

    [Fact]
    public async Task without_a_server_letters_wait_and_the_settings_say_so()
    {
        var plain = new FormsDesk();
        await plain.InitializeAsync();
        await using var site = plain.Site;
        using var ana = plain.Somebody();
        await site.Service<IFormMail>().SetRecipientsAsync(FormsDesk.Contact, ["ana@example.org"], Cancellation);
        await plain.ArriveAsync(await plain.SentAsync(FormsDesk.Contact, ("mensaje", "x")));

        await site.Service<LetterSending>().RunAsync(Cancellation);

        Assert.Equal(1, (await site.Service<IFormMail>().StandingAsync(Cancellation)).Waiting);
        Assert.Contains("1 carta espera", (await ana.OpenAsync("/desk/settings")).Words, StringComparison.Ordinal);
        var ready = await site.Client.GetStringAsync("/healthz/ready", Cancellation);
        Assert.Contains("\"outbox\":{\"configured\":false,\"waiting\":1,\"givenUp\":0}", ready, StringComparison.Ordinal);
    }

    private async Task SendAsync() => await desk.Site.Service<LetterSending>().RunAsync(Cancellation);

    private List<PostOffice.Letter> Of(FormEntry entry) => [.. desk.Office.Letters.Where(letter => letter.Text.Contains(entry.Folio, StringComparison.Ordinal))];

    private Task<FormDefinition> FormAsync(bool acknowledges = false)
    {
        var address = FormsDesk.Question(FieldKinds.ShortAnswer, "correo", "Correo");
        var settings = address.Settings.Add("fieldType", "email");
        return desk.PublishedAsync("Cartas", address with { Settings = acknowledges ? settings.Add(Acknowledging.Setting, "true") : settings }, FormsDesk.Question(FieldKinds.LongAnswer, "mensaje", "Mensaje"));
    }

    /// <summary>A desk whose letters go to a post office of its own. They go when the specs say so.</summary>
    public sealed class PostDesk : FormsDesk
    {
        internal PostOffice Office { get; } = new();

        private protected override string[] Settings => ["Mail:Host=127.0.0.1", $"Mail:Port={Office.Port}", "Mail:Tls=false", "Mail:From=repositorio@example.org", "Mail:Site=https://practicas.example.org"];

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            // Otherwise it would send by itself, beside the specs.
            await TestSite.StopAloneAsync(Site.Service<LetterSending>());
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            Office.Dispose();
        }
    }
}

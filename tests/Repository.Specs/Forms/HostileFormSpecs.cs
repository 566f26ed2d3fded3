using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Repository.Core.Forms.Entries;
using Repository.Specs.Seeded;
using Repository.Storage.Forms;
using Repository.Testing;
using Repository.Web.Forms.Receiving;
using Repository.Web.Operations;

namespace Repository.Specs.Forms;

/// <summary>What nobody honest sends.</summary>
public sealed class HostileFormSpecs(FormsSite forms) : IClassFixture<FormsSite>
{
    /// <summary>More pages than the form has.</summary>
    private const int Steps = 6;

    private const int Much = 10 * 1024 * 1024;

    private static readonly FormCase Least = FormCase.Named("lo menos");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string EntriesPath => forms.Site.Service<RepositoryOptions>().EntriesPath;

    [Fact]
    public async Task ten_megabytes_of_an_answer_are_refused_by_the_wire_and_the_site_goes_on()
    {
        var survey = forms.Site.Service<Web.Forms.FormBook>().All.First(form => form.Definition.Purpose == Core.Forms.FormPurpose.Survey).Definition.Key;

        using var sent = await new WireSender(forms.Site).PostAsync(survey, new { values = new { p10 = new string('a', Much) } });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, sent.StatusCode);
        Assert.Contains("\"code\":\"tooLarge\"", await sent.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await new Api(forms.Site.Client).SendAsync(HttpMethod.Get, FormsSite.Page)).Status);
    }

    [Fact]
    public async Task ten_megabytes_where_files_are_taken_are_told_with_their_field()
    {
        using var sent = await new WireSender(forms.Site).PostAsync(EveryKindForm.Key, new { values = new { nombre = new string('a', Much), tiene = "no", aviso = "on" } });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Contains("\"nombre\":[\"", await sent.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ten_megabytes_of_an_answer_are_refused_by_a_page_in_words()
    {
        using var person = new PageSender(forms.Site);
        var page = await person.OpenAsync(person.Address);

        var answer = await person.PressAsync(page, "next", change: content => content.Add(new StringContent(new string('a', Much)), "\"nombre\""));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, person.Status);
        Assert.Contains("demasiado grande", answer.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task strangers_who_never_finish_what_they_send_keep_neither_a_program_nor_another_stranger_waiting()
    {
        await using var first = await SlowSender.BeginAsync(forms.Site);
        await using var second = await SlowSender.BeginAsync(forms.Site);
        await using var third = await SlowSender.BeginAsync(forms.Site);

        var program = await new WireSender(forms.Site).SendAsync(Large);
        var stranger = await SendLargeAsync();

        Assert.NotNull(program.Folio);
        Assert.Equal(HttpStatusCode.Accepted, stranger);
    }

    [Fact]
    public async Task one_address_has_only_a_few_large_bodies_on_their_way_and_gets_its_places_back()
    {
        var slow = new List<SlowSender>();
        for (var sender = 0; sender <= ComingBodies.MostOfOneAddress; sender++) slow.Add(await SlowSender.BeginAsync(forms.Site));
        var refused = await slow[^1].AnswerAsync();
        using var person = new PageSender(forms.Site);
        var page = await person.OpenAsync(person.Address);
        for (var step = 0; step < Steps && person.Status == HttpStatusCode.OK; step++) page = await person.PressAsync(page, "next", FormCase.Named("todo") with { Files = Large.Files });
        var status = person.Status;
        foreach (var sender in slow) await sender.DisposeAsync();
        await Patience.UntilAsync(() => !Directory.EnumerateFiles(EntriesPath, "*.part").Any(), Cancellation);

        Assert.StartsWith("HTTP/1.1 429", refused, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Contains(page.QuerySelectorAll("input[name='nombre']"), input => input.GetAttribute("value") == "Ana");
        Assert.Equal(HttpStatusCode.Accepted, await SendLargeAsync());
    }

    [Fact]
    public async Task a_script_in_an_answer_is_shown_as_text()
    {
        using var person = new PageSender(forms.Site);
        var page = await person.OpenAsync(person.Address);

        var answer = await person.PressAsync(page, "next", FormPageSpecs.Case([("nombre", ["\"><script>alert(1)</script>"])]));

        Assert.Equal("\"><script>alert(1)</script>", answer.QuerySelector("#f-nombre")!.GetAttribute("value"));
        Assert.DoesNotContain(answer.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_script_in_the_name_of_a_file_is_shown_as_text()
    {
        using var person = new PageSender(forms.Site);
        var first = await person.PressAsync(await person.OpenAsync(person.Address), "next", FormPageSpecs.Case([("nombre", ["Ana"]), ("tiene", ["otro"])]));
        var named = FormPageSpecs.Case([("nombre", ["Ana"])]) with { Files = [("archivos", "<img src=x onerror=alert(1)>.txt", Encoding.UTF8.GetBytes("x"))] };

        var third = await person.PressAsync(first, "next", named);
        var second = await person.PressAsync(third, "back");

        Assert.NotNull(second.QuerySelector(".form-kept li"));
        Assert.Empty(second.QuerySelectorAll(".form-kept img"));
    }

    [Theory]
    [InlineData("tiene", "quizás")]
    [InlineData("temas", "infierno")]
    [InlineData("municipio", "99999")]
    [InlineData("prioridad", "<script>")]
    public async Task an_option_that_is_not_offered_is_refused(string alias, string value)
    {
        (string, string[])[] more = [("nombre", ["Ana"]), ("tiene", ["otro"]), ("aviso", ["on"])];
        var sent = new FormCase("", [.. more.Where(answer => answer.Item1 != alias), (alias, [value])], [], [alias]);

        var outcome = await new WireSender(forms.Site).SendAsync(sent);

        Assert.Equal([alias], outcome.Wrong);
    }

    [Theory]
    [InlineData("dibujo.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("pagina.html", "<!doctype html><script>alert(1)</script>")]
    [InlineData("foto.png", "<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("nota.txt", "  <html><script>alert(1)</script>")]
    [InlineData("acta.pdf", "MZ\u0090")]
    [InlineData("acta.pdf\u0000.html", "<html>")]
    [InlineData("acta.pdf.exe", "MZ")]
    public async Task malicious_attachments_are_refused_and_leave_nothing_behind(string name, string content)
    {
        var before = Stored();

        var outcome = await new WireSender(forms.Site).SendAsync(Least with { Answers = [("nombre", ["Ana"]), ("tiene", ["otro"]), ("aviso", ["on"])], Files = [("archivos", name, Encoding.Latin1.GetBytes(content))] });

        Assert.Equal(["archivos"], outcome.Wrong);
        Assert.Equal(before, Stored());
    }

    [Theory]
    [InlineData("../../../etc/passwd.txt", "passwd.txt")]
    [InlineData("C:\\Windows\\system32\\nota.txt", "nota.txt")]
    [InlineData("..\\..\\.htaccess.txt", "htaccess.txt")]
    [InlineData("a\u202Etxt.exe.txt", "atxt.exe.txt")]
    [InlineData("ac\u200Bta\uFEFF\u2066.txt", "acta.txt")]
    public async Task the_name_of_a_file_leads_nowhere(string name, string kept)
    {
        var outcome = await new WireSender(forms.Site).SendAsync(Least with { Answers = [("nombre", ["Ana"]), ("tiene", ["otro"]), ("aviso", ["on"])], Files = [("archivos", name, Encoding.UTF8.GetBytes("x"))] });

        var entry = await forms.Site.Service<IEntryStore>().FindByFolioAsync(outcome.Folio!, Cancellation);
        var file = Assert.Single(entry!.Files);
        Assert.Equal(kept, file.Name);
        Assert.DoesNotContain(file.Name, letter => letter is '/' or '\\');
        Assert.NotNull(forms.Site.Service<EntryFiles>().Open(file.Key));
    }

    [Fact]
    public async Task files_of_entries_have_no_address()
    {
        var outcome = await new WireSender(forms.Site).SendAsync(FormCase.Named("todo"));
        var file = (await forms.Site.Service<IEntryStore>().FindByFolioAsync(outcome.Folio!, Cancellation))!.Files[0];

        foreach (var address in (string[])[$"/media/{file.Key}", $"/media/{file.Hash}", $"/entries/{file.Key:n}", $"/media/../entries/{file.Key:n}", $"/media/{file.Key:n}/{file.Name}"])
        {
            Assert.NotEqual(HttpStatusCode.OK, (await new Api(forms.Site.Client).SendAsync(HttpMethod.Get, address)).Status);
        }
    }

    [Fact]
    public async Task guessed_folios_and_forged_links_open_nothing()
    {
        var outcome = await new WireSender(forms.Site).SendAsync(Least);
        var entry = (await forms.Site.Service<IEntryStore>().FindByFolioAsync(outcome.Folio!, Cancellation))!;

        foreach (var guess in (string[])[outcome.Folio!, entry.Key.ToString(), entry.Key.ToString("n"), entry.LinkHash!, PrivateLink.New(), "%00", new string('a', 5000), "' OR 1=1 --"])
        {
            var reply = await new Api(forms.Site.Client).SendAsync(HttpMethod.Get, $"/participa/seguimiento/?clave={Uri.EscapeDataString(guess)}");

            Assert.Equal(HttpStatusCode.NotFound, reply.Status);
            Assert.DoesNotContain(outcome.Folio!, reply.Text.Replace(Uri.EscapeDataString(guess), "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task the_link_of_one_form_opens_no_other()
    {
        using var sent = await new WireSender(forms.Site).PostAsync(EveryKindForm.Key, new { values = new { nombre = "Ana", tiene = "no", aviso = "on" } });
        var query = sent.Headers.Location!.ToString().Split('?')[1];

        var reply = await new Api(forms.Site.Client).SendAsync(HttpMethod.Get, $"/participa/propuesta/?{query}");

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
    }

    [Fact]
    public async Task a_link_that_was_sent_opens_the_form_no_more()
    {
        using var sent = await new WireSender(forms.Site).PostAsync(EveryKindForm.Key, new { values = new { nombre = "Ana", tiene = "no", aviso = "on" } });
        var query = sent.Headers.Location!.ToString().Split('?')[1];

        var reply = await new Api(forms.Site.Client).SendAsync(HttpMethod.Get, $"{FormsSite.Page}?{query}");

        Assert.Equal((HttpStatusCode.SeeOther, sent.Headers.Location!.ToString()), (reply.Status, reply.Header("Location")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task a_forged_token_loses_no_answer_and_keeps_nothing(string token)
    {
        using var person = new PageSender(forms.Site);
        var page = await person.OpenAsync(person.Address);
        page.QuerySelector("input[name='_token']")!.SetAttribute("value", token);

        var answer = await person.PressAsync(page, "next", FormPageSpecs.Case([("nombre", ["Ana"])]));

        Assert.Equal((HttpStatusCode.BadRequest, "Ana"), (person.Status, answer.QuerySelector("#f-nombre")!.GetAttribute("value")));
    }

    [Fact]
    public async Task the_token_of_one_browser_is_worth_nothing_in_another()
    {
        using var person = new PageSender(forms.Site);
        using var thief = new PageSender(forms.Site);
        var page = await person.OpenAsync(person.Address);
        await thief.OpenAsync(thief.Address);

        await thief.PressAsync(page, "next", Least);

        Assert.Equal(HttpStatusCode.BadRequest, thief.Status);
    }

    [Fact]
    public async Task names_of_files_that_a_page_invents_are_no_files()
    {
        using var person = new PageSender(forms.Site);
        var page = await person.PressAsync(await person.OpenAsync(person.Address), "next", FormPageSpecs.Case([("nombre", ["Ana"]), ("tiene", ["otro"])]));

        var answer = await person.PressAsync(page, "next", change: content => content.Add(new StringContent("acta.pdf"), "\"archivos\""));

        Assert.Equal(["archivos"], PageSender.WrongOf(answer));
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    public async Task a_body_that_no_browser_sends_is_no_failure(string type)
    {
        using var content = new ByteArrayContent([0xFF, 0xFE, 0x00, 0x26, 0x3D]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var answer = await forms.Site.Client.PostAsync(new Uri(FormsSite.Page, UriKind.Relative), content, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private string[] Stored() => Directory.Exists(EntriesPath) ? [.. Directory.GetFiles(EntriesPath, "*", SearchOption.AllDirectories).Order()] : [];

    /// <summary>A large entry, sent by a script on a page of the site.</summary>
    private static FormCase Large => FormCase.Named("lo menos") with { Files = [("archivos", "acta.pdf", [.. "%PDF-1.4\n"u8, .. new byte[2 * 1024 * 1024]])] };

    private async Task<HttpStatusCode> SendLargeAsync()
    {
        using var person = new PageSender(forms.Site);
        var token = (await person.OpenAsync(person.Address)).QuerySelector("input[name='_token']")!.GetAttribute("value")!;
        object[] files = [new { fileName = "acta.pdf", fileContents = $"data:application/pdf;base64,{Convert.ToBase64String(new byte[2 * 1024 * 1024])}" }];
        using var request = new HttpRequestMessage(HttpMethod.Post, WireSender.Entries + EveryKindForm.Key)
        {
            Content = JsonContent.Create(new { values = new { nombre = "Ana", tiene = "no", aviso = "on", archivos = files } }),
            Headers = { { "RequestVerificationToken", token } },
        };
        using var sent = await person.Client.SendAsync(request, Cancellation);
        return sent.StatusCode;
    }
}

using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Repository.Core.Calls;
using Repository.Core.Content;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Kinds;
using Repository.Specs.Forms;
using Repository.Specs.Site;

namespace Repository.Specs.Calls;

/// <summary>The story of whoever applies, who has a browser without scripts, a private link, and no account.</summary>
public sealed class ApplyingSpecs(CallStage stage) : IClassFixture<CallStage>
{
    private static readonly FormCase Whole = new("", [("institucion", ["Ayuntamiento de prueba"]), ("titulo", ["Presupuesto en tequio"]), ("aviso", ["on"])], [], []);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_call_leads_to_its_form_while_it_is_open_and_whoever_looks_too_early_or_too_late_is_told_when()
    {
        var story = await OpenAsync("A tiempo");
        using var person = new PageSender(stage.Site, story.Form);

        stage.SetClock("2027-03-01T08:59:59-06:00");
        var early = await person.OpenAsync(story.Form);
        var silent = await person.OpenAsync(story.CallPath);
        stage.SetClock("2027-03-01T09:00:00-06:00");
        var open = await person.OpenAsync(story.CallPath);
        stage.SetClock("2027-04-15T18:01:00-06:00");
        var late = await person.OpenAsync(story.Form);

        Assert.Contains("La convocatoria abre el 1 de marzo de 2027, 09:00:00 (UTC−06:00).", Words(early), StringComparison.Ordinal);
        Assert.Null(silent.QuerySelector("a[href*='sobre=']"));
        Assert.Equal($"{story.Form}", open.QuerySelector("a[href*='sobre=']")!.GetAttribute("href"));
        Assert.Contains("La convocatoria cerró el 15 de abril de 2027, 18:00:00 (UTC−06:00).", Words(late), StringComparison.Ordinal);
        Assert.Null(late.QuerySelector("form[data-form]"));
        // Whoever only looks has attempted nothing.
        Assert.All((IHtmlDocument[])[early, late], page => Assert.DoesNotContain("intento", Words(page), StringComparison.Ordinal));
        Assert.Empty(await stage.Site.Service<ICallStore>().LateAsync(story.Call, Cancellation));
    }

    [Fact]
    public async Task where_forms_are_listed_an_application_says_whether_its_call_is_open()
    {
        await OpenAsync("Guelaguetza");
        var open = await stage.Site.VisitAsync("/participa/?q=Guelaguetza");

        stage.SetClock("2027-04-15T18:01:00-06:00");
        var closed = await stage.Site.VisitAsync("/participa/?q=Guelaguetza", $"If-None-Match: {open.Header("ETag")}");

        Assert.Contains("Abierta: recibe postulaciones hasta el 15 de abril de 2027, a las 18:00", open.Text, StringComparison.Ordinal);
        Assert.Contains("Cerrada: recibió postulaciones hasta el 15 de abril de 2027, a las 18:00", closed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_page_opened_in_time_and_sent_too_late_leaves_nothing()
    {
        var story = await OpenAsync("En el último minuto");
        using var person = new PageSender(stage.Site, story.Form);
        stage.SetClock("2027-04-15T18:00:30-06:00");
        var last = await person.PressAsync(await person.OpenAsync(story.Form), "next", Whole);

        stage.SetClock("2027-04-15T18:01:00-06:00");
        var late = await person.PressAsync(last, "next", Whole);

        Assert.Contains("La convocatoria cerró el 15 de abril de 2027, 18:00:00 (UTC−06:00). Tu intento llegó el 15 de abril de 2027, 18:01:00 (UTC−06:00), ya fuera de plazo.", Words(late), StringComparison.Ordinal);
        Assert.Empty(await stage.Site.Service<ICallStore>().OfFormAsync(story.Key, Cancellation));
    }

    [Fact]
    public async Task a_program_is_refused_as_a_person_is()
    {
        var story = await OpenAsync("Por programa");
        var wire = new WireSender(stage.Site);
        var body = new { values = new Dictionary<string, object> { ["institucion"] = "Ayuntamiento", ["titulo"] = "Presupuesto", ["aviso"] = "on" }, contentId = story.Call };

        stage.SetClock("2027-04-15T18:00:59-06:00");
        using var taken = await wire.PostAsync(story.Key, body);
        stage.SetClock("2027-04-15T18:01:00-06:00");
        using var late = await wire.PostAsync(story.Key, body);

        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        Assert.NotEqual(HttpStatusCode.Accepted, late.StatusCode);
        Assert.Contains("ya fuera de plazo", JsonSerializer.Deserialize<JsonElement>(await late.Content.ReadAsStringAsync(Cancellation)).ToString(), StringComparison.Ordinal);
        Assert.Equal(ApplicationStates.Sent, Assert.Single(await stage.Site.Service<ICallStore>().OfFormAsync(story.Key, Cancellation)).State);
    }

    [Fact]
    public async Task those_who_called_are_told_when_somebody_came_too_late_and_nothing_else()
    {
        var story = await OpenAsync("Quién llegó tarde");
        using var person = new PageSender(stage.Site, story.Form);
        var last = await person.PressAsync(await person.OpenAsync(story.Form), "next", Whole);
        var wire = new WireSender(stage.Site);
        var body = new { values = new Dictionary<string, object> { ["titulo"] = "Agua que no llegó" }, contentId = story.Call };

        stage.SetClock("2027-02-28T12:00:00-06:00");
        using var early = await wire.PostAsync(story.Key, body);
        stage.SetClock("2027-04-15T18:01:07-06:00");
        await person.PressAsync(await person.PressAsync(last, "next", Whole), "next", Whole);
        stage.SetClock("2027-04-16T00:30:00-06:00");
        using var late = await wire.PostAsync(story.Key, body, "Idempotency-Key: una vez");
        using var again = await wire.PostAsync(story.Key, body, "Idempotency-Key: una vez");
        using var convener = await stage.Desk.SignInAsync(Core.Workflow.Role.Publisher);
        var page = CallStory.Words(await convener.GetAsync($"/desk/calls/{story.Call:d}"));

        // The first hour of each attempt, and that of the wire before anything is said of what is missing in it.
        Assert.Equal(
            ["2027-04-15T18:01:07-06:00", "2027-04-16T00:30:00-06:00"],
            (await stage.Site.Service<ICallStore>().LateAsync(story.Call, Cancellation)).Select(attempt => attempt.At.ToOffset(TimeSpan.FromHours(-6)).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)));
        Assert.Contains("abre el 1 de marzo", JsonElement.Parse(await early.Content.ReadAsStringAsync(Cancellation)).ToString(), StringComparison.Ordinal);
        var refusal = JsonElement.Parse(await late.Content.ReadAsStringAsync(Cancellation)).GetProperty("errors");
        Assert.Equal([""], refusal.EnumerateObject().Select(error => error.Name));
        Assert.Contains("Tu intento llegó el 16 de abril de 2027, 00:30:00 (UTC−06:00), ya fuera de plazo.", refusal.GetProperty("")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("2 intentos", page, StringComparison.Ordinal);
        Assert.Contains("15 de abril de 2027, 18:01:07 (UTC−06:00)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Agua que no llegó", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_application_is_completed_recognised_and_told_of_without_names()
    {
        var story = await OpenAsync("De principio a fin");
        using var person = new PageSender(stage.Site, story.Form);
        var sent = await person.PressAsync(await person.PressAsync(await person.OpenAsync(story.Form), "next", Whole), "next", Whole);
        var link = sent.QuerySelector("#seguimiento")!.TextContent;
        using var judged = await story.JudgeAsync(sent.QuerySelector(".form-folio strong")!.TextContent);

        await judged.DoAsync("ask", ("reason", "Falta decir en qué lengua."), ("until", "2027-04-20"));
        var asked = await person.OpenAsync(link);
        stage.SetClock("2027-04-20T23:59:59-06:00");
        var again = await person.OpenAsync(asked.QuerySelector("main a.button")!.GetAttribute("href")!);
        var completed = new FormCase("", [("titulo", ["Presupuesto en zapoteco"]), ("aviso", ["on"])], [], []);
        await person.PressAsync(await person.PressAsync(again, "next", completed), "next", completed);

        Assert.Contains("Falta decir en qué lengua.", Words(asked), StringComparison.Ordinal);
        Assert.Contains("hasta el 20 de abril de 2027", Words(asked), StringComparison.Ordinal);
        Assert.Contains("«Falta decir en qué lengua.»", Words(again), StringComparison.Ordinal);
        Assert.Equal("Ayuntamiento de prueba", again.QuerySelector("#f-institucion")!.GetAttribute("value"));
        var application = await judged.FindAsync();
        Assert.Equal((ApplicationStates.Sent, "Presupuesto en zapoteco"), (application.State, application.Entry.Answers.Text("titulo")));

        await judged.ComeBackAsync();
        var evaluators = await judged.InEvaluationAsync();
        await judged.SealAsync(evaluators[0], 3, "Hay actas.");
        await judged.SealAsync(evaluators[1], 3, "Hay actas y datos.", first: 4);
        var before = await person.OpenAsync(link);
        await judged.DoAsync("decide", ("start", "2027-05-01"));
        var told = await person.OpenAsync(link);

        Assert.DoesNotContain("Hay actas.", Words(before), StringComparison.Ordinal);
        Assert.Contains("Resultado: 77.5 %", Words(told), StringComparison.Ordinal);
        Assert.Contains("Hay actas y datos.", Words(told), StringComparison.Ordinal);
        Assert.Contains("Evaluación B", Words(told), StringComparison.Ordinal);
        Assert.All(evaluators, evaluator => Assert.DoesNotContain(evaluator.Account.Name, told.DocumentElement.OuterHtml, StringComparison.Ordinal));
        Assert.Equal("Presupuesto en zapoteco", (await stage.Site.Service<IContentStore>().ReadAsync(async reader => (await reader.RevisionAsync(application.RecognitionKey, 1))!.Content, Cancellation)).Name());
    }

    [Fact]
    public async Task whoever_was_asked_for_more_and_comes_too_late_is_told_so()
    {
        var story = await OpenAsync("Tarde para completar");
        using var person = new PageSender(stage.Site, story.Form);
        var sent = await person.PressAsync(await person.PressAsync(await person.OpenAsync(story.Form), "next", Whole), "next", Whole);
        var link = sent.QuerySelector("#seguimiento")!.TextContent;
        using var judged = await story.JudgeAsync(sent.QuerySelector(".form-folio strong")!.TextContent);
        await judged.DoAsync("ask", ("reason", "Falta el acta."), ("until", "2027-03-25"));
        var address = (await person.OpenAsync(link)).QuerySelector("main a.button")!.GetAttribute("href")!;

        stage.SetClock("2027-03-26T00:00:00-06:00");
        var late = await person.OpenAsync(address);

        Assert.Contains("El plazo para completar la postulación terminó el 26 de marzo de 2027, 00:00:00 (UTC−06:00).", Words(late), StringComparison.Ordinal);
        Assert.DoesNotContain("Tu intento", Words(late), StringComparison.Ordinal);
        Assert.Equal(ApplicationStates.Prevented, (await judged.FindAsync()).State);
    }

    [Fact]
    public async Task whoever_applied_takes_it_back_by_the_private_link()
    {
        var story = await OpenAsync("De vuelta");
        using var person = new PageSender(stage.Site, story.Form);
        var sent = await person.PressAsync(await person.PressAsync(await person.OpenAsync(story.Form), "next", Whole), "next", Whole);
        var link = sent.QuerySelector("#seguimiento")!.TextContent;
        using var judged = await story.JudgeAsync(sent.QuerySelector(".form-folio strong")!.TextContent);

        using var form = new FormUrlEncodedContent([new("clave", new Uri(link).Query["?clave=".Length..]), new("_act", "withdraw")]);
        using var answer = await stage.Site.Client.PostAsync(new Uri("/participa/seguimiento/", UriKind.Relative), form, Cancellation);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("La retiraste.", Words(await person.OpenAsync(link)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await judged.DoAsync("admit")).Status);
        Assert.Contains("Retiró la postulación.", CallStory.Words(await judged.Convener.GetAsync(judged.Application)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_form_of_2022_says_that_its_call_has_closed()
    {
        stage.SetClock("2027-03-20T12:00:00-06:00");

        var page = WebUtility.HtmlDecode(await stage.Site.PageAsync("/participa/postulacion/"));

        Assert.Contains("La convocatoria cerró el 31 de julio de 2022, 23:59:00 (UTC−05:00).", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Tu intento", page, StringComparison.Ordinal);
    }

    /// <summary>A call with a form of its own, open from 1 March to 15 April 2027; it is 20 March.</summary>
    private async Task<OpenCall> OpenAsync(string name)
    {
        stage.SetClock("2027-03-20T12:00:00-06:00");
        var key = Guid.NewGuid();
        var form = EveryKindForm.Compiled(new FormDefinition
        {
            Key = key,
            Alias = $"postular-{key:n}",
            Name = $"Postular: {name}",
            Purpose = FormPurpose.Application,
            FolioPrefix = "PRU",
            DraftDays = 60,
            Notice = new FormNotice("2027-1", "Solo para probar."),
            Pages =
            [
                new FormPage("Quién presenta", null, [EveryKindForm.Set(1, null, EveryKindForm.Field("institucion", FieldKinds.ShortAnswer, required: true))]),
                new FormPage("La práctica", null, [EveryKindForm.Set(2, null, EveryKindForm.Field("titulo", FieldKinds.ShortAnswer, required: true), EveryKindForm.Field("aviso", FieldKinds.DataConsent, required: true))]),
            ],
        });
        var page = await FormsSite.PublishAsync(stage.Site, form, $"Postular {name}");
        var call = await stage.CallAsync(name, "2027-03-01T09:00:00-06:00", "2027-04-15T18:00:00-06:00", more: content => content.With("form", key.ToString()));
        return new OpenCall(stage, key, call, stage.PathOf(call), $"{stage.PathOf(page)}?sobre={call:d}");
    }

    private static string Words(IHtmlDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <param name="Key">Of its form.</param>
    /// <param name="Form">The address of its form.</param>
    private sealed record OpenCall(CallStage Stage, Guid Key, Guid Call, string CallPath, string Form)
    {
        public async Task<CallStory> JudgeAsync(string folio)
        {
            var entry = (await Stage.Site.Service<IEntryStore>().FindByFolioAsync(folio, Cancellation))!;
            return await CallStory.OfAsync(Stage, Call, entry.Key);
        }
    }
}

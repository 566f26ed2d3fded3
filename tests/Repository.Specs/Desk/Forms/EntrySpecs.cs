using System.Net;
using System.Text;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Kinds;
using Repository.Core.Workflow;
using Repository.Storage.Forms;

namespace Repository.Specs.Desk.Forms;

/// <summary>Reading what people sent, and what is done about it.</summary>
public sealed class EntrySpecs(FormsDesk desk) : IClassFixture<FormsDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_entry_is_read_as_it_was_asked_in_its_version()
    {
        using var ana = desk.Somebody();
        var question = FormsDesk.Question(FieldKinds.SingleChoice, "gusto", "¿Te gusta?") with { PreValues = [new PreValue("s", "Mucho"), new PreValue("n", "Nada")] };
        var form = await desk.PublishedAsync("Gustos", question);
        var entry = await desk.SentAsync(form.Key, ("gusto", "s"));

        await desk.PublishAsync(form with { Pages = [form.Pages[0] with { Fieldsets = [form.Pages[0].Fieldsets[0] with { Columns = [new FieldColumn("", 0, [question with { Caption = "¿Qué tanto?", PreValues = [new PreValue("s", "Algo"), new PreValue("n", "No")] }])] }] }] });

        var words = (await ana.OpenAsync(FormsDesk.Address(entry))).Words;
        Assert.Contains("¿Te gusta? Mucho", words, StringComparison.Ordinal);
        Assert.DoesNotContain("¿Qué tanto?", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task every_kind_of_answer_is_told_in_words()
    {
        using var ana = desk.Somebody();
        FormField[] fields =
        [
            FormsDesk.Question(FieldKinds.RatingMatrix, "tabla", "Tabla") with { PreValues = [new PreValue("agua", "El agua"), new PreValue("luz", "La luz")], Settings = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("scale", "1=Mal\n5=Excelente") },
            FormsDesk.Question(FieldKinds.Ranking, "orden", "Orden") with { PreValues = [new PreValue("a", "Primero esto"), new PreValue("b", "Luego aquello")] },
            FormsDesk.Question(FieldKinds.MultipleChoice, "varias", "Varias") with { PreValues = [new PreValue("x", "Equis"), new PreValue("y", "Ye")] },
            FormsDesk.Question(FieldKinds.Municipality, "lugar", "Lugar"),
            FormsDesk.Question(FieldKinds.Checkbox, "casilla", "Casilla"),
            FormsDesk.Question(FieldKinds.Date, "dia", "Día"),
            FormsDesk.Question(FieldKinds.LongAnswer, "nada", "Sin nada"),
        ];
        var form = await desk.PublishedAsync("Todas", fields);
        var entry = await desk.SentAsync(form.Key, ("tabla", "agua=5"), ("tabla", "luz=1"), ("orden", "b"), ("orden", "a"), ("varias", "x"), ("varias", "y"), ("lugar", "20067"), ("casilla", "on"), ("dia", "2026-03-21"));

        var words = (await ana.OpenAsync(FormsDesk.Address(entry))).Words;

        foreach (var told in (string[])["El agua Excelente", "La luz Mal", "1. Luego aquello", "2. Primero esto", "Varias Equis Ye", "Oaxaca de Juárez", "Casilla Marcada", "Día 2026-03-21", "Sin nada Sin respuesta"]) Assert.Contains(told, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_list_is_narrowed_by_state_and_day_and_tells_no_answers()
    {
        using var ana = desk.Somebody();
        var form = await desk.PublishedAsync("Lista", FormsDesk.Question(FieldKinds.ShortAnswer, "dato", "Dato"));
        desk.Clock.Now = new DateTimeOffset(2027, 1, 10, 12, 0, 0, TimeSpan.Zero);
        var early = await desk.SentAsync(form.Key, ("dato", "secreto temprano"));
        desk.Clock.Now = desk.Clock.Now.AddDays(5);
        var late = await desk.SentAsync(form.Key, ("dato", "secreto tardío"));
        var held = await desk.SentAsync(form.Key, EntryState.Quarantined, [], ("dato", "secreto feo"));
        var there = $"/desk/forms/{form.Key:d}/entries";

        var all = (await ana.OpenAsync(there)).Words;
        var quarantined = (await ana.OpenAsync($"{there}?state=quarantined")).Words;
        var day = (await ana.OpenAsync($"{there}?from=2027-01-10&until=2027-01-10")).Words;

        Assert.All([early, late, held], entry => Assert.Contains(entry.Folio, all, StringComparison.Ordinal));
        Assert.DoesNotContain("secreto", all, StringComparison.Ordinal);
        Assert.Contains(held.Folio, quarantined, StringComparison.Ordinal);
        Assert.DoesNotContain(late.Folio, quarantined, StringComparison.Ordinal);
        Assert.Contains(early.Folio, day, StringComparison.Ordinal);
        Assert.DoesNotContain(late.Folio, day, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_long_list_goes_on_where_it_ended()
    {
        using var ana = desk.Somebody();
        var form = await desk.PublishedAsync("Larga", FormsDesk.Question(FieldKinds.ShortAnswer, "dato", "Dato"));
        foreach (var number in Enumerable.Range(0, 120)) await desk.SentAsync(form.Key, ("dato", $"{number}"));

        var seen = new List<string>();
        for (string? address = $"/desk/forms/{form.Key:d}/entries"; address is not null;)
        {
            var page = await ana.OpenAsync(address);
            seen.AddRange(page.Page.QuerySelectorAll("tbody th a").Select(link => link.TextContent));
            address = page.Page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal((120, 120), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task an_entry_and_its_files_are_found_only_under_their_own_form()
    {
        using var ana = desk.Somebody();
        var other = await desk.PublishedAsync("Otro", FormsDesk.Question(FieldKinds.ShortAnswer, "dato", "Dato"));
        var entry = await desk.SentAsync(FormsDesk.Contact, EntryState.Received, [("soporte", "acta.pdf", "contenido"u8.ToArray())], ("mensaje", "Hola"));
        var stranger = await desk.SentAsync(other.Key, ("dato", "x"));
        var file = entry.Files[0].Key;

        string[] wrong =
        [
            $"/desk/forms/{other.Key:d}/entries/{entry.Key:d}", $"/desk/forms/{other.Key:d}/entries/{entry.Key:d}/files/{file:d}", $"/desk/forms/{other.Key:d}/entries/{stranger.Key:d}/files/{file:d}",
            $"/desk/forms/{FormsDesk.Contact:d}/entries/{entry.Key:d}/files/{Guid.NewGuid():d}", $"/desk/forms/{FormsDesk.Contact:d}/entries/{Guid.NewGuid():d}", $"/desk/forms/{Guid.NewGuid():d}/entries/{entry.Key:d}",
            $"/desk/forms/{other.Key:d}/entries/{entry.Key:d}/erase",
        ];

        foreach (var address in wrong) Assert.Equal((address, 404), (address, (await ana.OpenAsync(address)).Status));
    }

    [Fact]
    public async Task a_file_comes_as_a_file_whatever_it_is()
    {
        using var ana = desk.Somebody();
        var bytes = Encoding.UTF8.GetBytes("<script>alert(1)</script>");
        var entry = await desk.SentAsync(FormsDesk.Contact, EntryState.Received, [("soporte", "acta ñ\"; x=y.html", bytes)], ("mensaje", "Hola"));

        using var answer = await ana.GetAsync(FormsDesk.Address(entry, $"/files/{entry.Files[0].Key:d}"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("acta ñ\"; x=y.html", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task what_a_stranger_sent_is_text_and_no_markup()
    {
        using var ana = desk.Somebody();
        const string Evil = "<img src=x onerror=alert(1)>\"'<script>alert(2)</script>";
        var entry = await desk.SentAsync(FormsDesk.Contact, EntryState.Received, [("soporte", $"{Evil}.pdf", [1])], ("motivo", Evil), ("mensaje", Evil));

        var page = await ana.OpenAsync(FormsDesk.Address(entry));

        Assert.Empty(page.Page.QuerySelectorAll("img[onerror], main script"));
        Assert.Contains(Evil, page.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(FormsDesk.Address(entry, $"/files/{entry.Files[0].Key:d}"), page.Page.QuerySelector("a[download]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task what_nobody_has_sent_yet_is_read_by_nobody()
    {
        using var ana = desk.Somebody();
        var draft = await desk.SentAsync(FormsDesk.Contact, EntryState.Draft, [("soporte", "acta.pdf", [1])], ("mensaje", "todavía lo pienso"));

        var page = await ana.OpenAsync(FormsDesk.Address(draft));
        using var file = await ana.GetAsync(FormsDesk.Address(draft, $"/files/{draft.Files[0].Key:d}"));

        Assert.DoesNotContain("todavía lo pienso", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
        Assert.Empty(page.Page.QuerySelectorAll("form[action$='/state']"));
    }

    [Fact]
    public async Task an_entry_goes_only_where_it_may()
    {
        using var ana = desk.Somebody();
        var entry = await desk.SentAsync(FormsDesk.Contact, ("mensaje", "Hola"));
        var page = await ana.OpenAsync(FormsDesk.Address(entry));

        var moved = await ana.SendAsync(With(page, "/state", "state", "settled"));
        var forced = await ana.SendAsync(With(moved, "/state", "state", "erased"));
        var stale = await ana.SendAsync(With(page, "/state", "state", "inProgress"));

        Assert.Equal("El estado cambió.", moved.Note);
        Assert.Equal(422, forced.Status);
        Assert.Equal(409, stale.Status);
        Assert.Equal(EntryState.Settled, (await desk.FindAsync(entry)).State);
        Assert.Contains("Resuelta Ana", moved.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_application_is_not_moved_on_by_hand()
    {
        using var ana = desk.Somebody();
        var application = desk.Book.All.Single(form => form.Definition.Purpose == FormPurpose.Application);
        var entry = await desk.SentAsync(application.Definition.Key, new EntryState("sent"), []);
        var other = await ana.OpenAsync(FormsDesk.Address(await desk.SentAsync(FormsDesk.Contact, ("mensaje", "Hola"))));

        var page = await ana.OpenAsync(FormsDesk.Address(entry));
        var forced = await ana.SendAsync(Redirected(With(other, "/state", "state", "recognised"), FormsDesk.Address(entry, "/state")));

        Assert.Empty(page.Page.QuerySelectorAll("form[action$='/state']"));
        Assert.Equal(422, forced.Status);
        Assert.Equal("sent", (await desk.FindAsync(entry)).State.Word);
    }

    [Fact]
    public async Task notes_stay_with_the_story_of_an_entry()
    {
        using var ana = desk.Somebody();
        var entry = await desk.SentAsync(FormsDesk.Contact, ("mensaje", "Hola"));

        var noted = await ana.SendAsync(With(await ana.OpenAsync(FormsDesk.Address(entry)), "/note", "text", "Le llamé el <b>lunes</b>."));
        var empty = await ana.SendAsync(With(noted, "/note", "text", "  "));

        Assert.Contains("Le llamé el <b>lunes</b>.", noted.Words, StringComparison.Ordinal);
        Assert.Equal(422, empty.Status);
        Assert.Equal(2, (await desk.Entries.EventsAsync(entry.Key, Cancellation)).Length);
    }

    [Fact]
    public async Task an_entry_is_erased_on_request_with_a_reason_that_stays()
    {
        using var ana = desk.Somebody();
        var entry = await desk.SentAsync(FormsDesk.Contact, EntryState.Received, [("soporte", "acta.pdf", [1])], ("mensaje", "muy secreto"));
        var asked = await ana.OpenAsync(FormsDesk.Address(entry, "/erase"));

        var without = await ana.SendAsync(asked);
        without["reason"] = "Lo pidió la persona";
        var erased = await ana.SendAsync(without);

        Assert.Equal(422, without.Status);
        Assert.Equal("La respuesta se borró.", erased.Note);
        Assert.DoesNotContain("muy secreto", erased.Words, StringComparison.Ordinal);
        Assert.Equal((EntryState.Erased, Answers.None), ((await desk.FindAsync(entry)).State, (await desk.FindAsync(entry)).Answers));
        Assert.Contains("Lo pidió la persona", (await ana.OpenAsync("/desk/forms/accesses")).Words, StringComparison.Ordinal);
        await desk.Site.Service<Repository.Web.Forms.Retention.EntryRetention>().RunAsync(Cancellation);
        Assert.Null(desk.Site.Service<EntryFiles>().Open(entry.Files[0].Key));
    }

    [Fact]
    public async Task who_reads_stands_in_the_trail_and_no_answer_does()
    {
        using var ana = desk.Somebody(name: "Ana la lectora");
        using var beto = desk.Somebody(Role.Publisher, "Beto");
        var entry = await desk.SentAsync(FormsDesk.Contact, EntryState.Received, [("soporte", "acta.pdf", [1])], ("mensaje", "de nadie más"));

        await beto.OpenAsync(FormsDesk.Address(entry));
        desk.Clock.Now = desk.Clock.Now.AddSeconds(1);
        using var file = await beto.GetAsync(FormsDesk.Address(entry, $"/files/{entry.Files[0].Key:d}"));
        await beto.OpenAsync($"/desk/forms/{FormsDesk.Contact:d}/entries");

        var lines = (await desk.Site.Service<IEntryAccess>().PageAsync(new AccessQuery(500), Cancellation)).Where(line => line.Entry == entry.Key).ToList();
        Assert.Equal([AccessAct.OpenedFile, AccessAct.Read], lines.Select(line => line.Act));
        Assert.All(lines, line => Assert.Equal(beto.Person.By, line.By));
        var page = await ana.OpenAsync($"/desk/forms/accesses?form={FormsDesk.Contact:d}");
        Assert.Contains(entry.Folio, page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("de nadie más", page.Words, StringComparison.Ordinal);
    }

    private static WrittenForm With(WrittenForm page, string action, string name, string value)
    {
        var form = page.Other($"form[action$='{action}']");
        form[name] = value;
        return form;
    }

    private static WrittenForm Redirected(WrittenForm form, string action)
    {
        form.Page.QuerySelector("form[action$='/state']")!.SetAttribute("action", action);
        var sent = new WrittenForm(form.Page, form.Status, $"form[action='{action}']");
        sent["state"] = form["state"];
        return sent;
    }
}

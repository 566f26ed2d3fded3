using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Forms.Entries;
using Repository.Storage.Forms;
using Repository.Web.Forms.Receiving;

namespace Repository.Specs.Forms;

/// <summary>What keeps machines away, and does no harm to people.</summary>
public sealed class AbuseSpecs
{
    private static readonly FormCase Least = FormCase.Named("lo menos");

    private readonly FormClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task who_fills_in_what_nobody_sees_is_put_in_quarantine_and_learns_nothing()
    {
        await using var site = await StartAsync("Forms:LeastSeconds=0");
        using var person = new PageSender(site);
        var page = await person.PressAsync(await person.OpenAsync(person.Address), "next", Least);
        page.QuerySelector("input[name='_website']")!.SetAttribute("type", "text");
        page.QuerySelector("input[name='_website']")!.SetAttribute("value", "https://spam.example");

        var thanks = await person.PressAsync(page, "next", Least);

        await QuarantinedAsync(site, thanks.QuerySelector(".form-folio strong")!.TextContent, Suspicion.Trap);
    }

    [Fact]
    public async Task who_is_faster_than_anybody_reads_is_put_in_quarantine()
    {
        await using var site = await StartAsync("Forms:LeastSeconds=1000");
        using var person = new PageSender(site);

        var outcome = await person.SendAsync(Least);

        await QuarantinedAsync(site, outcome.Folio!, Suspicion.TooFast);
    }

    [Fact]
    public async Task whoever_has_sent_too_much_in_files_waits_and_loses_nothing()
    {
        await using var site = await StartAsync("Forms:LeastSeconds=0", "Limits:UploadBytesPerHour=1KB", $"Forms:ApiKey={FormsSite.Key}");
        using var person = new PageSender(site);
        var sent = Least with { Answers = [("nombre", ["Ana"]), ("tiene", ["otro"]), ("aviso", ["on"])], Files = [("archivos", "nota.txt", [.. Enumerable.Repeat((byte)'x', 2048)])] };

        var page = await person.OpenAsync(person.Address);
        while (person.Status == HttpStatusCode.OK) page = await person.PressAsync(page, "next", sent);
        var (status, wait) = (person.Status, person.Headers!.RetryAfter?.Delta);
        var program = await new WireSender(site).SendAsync(sent);
        _clock.Ahead = TimeSpan.FromHours(1);
        while (page.QuerySelector(".form-folio strong") is null) page = await person.PressAsync(page, "next", sent);

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.NotNull(wait);
        Assert.NotNull(program.Folio);
        Assert.Equal("nota.txt", Assert.Single((await FindAsync(site, page.QuerySelector(".form-folio strong")!.TextContent)).Files).Name);
    }

    [Fact]
    public async Task who_takes_their_time_is_received()
    {
        await using var site = await StartAsync("Forms:LeastSeconds=1000");
        using var person = new PageSender(site);
        var page = await person.PressAsync(await person.OpenAsync(person.Address), "next", Least);
        _clock.Ahead = TimeSpan.FromSeconds(1001);

        var thanks = await person.PressAsync(page, "next", Least);

        Assert.Equal(EntryState.Received, (await FindAsync(site, thanks.QuerySelector(".form-folio strong")!.TextContent)).State);
    }

    [Fact]
    public async Task a_page_that_was_open_for_two_days_keeps_the_answers_and_asks_to_send_again()
    {
        await using var site = await StartAsync();
        using var person = new PageSender(site);
        var page = await person.PressAsync(await person.OpenAsync(person.Address), "next", Least);
        _clock.Ahead = TimeSpan.FromDays(2);

        var again = await person.PressAsync(page, "next", Least);
        _clock.Ahead += TimeSpan.FromMinutes(1);
        var thanks = await person.PressAsync(again, "next", Least);

        Assert.NotNull(thanks.QuerySelector(".form-folio"));
    }

    [Fact]
    public async Task one_address_may_send_so_many_steps_a_minute_and_loses_no_answer()
    {
        await using var site = await StartAsync("Limits:FormRequestsPerMinute=2");
        using var person = new PageSender(site);
        var page = await person.OpenAsync(person.Address);
        await person.PressAsync(page, "next", Least);
        await person.PressAsync(page, "next", Least);

        var refused = await person.PressAsync(page, "next", Least);

        Assert.Equal(HttpStatusCode.TooManyRequests, person.Status);
        Assert.InRange(person.Headers!.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Contains("demasiados envíos", refused.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ana", refused.QuerySelector("#f-nombre")!.GetAttribute("value"));
        _clock.Ahead = TimeSpan.FromMinutes(2);
        await person.PressAsync(refused, "next", Least);
        Assert.Equal(HttpStatusCode.OK, person.Status);
    }

    [Fact]
    public async Task one_address_may_send_so_many_entries_an_hour_and_programs_with_the_key_are_not_asked()
    {
        await using var site = await StartAsync("Limits:EntriesPerHour=1", "Limits:FormRequestsPerMinute=0", "Forms:LeastSeconds=0");
        using var one = new PageSender(site);
        using var two = new PageSender(site);

        await one.SendAsync(Least);
        var last = await two.PressAsync(await two.OpenAsync(two.Address), "next", Least);
        await two.PressAsync(last, "next", Least);

        Assert.Equal(HttpStatusCode.TooManyRequests, two.Status);
        Assert.NotNull((await new WireSender(site).SendAsync(Least)).Folio);
        Assert.NotNull((await new WireSender(site).SendAsync(Least)).Folio);
    }

    [Fact]
    public async Task the_wire_tells_too_many_with_how_long_to_wait()
    {
        await using var site = await StartAsync("Limits:FormRequestsPerMinute=1");
        await new WireSender(site).SendAsync(Least);

        using var refused = await new WireSender(site).PostAsync(EveryKindForm.Key, new { values = new { } });

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task under_attack_browsers_are_asked_for_work_and_who_brings_none_waits_in_quarantine()
    {
        await using var site = await StartAsync("Forms:LeastSeconds=0");
        using var person = new PageSender(site);
        Assert.Equal("", (await person.OpenAsync(person.Address)).QuerySelector("form[data-form]")!.GetAttribute("data-challenge"));
        for (var sign = 0; sign < 30; sign++) site.Service<AttackWatch>().Sign();

        var page = await person.PressAsync(await person.OpenAsync(person.Address), "next", Least);
        var challenge = page.QuerySelector("form[data-form]")!.GetAttribute("data-challenge")!;
        using var other = new PageSender(site);
        var without = await other.SendAsync(Least);
        page.QuerySelector("input[name='_proof']")!.SetAttribute("value", ProofFor(challenge));
        var with = await person.PressAsync(page, "next", Least);

        await QuarantinedAsync(site, without.Folio!, Suspicion.NoProof);
        Assert.Equal(EntryState.Received, (await FindAsync(site, with.QuerySelector(".form-folio strong")!.TextContent)).State);
        Assert.Equal(EntryState.Received, (await FindAsync(site, (await new WireSender(site).SendAsync(Least)).Folio!)).State);
        _clock.Ahead = TimeSpan.FromHours(1);
        Assert.Equal("", (await person.OpenAsync(person.Address)).QuerySelector("form[data-form]")!.GetAttribute("data-challenge"));
    }

    [Theory]
    [InlineData("never", 3)]
    [InlineData("always", 1)]
    public async Task the_token_of_a_page_gives_entry_after_entry_on_the_wire_but_one_where_it_has_to_come_with_work(string challenge, int entries)
    {
        await using var site = await StartAsync("Forms:LeastSeconds=0", $"Forms:Challenge={challenge}");
        using var person = new PageSender(site);
        var token = (await person.OpenAsync(person.Address)).QuerySelector("input[name='_token']")!.GetAttribute("value")!;

        var folios = new List<string>();
        foreach (var attempt in (string[])["", "otro-1", "otro-2"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, WireSender.Entries + EveryKindForm.Key) { Content = new StringContent("""{"values":{"nombre":"Ana","tiene":"no","aviso":"on"}}""") };
            request.Headers.Add("RequestVerificationToken", token);
            if (attempt.Length > 0) request.Headers.Add("Idempotency-Key", attempt);
            using var sent = await person.Client.SendAsync(request, Cancellation);
            Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
            folios.Add(sent.Headers.GetValues("Entry-Folio").Single());
        }

        Assert.Equal(entries, folios.Distinct().Count());
    }

    [Fact]
    public async Task a_survey_is_answered_once_from_a_browser_and_three_times_alike_a_day()
    {
        await using var site = await StartAsync("Forms:LeastSeconds=0", "Limits:FormRequestsPerMinute=0");
        var survey = EveryKindForm.Compiled(EveryKindForm.Definition with { Key = Guid.NewGuid(), Alias = "sondeo", Purpose = Core.Forms.FormPurpose.Survey, DraftDays = 0 });
        await FormsSite.PublishAsync(site, survey, "Sondeo");
        var states = new List<EntryState>();
        for (var time = 0; time < 4; time++)
        {
            using var person = new PageSender(site, "/participa/sondeo/");
            states.Add((await FindAsync(site, (await person.SendAsync(Least)).Folio!)).State);
            Assert.Null((await person.OpenAsync("/participa/sondeo/")).QuerySelector("form[data-form]"));
            Assert.NotNull((await person.OpenAsync("/participa/sondeo/?otra=si")).QuerySelector("form[data-form]"));
        }

        Assert.Equal([EntryState.Received, EntryState.Received, EntryState.Received, EntryState.Quarantined], states);
        _clock.Ahead = TimeSpan.FromDays(1);
        using var tomorrow = new PageSender(site, "/participa/sondeo/");
        Assert.Equal(EntryState.Received, (await FindAsync(site, (await tomorrow.SendAsync(Least)).Folio!)).State);
    }

    [Fact]
    public async Task files_that_no_entry_names_are_erased_and_those_of_entries_and_drafts_stay()
    {
        await using var site = await StartAsync("Forms:LeastSeconds=0");
        var all = FormCase.Named("todo");
        var kept = await new WireSender(site).SendAsync(all);
        using var person = new PageSender(site);
        var first = await person.PressAsync(await person.PressAsync(await person.PressAsync(await person.OpenAsync(person.Address), "next", all), "next", all), "next", all);
        var second = first.QuerySelector("#f-temas") is null ? await person.PressAsync(first, "next", all) : first;
        await person.PressAsync(second, "next", all);
        Assert.Equal(4, Files(site));
        _clock.Ahead = TimeSpan.FromDays(3);

        await site.Service<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<OrphanTending>().Single().RunAsync(Cancellation);

        Assert.Equal(2, Files(site));
        var entry = await FindAsync(site, kept.Folio!);
        Assert.All(entry.Files, file => Assert.NotNull(site.Service<EntryFiles>().Open(file.Key)));
    }

    [Fact]
    public async Task where_reading_needs_a_key_forms_are_shown_to_programs_with_the_key_alone()
    {
        await using var site = await TestSite.StartAsync($"Forms:ApiKey={FormsSite.Key}", "Delivery:PublicAccess=false", "Delivery:ApiKey=otra");
        await FormsSite.PublishAsync(site, EveryKindForm.Form, "De todo un poco");
        var address = WireSender.Definitions + EveryKindForm.Key;

        var without = await new Seeded.Api(site.Client).SendAsync(HttpMethod.Get, address);
        var with = await new Seeded.Api(site.Client).SendAsync(HttpMethod.Get, address, $"Api-Key: {FormsSite.Key}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (without.Status, with.Status));
    }

    [Fact]
    public async Task who_has_a_say_can_keep_a_form_from_being_sent_by_either_door()
    {
        await using var site = await StartAsync(services => services.AddSingleton<IEntryGate>(new ClosedGate()));
        using var person = new PageSender(site);

        var page = await person.OpenAsync(person.Address);
        using var sent = await new WireSender(site).PostAsync(EveryKindForm.Key, new { values = new { nombre = "Ana", tiene = "no", aviso = "on" } });

        Assert.Null(page.QuerySelector("form[data-form]"));
        Assert.Contains("Cerrado por fiesta.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Contains("\"\":[\"Cerrado por fiesta.\"]", await sent.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static string ProofFor(string challenge)
    {
        var attempt = Guid.Parse(challenge);
        var number = 0;
        while (!ProofOfWork.Holds(attempt, number.ToString(System.Globalization.CultureInfo.InvariantCulture))) number++;
        return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<FormEntry> FindAsync(TestSite site, string folio) => (await site.Service<IEntryStore>().FindByFolioAsync(folio, Cancellation))!;

    private static async Task QuarantinedAsync(TestSite site, string folio, Suspicion why)
    {
        var entry = await FindAsync(site, folio);
        Assert.Equal(EntryState.Quarantined, entry.State);
        Assert.Contains(await site.Service<IEntryStore>().EventsAsync(entry.Key, Cancellation), told => told.Text == why.Why);
    }

    private static int Files(TestSite site) => Directory.GetFiles(site.Service<Web.Operations.RepositoryOptions>().EntriesPath, "*", SearchOption.AllDirectories).Length;

    private Task<TestSite> StartAsync(params string[] settings) => StartAsync(_ => { }, settings);

    private async Task<TestSite> StartAsync(Action<IServiceCollection> exchange, params string[] settings)
    {
        var site = await TestSite.StartAsync(services => exchange(services.AddSingleton<TimeProvider>(_clock)), [$"Forms:ApiKey={FormsSite.Key}", .. settings]);
        await FormsSite.PublishAsync(site, EveryKindForm.Form, "De todo un poco");
        return site;
    }

    private sealed class ClosedGate : IEntryGate
    {
        public ValueTask<Core.Forms.FieldMessage?> RefusalAsync(EntryAttempt attempt, CancellationToken cancellation) => ValueTask.FromResult<Core.Forms.FieldMessage?>(new("Cerrado por fiesta.", "Closed for the feast."));
    }
}

using System.Net;
using System.Text;
using Repository.Specs.Seeded;
using Repository.Core.Content;
using Repository.Core.Workflow;
using Repository.Web.Desk.Calendar;

namespace Repository.Specs.Desk;

/// <summary>The pages that tell what waits: the first page, the calendar, the translations, the settings.</summary>
public sealed class OverviewSpecs(DeskSite desk) : DeskStory(desk)
{
    [Fact]
    public async Task the_first_page_tells_what_waits_and_what_to_do_where_nothing_does()
    {
        using var ana = Visit();

        var first = await ana.GetAsync("/desk");

        Assert.Contains("Hola, ana", first.Text, StringComparison.Ordinal);
        Assert.Contains("No tienes borradores sin publicar.", first.Text, StringComparison.Ordinal);
        Assert.Contains("Prácticas incompletas", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task whoever_has_no_role_yet_is_told_so_and_sees_no_draft()
    {
        Persons.Add("nadie");
        using var nobody = Visit("nadie");

        var first = await nobody.GetAsync("/desk");

        Assert.Contains("todavía no tiene permisos", first.Text, StringComparison.Ordinal);
        foreach (var address in new[] { "/desk/content", "/desk/media", "/desk/trash", "/desk/calendar", "/desk/calendar.ics", "/desk/translations", "/desk/settings" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await nobody.GetAsync(address)).Status);
        }
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/content")]
    [InlineData("/desk/calendar.ics")]
    [InlineData("/desk/settings/schema")]
    public async Task whoever_is_not_signed_in_is_led_to_sign_in(string address)
    {
        using var stranger = Visit("nadie-conocido");

        var led = await stranger.GetAsync(address);

        Assert.Equal(HttpStatusCode.SeeOther, led.Status);
        Assert.StartsWith("/desk/signin", led.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_planned_stands_in_its_month_and_in_the_calendar_of_a_computer()
    {
        using var ana = Visit();
        var at = new DateTimeOffset(2031, 3, 9, 18, 30, 0, TimeSpan.Zero);
        var key = await Desk.PublishedAsync("/acerca/", Newsroom.APage("Página; con, fecha"));
        await Desk.ScheduleAsync(key, ScheduledAction.Expire, at);

        var month = await ana.GetAsync("/desk/calendar?month=2031-03");
        var other = await ana.GetAsync("/desk/calendar?month=2031-04");
        var file = (await ana.GetAsync("/desk/calendar.ics")).Html;

        Assert.Contains("12:30 Se retira", month.Text, StringComparison.Ordinal);
        Assert.Contains("marzo", month.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Página; con, fecha", other.Text, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20310309T183000Z\r\n", file, StringComparison.Ordinal);
        Assert.Contains(@"SUMMARY:Se retira: Página\; con\, fecha", file.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"UID:{key:d}-Expire-es-MX@127.0.0.1", file.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void a_line_of_the_calendar_is_folded_after_75_octets_and_never_within_a_letter()
    {
        var calendar = new ICalendar("Año");
        var summary = string.Concat(Enumerable.Repeat("ñandú 🌽, ", 30));
        calendar.Add(new ICalendarEvent("uid@x", DateTimeOffset.UnixEpoch, new DateOnly(2026, 5, 11), null, summary, "http://x/"));

        var text = calendar.Finish();

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains($"SUMMARY:{summary.Replace(",", "\\,", StringComparison.Ordinal)}\r\n", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20260511\r\nDTEND;VALUE=DATE:20260512\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\ufffd', text);
    }

    [Fact]
    public async Task what_is_not_translated_waits_and_what_changed_since_is_told_apart()
    {
        using var ana = Visit();
        var content = Newsroom.APage("Con dos idiomas").WithName("In two languages", "en").With("summary", "A page.", "en");
        var key = await Desk.CreateAsync("/acerca/", content);
        await Desk.CreateAsync("/acerca/", Newsroom.APage("En un solo idioma"));
        await Desk.SaveAsync(key, content.With("summary", "Una página que cambió.", Spanish));

        var missing = await ana.GetAsync("/desk/translations?q=idioma");
        var behind = await ana.GetAsync("/desk/translations?what=behind&q=idiomas");

        Assert.Contains("En un solo idioma", missing.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Con dos idiomas", missing.Text, StringComparison.Ordinal);
        Assert.Contains($"/desk/content/{key:d}/translate/en", behind.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task settings_show_the_schema_the_languages_and_where_former_addresses_lead()
    {
        using var ana = Visit();
        var key = await Desk.PublishedAsync("/acerca/", Newsroom.APage("Dirección vieja"));
        await Desk.MoveAsync(key, KeyOf("/participa/"));

        var settings = await ana.GetAsync("/desk/settings");
        var type = await ana.GetAsync("/desk/settings/schema/practice");
        var dictionary = await ana.GetAsync("/desk/settings/dictionary");
        var redirects = await ana.GetAsync("/desk/settings/redirects?q=direccion-vieja");

        Assert.Contains("es-MX", settings.Text, StringComparison.Ordinal);
        Assert.Contains("summary", type.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, dictionary.Status);
        Assert.Contains("/acerca/direccion-vieja/ /participa/direccion-vieja/", redirects.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.GetAsync("/desk/settings/schema/nada")).Status);
    }

    [Fact]
    public async Task settings_are_for_those_who_manage_them()
    {
        Persons.Add("rita", Role.Publisher);
        using var rita = Visit("rita");

        foreach (var address in new[] { "/desk/settings", "/desk/settings/schema", "/desk/settings/schema/practice", "/desk/settings/dictionary", "/desk/settings/redirects" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await rita.GetAsync(address)).Status);
        }
    }
}

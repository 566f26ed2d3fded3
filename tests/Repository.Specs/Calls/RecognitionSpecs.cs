using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Repository.Specs.Site;

namespace Repository.Specs.Calls;

/// <summary>What a recognition says of itself follows the clock to the second, on its page, in lists, and where others show its badge.</summary>
public sealed class RecognitionSpecs(CallStage stage) : IClassFixture<CallStage>
{
    [Fact]
    public async Task a_badge_says_at_the_second_that_it_has_expired()
    {
        var (_, path) = await stage.RecogniseAsync("Del 15 de septiembre", "2022-09-15", "2023-09-15");

        await AssertAsync(path, "2022-09-14T23:59:59-05:00", "upcoming", "Valdrá desde el 15 de septiembre de 2022.");
        await AssertAsync(path, "2022-09-15T00:00:00-05:00", "inForce", "Vigente hasta el 14 de septiembre de 2023.");
        await AssertAsync(path, "2023-07-16T23:59:59-06:00", "inForce", "Vigente hasta el 14 de septiembre de 2023.");
        await AssertAsync(path, "2023-07-17T00:00:00-06:00", "expiring", "Por vencer: vale hasta el 14 de septiembre de 2023.");
        await AssertAsync(path, "2023-09-14T23:59:59-06:00", "expiring", "Por vencer: vale hasta el 14 de septiembre de 2023.");
        await AssertAsync(path, "2023-09-15T00:00:00-06:00", "expired", "Vencido: valió hasta el 14 de septiembre de 2023.");
    }

    [Fact]
    public async Task what_began_on_a_leap_day_holds_through_the_last_day_of_february()
    {
        var (_, path) = await stage.RecogniseAsync("Del año bisiesto", "2024-02-29", "2025-03-01");

        await AssertAsync(path, "2025-02-28T23:59:59-06:00", "expiring", "Por vencer: vale hasta el 28 de febrero de 2025.");
        await AssertAsync(path, "2025-03-01T00:00:00-06:00", "expired", "Vencido: valió hasta el 28 de febrero de 2025.");
    }

    [Theory]
    [InlineData("2023-09-14T23:59:30-06:00", 30)]
    [InlineData("2023-09-14T23:59:59.5-06:00", 0)]
    [InlineData("2023-09-14T22:59:59-06:00", 3600)]
    [InlineData("2024-01-01T00:00:00-06:00", 3600)]
    public async Task a_copy_is_kept_no_longer_than_it_is_true(string now, int seconds)
    {
        var (_, path) = await stage.RecogniseAsync($"Copia de {now}", "2022-09-15", "2023-09-15");
        stage.SetClock(now);

        foreach (var format in (string[])["svg", "json"])
        {
            var badge = await stage.Site.VisitAsync($"{path}insignia.{format}");

            Assert.Equal($"public, must-revalidate, max-age={seconds}", badge.Header("Cache-Control"));
        }
    }

    [Fact]
    public async Task whoever_has_the_badge_of_now_gets_no_other_and_whoever_has_an_old_one_does()
    {
        var (_, path) = await stage.RecogniseAsync("Con etiqueta", "2022-09-15", "2023-09-15");
        stage.SetClock("2023-09-14T23:00:00-06:00");
        var before = await stage.Site.VisitAsync($"{path}insignia.svg");

        var same = await stage.Site.VisitAsync($"{path}insignia.svg", $"If-None-Match: {before.Header("ETag")}");
        stage.SetClock("2023-09-15T00:00:00-06:00");
        var after = await stage.Site.VisitAsync($"{path}insignia.svg", $"If-None-Match: {before.Header("ETag")}");

        Assert.Equal(HttpStatusCode.NotModified, same.Status);
        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Contains("Vencido", after.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/reconocimientos/")]
    [InlineData("/buscar/?q=etiqueta")]
    public async Task pages_in_which_anything_follows_the_clock_are_made_anew_when_it_changes_and_not_before(string page)
    {
        await stage.RecogniseAsync($"Etiquetas de {page.Replace('/', ' ')}", "2031-05-10", "2032-05-10");
        stage.SetClock("2032-05-09T12:00:00-06:00");
        var tag = (await stage.Site.VisitAsync(page)).Header("ETag");

        stage.SetClock("2032-05-09T23:59:59-06:00");
        var before = await stage.Site.VisitAsync(page, $"If-None-Match: {tag}");
        stage.SetClock("2032-05-10T00:00:00-06:00");
        var after = await stage.Site.VisitAsync(page, $"If-None-Match: {tag}");

        Assert.Equal(HttpStatusCode.NotModified, before.Status);
        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.NotEqual(tag, after.Header("ETag"));
    }

    [Fact]
    public async Task a_renewal_takes_over_on_its_first_day()
    {
        var (former, path) = await stage.RecogniseAsync("La de antes", "2025-01-15", "2026-01-15");
        var (_, next) = await stage.RecogniseAsync("La que sigue", "2026-01-10", "2027-01-10", former);

        await AssertAsync(path, "2026-01-09T23:59:59-06:00", "expiring", "Por vencer: vale hasta el 14 de enero de 2026.");
        await AssertAsync(path, "2026-01-10T00:00:00-06:00", "renewed", "Renovado desde el 10 de enero de 2026.");
        await AssertAsync(next, "2026-01-10T00:00:00-06:00", "inForce", "Vigente hasta el 9 de enero de 2027.");
    }

    [Fact]
    public async Task what_was_revoked_says_so_at_once_and_why()
    {
        var (key, path) = await stage.RecogniseAsync("La revocada", "2025-01-15", "2026-01-15");
        stage.SetClock("2025-06-01T00:00:00-06:00");
        var before = await stage.Site.VisitAsync(path);

        await stage.RevokeAsync(key, "La revocada", "2025-01-15", "2026-01-15", "La práctica dejó de publicarse.");

        await AssertAsync(path, "2025-06-01T00:00:00-06:00", "revoked", "Revocado: ya no vale.");
        Assert.Equal(HttpStatusCode.OK, (await stage.Site.VisitAsync(path, $"If-None-Match: {before.Header("ETag")}")).Status);
        Assert.Contains("La práctica dejó de publicarse.", await stage.Site.PageAsync(path), StringComparison.Ordinal);
        Assert.Contains("\"holds\": false", (await stage.Site.VisitAsync($"{path}insignia.json")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_list_has_them_by_what_holds()
    {
        await stage.RecogniseAsync("Lista uno", "2040-01-15", "2041-01-15");
        stage.SetClock("2040-06-01T00:00:00-06:00");

        var page = await stage.Site.PageAsync("/reconocimientos/");
        stage.SetClock("2041-06-01T00:00:00-06:00");
        var later = await stage.Site.PageAsync("/reconocimientos/");

        Assert.Contains("Lista uno", Section(page, "estado-inforce"), StringComparison.Ordinal);
        Assert.Contains("Lista uno", Section(later, "estado-expired"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_program_learns_what_a_person_reads()
    {
        var (_, path) = await stage.RecogniseAsync("Para programas", "2024-03-15", "2025-03-15");
        stage.SetClock("2024-06-01T00:00:00-06:00");

        var reply = await stage.Site.VisitAsync($"{path}insignia.json");
        var json = JsonDocument.Parse(reply.Text).RootElement;

        Assert.Equal("application/json; charset=utf-8", reply.Header("Content-Type"));
        Assert.Equal("*", reply.Header("Access-Control-Allow-Origin"));
        Assert.Equal(("inForce", "2024-03-15", "2025-03-15", true, 87.5), (Text("state"), Text("start"), Text("end"), json.GetProperty("holds").GetBoolean(), json.GetProperty("score").GetDouble()));
        Assert.Equal(CallStage.Moment("2025-01-14T00:00:00-06:00"), json.GetProperty("changesAt").GetDateTimeOffset());
        Assert.EndsWith(path, Text("page"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await stage.Site.VisitAsync(new Uri(json.GetProperty("badge").GetProperty("svg").GetString()!).PathAndQuery)).Status);

        string Text(string name) => json.GetProperty(name).GetString()!;
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData(" {0} ")]
    [InlineData("r-{1}")]
    [InlineData("R - {1}")]
    public async Task whoever_types_a_folio_finds_the_recognition_and_whether_it_holds(string typed)
    {
        var (key, path) = await stage.RecogniseAsync($"Folio {typed}", "2050-01-15", "2051-01-15");
        stage.SetClock("2050-06-01T00:00:00-06:00");
        var folio = stage.Site.Live.Find(key)!.Content.Value("folio", "")!;

        var found = Section(await stage.Site.PageAsync($"/reconocimientos/?folio={Uri.EscapeDataString(string.Format(CultureInfo.InvariantCulture, typed, folio, folio[2..]))}"), "verificar");
        stage.SetClock("2051-01-15T00:00:00-06:00");
        var later = Section(await stage.Site.PageAsync($"/reconocimientos/?folio={folio}"), "verificar");

        Assert.Contains($"href=\"{path}\"", found, StringComparison.Ordinal);
        Assert.Contains($"El folio {folio} es de este reconocimiento.", WebUtility.HtmlDecode(found), StringComparison.Ordinal);
        Assert.Contains("Vigente hasta el 14 de enero de 2051.", WebUtility.HtmlDecode(found), StringComparison.Ordinal);
        Assert.Contains("Vencido: valió hasta el 14 de enero de 2051.", WebUtility.HtmlDecode(later), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("R-")]
    [InlineData("R-99999")]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("%")]
    [InlineData("PTP-2022-000001-A")]
    public async Task a_folio_nobody_has_is_said_to_be_nobodys(string typed)
    {
        await stage.RecogniseAsync($"De nadie {typed.Length}", "2050-01-15", "2051-01-15");

        var page = await stage.Site.PageAsync($"/reconocimientos/?folio={Uri.EscapeDataString(typed)}");

        Assert.Contains($"Ningún reconocimiento publicado tiene el folio {typed}.", WebUtility.HtmlDecode(Section(page, "verificar")), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<h3>", Section(page, "verificar"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_folio_is_asked_for_where_recognitions_are_and_nowhere_else()
    {
        Assert.Contains("name=\"folio\"", await stage.Site.PageAsync("/reconocimientos/"), StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"folio\"", await stage.Site.PageAsync("/convocatorias/?folio=R-1"), StringComparison.Ordinal);
        Assert.Contains("noindex", await stage.Site.PageAsync("/reconocimientos/?folio=R-1"), StringComparison.Ordinal);
        Assert.DoesNotContain("noindex", await stage.Site.PageAsync("/reconocimientos/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task there_is_no_badge_where_there_is_no_recognition()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Site.VisitAsync("/reconocimientos/insignia.svg")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Site.VisitAsync("/reconocimientos/no-existe/insignia.json")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Site.VisitAsync("/acerca/insignia.png")).Status);
    }

    [Fact]
    public async Task a_name_that_is_markup_stays_a_name_in_the_drawing()
    {
        var (_, path) = await stage.RecogniseAsync("<script>alert(1)</script> & \"más\"", "2024-03-15", "2025-03-15");

        var drawing = XDocument.Parse((await stage.Site.VisitAsync($"{path}insignia.svg")).Text);

        Assert.DoesNotContain(drawing.Descendants(), element => element.Name.LocalName == "script");
        Assert.Contains("<script>alert(1)</script> & \"más\"", drawing.Root!.Elements().First().Value, StringComparison.Ordinal);
    }

    /// <summary>Page, drawing and JSON tell the same at a moment.</summary>
    private async Task AssertAsync(string path, string moment, string state, string told)
    {
        stage.SetClock(moment);

        var json = JsonDocument.Parse((await stage.Site.VisitAsync($"{path}insignia.json")).Text).RootElement;

        Assert.Equal((state, told), (json.GetProperty("state").GetString(), json.GetProperty("stateText").GetString()));
        Assert.Contains(told, XDocument.Parse((await stage.Site.VisitAsync($"{path}insignia.svg")).Text).Root!.Value, StringComparison.Ordinal);
        Assert.Contains(told, WebUtility.HtmlDecode(await stage.Site.PageAsync(path)), StringComparison.Ordinal);
    }

    private static string Section(string page, string id)
    {
        var start = page.IndexOf($"<section id=\"{id}\"", StringComparison.Ordinal);
        return start < 0 ? "" : page[start..page.IndexOf("</section>", start, StringComparison.Ordinal)];
    }
}

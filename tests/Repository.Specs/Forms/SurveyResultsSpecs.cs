using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using CsvHelper;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Results;
using Repository.Specs.Seeded;
using Repository.Specs.Site;
using Repository.Testing;
using Repository.Web.Forms;
using Repository.Web.Forms.Results;

namespace Repository.Specs.Forms;

/// <summary>What the public learns of the survey: pages and files from which no cell under five can be read.</summary>
public sealed class SurveyResultsSpecs(SurveySite survey) : IClassFixture<SurveySite>
{
    private const string Results = SurveySite.Results;

    private TestSite Site => survey.Site;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void before_enough_people_have_answered_the_page_says_when_there_will_be_results()
    {
        Assert.Contains("Todavía no hay resultados.", survey.Before, StringComparison.Ordinal);
        Assert.Contains("href=\"/participa/encuesta/\"", survey.Before, StringComparison.Ordinal);
        Assert.DoesNotContain("<select", survey.Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task every_number_of_the_file_is_true_of_an_independent_count_and_no_small_cell_is_told()
    {
        var rows = await CsvAsync("datos.csv");

        Assert.NotEmpty(rows);
        var small = 0;
        foreach (var row in rows.Where(row => row["minimo"].Length > 0))
        {
            var count = survey.People.Count(person => IsIn(person, row["desde"], row["hasta"], row["regiones"]) && Said(person, row["pregunta"], row["opcion"]));
            var (least, most) = (long.Parse(row["minimo"], CultureInfo.InvariantCulture), long.Parse(row["maximo"], CultureInfo.InvariantCulture));
            Assert.InRange(count, least, most);
            if (count < PublishedResults.Threshold) Assert.Equal((0, 4), (least, most));
            if (count is > 0 and < PublishedResults.Threshold) small++;
        }

        Assert.True(small > 5, "The people were meant to make small cells.");
        Assert.All(rows, row => Assert.True(int.Parse(row["personas"], CultureInfo.InvariantCulture) >= PublishedResults.LeastGroup));
    }

    [Fact]
    public async Task the_page_shows_charts_with_tables_and_narrows_by_region_and_month()
    {
        var all = await Site.PageAsync(Results);
        var isthmus = await Site.PageAsync(Results + "?region=isthmus");
        var march = await Site.PageAsync(Results + "?desde=2026-03&hasta=2026-03");
        var nonsense = await Site.PageAsync(Results + "?region=<script>&desde=ayer");

        Assert.Contains("400 personas en este corte.", all, StringComparison.Ordinal);
        Assert.Equal(11, all.Split("<section class=\"result\"").Length);
        Assert.Contains("<rect class=\"bar-maybe\"", all, StringComparison.Ordinal);
        Assert.Matches("<td class=\"num\">[0-9]+–[0-9]+</td>", all);
        Assert.Matches("selected[^>]*>Istmo", isthmus);
        Assert.Contains("no se muestra", isthmus, StringComparison.OrdinalIgnoreCase);
        var inMarch = survey.People.Count(person => person.SentAt!.Value.Month == 3);
        Assert.Contains($"{inMarch} personas en este corte.", march, StringComparison.Ordinal);
        Assert.Contains("400 personas en este corte.", nonsense, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>&", nonsense, StringComparison.Ordinal);
    }

    [Fact]
    public async Task themes_people_ask_for_stand_beside_what_there_is()
    {
        var page = await Site.PageAsync(Results);

        var gaps = page[page.IndexOf("<section id=\"huecos\">", StringComparison.Ordinal)..];
        var practices = (await new Api(Site.Client).ItemsAsync("?filter=contentType:practice&filter=theme:education&take=100")).Length;
        Assert.Matches($"href=\"/buscar/\\?theme=education\"[^>]*>Educación</a>[\\s\\S]*?</th><td class=\"num\">[0-9–]+</td><td class=\"num\">{practices}</td>", gaps);
    }

    [Fact]
    public async Task an_open_answer_is_read_by_somebody_before_the_public_reads_it_and_goes_with_its_entry()
    {
        var told = survey.People.First(person => person.Answers.Text("p10_problema").Length > 0);
        var encoded = WebUtility.HtmlEncode(told.Answers.Text("p10_problema"));

        Assert.DoesNotContain("En sus palabras", await Site.PageAsync(Results), StringComparison.Ordinal);
        Assert.Single(await Lines("respuestas.csv"));

        Assert.True(await Site.Service<IResultStore>().DecideAsync(new OpenAnswerDecision(told.Key, "p10_problema", true, "Ana", SurveySite.March), Cancellation));
        await survey.CountAsync();
        var shown = await Site.PageAsync(Results);
        Assert.Contains($"<p>{encoded}</p>", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("En sus palabras", await Site.PageAsync(Results + "?region=isthmus"), StringComparison.Ordinal);
        Assert.Equal(2, (await Lines("respuestas.csv")).Length);

        await Site.Service<IEntryStore>().EraseAsync(told.Key, "Ana", SurveySite.March, Cancellation);
        await survey.CountAsync();
        Assert.DoesNotContain(encoded, await Site.PageAsync(Results), StringComparison.Ordinal);
        Assert.False(await Site.Service<IResultStore>().DecideAsync(new OpenAnswerDecision(told.Key, "p10_problema", true, "Ana", SurveySite.March), Cancellation));
    }

    [Fact]
    public async Task whoever_has_the_page_gets_it_again_when_the_results_are_others()
    {
        var tag = (await Site.VisitAsync(Results)).Header("ETag");

        await survey.CountAsync();
        Assert.Equal(HttpStatusCode.NotModified, (await Site.VisitAsync(Results, $"If-None-Match: {tag}")).Status);
        var told = survey.People.Last(person => person.Answers.Text("p10_problema").Length > 0);
        Assert.True(await Site.Service<IResultStore>().DecideAsync(new OpenAnswerDecision(told.Key, "p10_problema", true, "Ana", SurveySite.March), Cancellation));
        await survey.CountAsync();

        Assert.Equal(HttpStatusCode.OK, (await Site.VisitAsync(Results, $"If-None-Match: {tag}")).Status);
        await Site.Service<IResultStore>().DecideAsync(new OpenAnswerDecision(told.Key, "p10_problema", false, "Ana", SurveySite.March), Cancellation);
        await survey.CountAsync();
    }

    [Fact]
    public async Task a_restart_tells_nobody_that_what_they_have_is_true_when_an_answer_in_it_was_erased()
    {
        using var folder = new TemporaryFolder();
        FormEntry told;
        await using (var first = await TestSite.StartOnAsync(folder.Path))
        {
            told = (await first.AnswerAsync(12, 5, SurveySite.March, 28)).First(person => person.Answers.Text("p10_problema").Length > 0);
            await first.Service<IResultStore>().DecideAsync(new OpenAnswerDecision(told.Key, "p10_problema", true, "Ana", SurveySite.March), Cancellation);
        }

        string? kept;
        await using (var second = await TestSite.StartOnAsync(folder.Path))
        {
            await Patience.UntilAsync(() => second.Service<ResultBook>().Find(told.Form) is not null, Cancellation);
            var answers = await second.VisitAsync(Results + "respuestas.csv");
            Assert.Contains(told.Answers.Text("p10_problema"), answers.Text, StringComparison.Ordinal);
            kept = answers.Header("ETag");
            await second.Service<IEntryStore>().EraseAsync(told.Key, "Ana", SurveySite.March, Cancellation);
        }

        await using var third = await TestSite.StartOnAsync(folder.Path);
        await Patience.UntilAsync(() => third.Service<ResultBook>().Find(told.Form) is not null, Cancellation);
        var again = await third.VisitAsync(Results + "respuestas.csv", $"If-None-Match: {kept}");

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.DoesNotContain(told.Answers.Text("p10_problema"), again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task there_are_results_of_surveys_alone_and_each_at_one_address()
    {
        Assert.Equal((HttpStatusCode.PermanentRedirect, Results), (await Site.VisitAsync(Results[..^1])) is var led ? (led.Status, led.Header("Location")) : default);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.VisitAsync("/participa/contacto/resultados/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.VisitAsync(Results + "otro.csv")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.VisitAsync(Results + "mas/datos.csv")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.VisitAsync("/resultados/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Site.VisitAsync(Results + "codigos.csv")).Status);
        Assert.StartsWith("attachment", (await Site.VisitAsync(Results + "datos.json")).Header("Content-Disposition"), StringComparison.Ordinal);
    }

    private bool IsIn(FormEntry person, string from, string until, string regions)
    {
        var day = person.SentAt!.Value.ToOffset(TimeSpan.FromHours(-6)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var region = LivePlaces.Of(Site.Live).Find(person.Answers.Text("municipio"))?.Region ?? "sin-region";
        return string.CompareOrdinal(from, day) <= 0 && string.CompareOrdinal(day, until) <= 0 && regions.Split(' ').Contains(region);
    }

    private static bool Said(FormEntry person, string question, string option) => question.Split('.') is [var field, var row]
        ? person.Answers[field].Contains($"{row}={option}")
        : option.Length == 0 ? person.Answers[question].IsEmpty : person.Answers[question].Contains(option);

    private async Task<string[]> Lines(string file) => (await Site.VisitAsync(Results + file)).Text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private async Task<List<Dictionary<string, string>>> CsvAsync(string file)
    {
        using var csv = new CsvReader(new StringReader((await Site.VisitAsync(Results + file)).Text.TrimStart('\uFEFF')), CultureInfo.InvariantCulture);
        await csv.ReadAsync();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (await csv.ReadAsync()) rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name) ?? ""));
        return rows;
    }
}

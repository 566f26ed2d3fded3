using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Kinds;

namespace Repository.Specs.Desk.Forms;

/// <summary>Entries as files: the same rows in each format, with their codebook, and nothing that a spreadsheet would run.</summary>
public sealed class ExportSpecs(FormsDesk desk) : IClassFixture<FormsDesk>
{
    private const string Formula = "=HYPERLINK(\"https://example.org\",\"gratis\")";

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_csv_holds_every_answer_and_no_formula()
    {
        var form = await FormAsync();
        await desk.SentAsync(form.Key, ("dato", Formula), ("clave", "b"));
        await desk.SentAsync(form.Key, ("dato", "con \"comillas\", comas\ny renglones"), ("clave", "a"));

        var (headers, bytes) = await ExportAsync(form.Key, "csv", ("state", "received"), ("mark", "on"));

        var text = Encoding.UTF8.GetString(bytes);
        Assert.StartsWith("\uFEFFfolio,version,culture,state,sentAt,notice,dato,clave\r\n", text, StringComparison.Ordinal);
        Assert.Contains(",\"'=HYPERLINK(\"\"https://example.org\"\",\"\"gratis\"\")\",b\r\n", text, StringComparison.Ordinal);
        Assert.Contains(",\"con \"\"comillas\"\", comas\ny renglones\",a\r\n", text, StringComparison.Ordinal);
        Assert.Equal("attachment", headers.ContentDisposition!.DispositionType);
        Assert.Matches($@"^{form.Alias}-\d{{4}}-\d\d-\d\d\.csv$", headers.ContentDisposition.FileNameStar!);
    }

    [Fact]
    public async Task a_json_holds_the_codebook_and_the_answers_as_they_are()
    {
        var form = await FormAsync();
        var entry = await desk.SentAsync(form.Key, ("dato", Formula), ("clave", "b"));

        var (_, bytes) = await ExportAsync(form.Key, "json", ("state", "received"));

        using var json = JsonDocument.Parse(bytes);
        var row = json.RootElement.GetProperty("entries").EnumerateArray().Single();
        Assert.Equal((entry.Folio, Formula, "b"), (row.GetProperty("folio").GetString(), row.GetProperty("dato").GetString(), row.GetProperty("clave").GetString()));
        var column = json.RootElement.GetProperty("codebook").EnumerateArray().Single(column => column.GetProperty("name").GetString() == "clave");
        Assert.Equal(("¿Cuál?", "La segunda"), (column.GetProperty("label").GetString(), column.GetProperty("codes").GetProperty("b").GetString()));
    }

    [Fact]
    public async Task a_workbook_holds_texts_alone_in_a_sheet_for_answers_and_one_for_codes()
    {
        var form = await FormAsync();
        await desk.SentAsync(form.Key, ("dato", $"{Formula}\u0001<&>\n2"), ("clave", "a"));

        var (_, bytes) = await ExportAsync(form.Key, "xlsx", ("state", "received"));

        using var archive = new ZipArchive(new MemoryStream(bytes));
        var parts = archive.Entries.Where(part => part.FullName.EndsWith(".xml", StringComparison.Ordinal) || part.FullName.EndsWith(".rels", StringComparison.Ordinal)).ToDictionary(part => part.FullName, Read);
        Assert.Equal(["Respuestas", "Libro de códigos"], parts["xl/workbook.xml"].Descendants(Main + "sheet").Select(sheet => (string)sheet.Attribute("name")!));
        var cells = parts["xl/worksheets/sheet1.xml"].Descendants(Main + "row").Select(row => row.Elements(Main + "c").Select(cell => cell.Value).ToArray()).ToArray();
        Assert.Equal(["folio", "version", "culture", "state", "sentAt", "notice", "dato", "clave"], cells[0]);
        Assert.Equal($"{Formula}\uFFFD<&>\n2", cells[1][6]);
        Assert.All(parts.Values, part => Assert.Empty(part.Descendants(Main + "f")));
        Assert.All(parts["xl/worksheets/sheet1.xml"].Descendants(Main + "c").Where(cell => cell.Value.Length > 0), cell => Assert.Equal("inlineStr", (string?)cell.Attribute("t")));
        Assert.Contains("a = La primera; b = La segunda", parts["xl/worksheets/sheet2.xml"].Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task only_the_states_that_were_asked_for_are_handed_out_and_never_what_nobody_sent()
    {
        var form = await FormAsync();
        var (received, held, draft) = (await desk.SentAsync(form.Key, ("dato", "uno")), await desk.SentAsync(form.Key, EntryState.Quarantined, [], ("dato", "dos")), await desk.SentAsync(form.Key, EntryState.Draft, [], ("dato", "tres")));

        var (_, bytes) = await ExportAsync(form.Key, "csv", ("state", "received"), ("state", "draft"), ("state", "erased"));
        var (_, all) = await ExportAsync(form.Key, "csv", ("state", "received"), ("state", "quarantined"));

        Assert.Equal([received.Folio], Folios(bytes));
        Assert.Equal([received.Folio, held.Folio], Folios(all));
        Assert.DoesNotContain(draft.Folio, Folios(all));
    }

    [Fact]
    public async Task an_answer_to_what_is_no_longer_asked_is_still_handed_out()
    {
        var form = await FormAsync();
        await desk.SentAsync(form.Key, ("dato", "de antes"));
        await desk.PublishAsync(form with { Pages = [form.Pages[0] with { Fieldsets = [form.Pages[0].Fieldsets[0] with { Columns = [new FieldColumn("", 0, [FormsDesk.Question(FieldKinds.ShortAnswer, "nuevo", "Nuevo")])] }] }] });
        await desk.SentAsync(form.Key, ("nuevo", "de ahora"));

        var (_, bytes) = await ExportAsync(form.Key, "csv", ("state", "received"));

        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
        Assert.EndsWith("dato,clave,nuevo", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",de antes,,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",,,de ahora", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_answer_is_handed_out_as_what_it_was_an_answer_to()
    {
        var options = System.Collections.Immutable.ImmutableArray.Create(new PreValue("a", "A"), new PreValue("b", "B"), new PreValue("c", "C"));
        var (one, order, gone) = (FormsDesk.Question(FieldKinds.MultipleChoice, "uno", "Uno") with { PreValues = options }, FormsDesk.Question(FieldKinds.Ranking, "orden", "Orden") with { PreValues = options }, FormsDesk.Question(FieldKinds.ShortAnswer, "dato", "Dato"));
        var form = await desk.PublishedAsync("De varias versiones", one, order, gone);
        await desk.SentAsync(form.Key, ("uno", "a"), ("uno", "b"), ("orden", "c"), ("orden", "b"), ("orden", "a"), ("dato", "algo"));
        var fields = System.Collections.Immutable.ImmutableArray.Create(
            one with { Type = FieldKinds.SingleChoice.Id },
            order with { Settings = order.Settings.Add("positions", "1") },
            FormsDesk.Question(FieldKinds.Checkbox, "nueva", "Nueva"));
        await desk.PublishAsync(form with { Pages = [form.Pages[0] with { Fieldsets = [form.Pages[0].Fieldsets[0] with { Columns = [new FieldColumn("", 0, fields)] }] }] });
        await desk.SentAsync(form.Key, ("uno", "b"), ("orden", "b"));

        var (_, bytes) = await ExportAsync(form.Key, "csv", ("state", "received"));

        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
        Assert.EndsWith(",uno.a@1,uno.b@1,uno.c@1,orden.1,orden.2,orden.3,dato,uno,nueva", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",1,1,0,c,b,a,algo,,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",,,,b,,,,b,0", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("json")]
    public async Task all_of_many_entries_are_handed_out(string format)
    {
        var form = await FormAsync();
        foreach (var number in Enumerable.Range(0, 1_201)) await desk.SentAsync(form.Key, ("dato", $"respuesta {number} {new string('x', 200)}"));

        var (_, bytes) = await ExportAsync(form.Key, format, ("state", "received"));

        Assert.Equal(1_201, Rows(format, bytes).Distinct().Count());
    }

    [Fact]
    public async Task who_carried_entries_away_stands_in_the_trail()
    {
        var form = await FormAsync();
        await desk.SentAsync(form.Key, ("dato", "x"));

        await ExportAsync(form.Key, "xlsx", ("state", "received"));

        var line = (await desk.Site.Service<IEntryAccess>().PageAsync(new AccessQuery(10) { Form = form.Key }, Cancellation)).Single();
        Assert.Equal((AccessAct.Exported, "XLSX · received"), (line.Act, line.What));
    }

    private static IEnumerable<string> Rows(string format, byte[] bytes)
    {
        if (format == "csv") return Folios(bytes);
        if (format == "json") return JsonDocument.Parse(bytes).RootElement.GetProperty("entries").EnumerateArray().Select(row => row.GetProperty("folio").GetString()!);
        using var archive = new ZipArchive(new MemoryStream(bytes));
        return Read(archive.GetEntry("xl/worksheets/sheet1.xml")!).Descendants(Main + "row").Skip(1).Select(row => row.Elements().First().Value).ToList();
    }

    private static IEnumerable<string> Folios(byte[] csv) =>
        Encoding.UTF8.GetString(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0]);

    private static XDocument Read(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        return XDocument.Load(stream);
    }

    private Task<FormDefinition> FormAsync() => desk.PublishedAsync(
        "Para exportar",
        FormsDesk.Question(FieldKinds.LongAnswer, "dato", "Dato"),
        FormsDesk.Question(FieldKinds.SingleChoice, "clave", "¿Cuál?") with { PreValues = [new PreValue("a", "La primera"), new PreValue("b", "La segunda")] });

    private async Task<(System.Net.Http.Headers.HttpContentHeaders Headers, byte[] Bytes)> ExportAsync(Guid form, string format, params (string Name, string Value)[] more)
    {
        using var ana = desk.Somebody();
        var page = await ana.OpenAsync($"/desk/forms/{form:d}/export");
        page.Fields.RemoveAll(field => field.Key is "state" or "mark");
        foreach (var (name, value) in more) page.Add(name, value);
        page["format"] = format;
        using var answer = await ana.SendOnlyAsync(page);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (answer.Content.Headers, await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }
}

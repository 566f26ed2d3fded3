using Microsoft.Extensions.Logging.Abstractions;
using Repository.Testing;
using Repository.Web.Media.Texts;

namespace Repository.Web.Tests.Media.Texts;

/// <summary>The words inside files, read as they would be read out: no markup, no times, nothing that was deleted or only meant for those who write.</summary>
public sealed class TextExtractionTests : IDisposable
{
    private readonly AnIntake _intake = new();
    private readonly TemporaryFolder _folder = new();
    private readonly FileTexts _texts;

    public TextExtractionTests() => _texts = new FileTexts(_folder.File("texts"));

    public void Dispose()
    {
        _intake.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task words_of_a_pdf_are_whole_where_a_line_has_parted_them()
    {
        Assert.SkipUnless(Tool.PdfToText.IsInstalled, Tool.PdfToText.WhyAbsent);

        Assert.Equal("Acta de la asamblea\nSe acordó la limpieza comunitaria del río.", await TextOfAsync("acta.pdf", MadeFiles.Pdf("Acta de la asamblea", "Se acord\u00F3 la limpieza comuni-", "taria del r\u00EDo.")));
    }

    [Fact]
    public async Task a_document_says_its_paragraphs_and_not_what_was_deleted()
    {
        var docx = MadeFiles.Docx("Reglamento", "del a</w:t></w:r><w:r><w:t>gua</w:t><w:tab/><w:t>potable", "<w:del><w:r><w:t>secreto</w:t></w:r></w:del>");

        Assert.Equal("Reglamento\ndel agua potable", await TextOfAsync("reglamento.docx", docx));
    }

    [Fact]
    public async Task an_opendocument_says_its_paragraphs_and_not_its_comments()
    {
        var odt = MadeFiles.Odt(
            "<text:tracked-changes><text:p>borrado</text:p></text:tracked-changes><text:h>Tequio</text:h><text:p>Faena<text:s/>de<text:line-break/>todos<office:annotation><text:p>¿quién lo dijo?</text:p></office:annotation></text:p>");

        Assert.Equal("Tequio\nFaena de\ntodos", await TextOfAsync("tequio.odt", odt));
    }

    [Fact]
    public async Task a_sheet_says_the_words_of_its_cells()
    {
        var shared = MadeFiles.Zip(
            ("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<x/>"), ("xl/sharedStrings.xml", "<sst><si><t>Comunidad</t></si><si><r><t>Agua </t></r><r><t>limpia</t></r></si></sst>"));
        var inline = MadeFiles.Zip(
            ("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<x/>"), ("xl/worksheets/sheet1.xml", "<s><row><c><v>12</v></c><c><is><t>Milpa</t></is></c><c><is><t>Maíz</t></is></c></row></s>"));
        var ods = MadeFiles.Zip(
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<d><table-row><table-cell><p>Uno</p></table-cell><table-cell><p>Dos</p></table-cell></table-row></d>"));

        Assert.Equal("Comunidad\nAgua limpia", await TextOfAsync("a.xlsx", shared));
        Assert.Equal("Milpa Maíz", await TextOfAsync("b.xlsx", inline));
        Assert.Equal("Uno\nDos", await TextOfAsync("c.ods", ods));
    }

    [Fact]
    public async Task captions_say_what_is_heard_and_not_when()
    {
        var vtt = "WEBVTT - título\n\nSTYLE\n::cue { color: red }\n\nNOTE de Ana\n\n1\n00:00.000 --> 00:02.000 align:start\n<v Ana>Buenos <i>días</i> &amp; bienvenidos\n\n00:02.000 --> 00:04.000\nBuenos días\n\n00:04.000 --> 00:06.000\nBuenos días\n";
        var srt = "1\r\n00:00:00,000 --> 00:00:01,000\r\n{\\an8}<b>Hola</b>\r\n¿Qué tal?\r\n\r\n2\r\n00:00:01,000 --> 00:00:02,000\r\nAdiós\r\n";

        Assert.Equal("Buenos días & bienvenidos\nBuenos días", await TextOfAsync("a.vtt", MadeFiles.Text(vtt)));
        Assert.Equal("Hola\n¿Qué tal?\nAdiós", await TextOfAsync("a.srt", MadeFiles.Text(srt)));
    }

    [Fact]
    public async Task a_table_is_its_text() => Assert.Equal("clave,nombre\n1,Ñandú", await TextOfAsync("a.csv", MadeFiles.Text("\uFEFFclave,nombre\r\n1,Ñandú\r\n")));

    [Fact]
    public async Task pictures_sound_and_archives_have_no_words()
    {
        Assert.Equal("", await TextOfAsync("foto.png", RealFiles.Bytes("foto.png")));
        Assert.Equal("", await TextOfAsync("voz.mp3", RealFiles.Bytes("voz.mp3")));
        Assert.Equal("", await TextOfAsync("todo.zip", MadeFiles.Zip(("leeme.txt", "palabras"))));
        Assert.False(Directory.Exists(_folder.File("texts")));
    }

    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "bomba.docx", MadeFiles.Bomb("word/document.xml", 300) },
        { "entidades.docx", MadeFiles.Zip(("[Content_Types].xml", ""), ("word/document.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a><t>&x;</t></a>")) },
        { "hondo.docx", MadeFiles.Zip(("[Content_Types].xml", ""), ("word/document.xml", string.Concat(Enumerable.Repeat("<a>", 200_000)))) },
        { "hondo.odt", MadeFiles.Odt($"<office:annotation>{string.Concat(Enumerable.Repeat("<a>", 200_000))}") },
        { "roto.odt", MadeFiles.OpenDocument("text")[..^30] },
        { "roto.xlsx", MadeFiles.Zip(("[Content_Types].xml", ""), ("xl/workbook.xml", ""), ("xl/sharedStrings.xml", "no es XML")) },
        { "mentira.pdf", MadeFiles.Text("%PDF-1.7\n1 0 obj\n%%EOF") },
        { "bomba.pdf", MadeFiles.Text($"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>endobj trailer<</Root 1 0 R>>\n%%EOF") },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task a_hostile_file_has_no_words_and_is_not_read_twice(string name, byte[] bytes)
    {
        Assert.SkipWhen(name.EndsWith(".pdf", StringComparison.Ordinal) && !Tool.PdfToText.IsInstalled, Tool.PdfToText.WhyAbsent);
        var hash = Put(bytes);
        var before = GC.GetTotalAllocatedBytes();

        var text = await Extraction().TextOfAsync(hash, Extension(name), TestContext.Current.CancellationToken);

        Assert.Equal("", text);
        Assert.Equal("", _texts.Find(hash.Hex, Extension(name)));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 400_000_000);
    }

    [Fact]
    public async Task a_pdf_waits_for_its_program_and_whatever_that_does_nothing_else_breaks()
    {
        var hash = Put(MadeFiles.Pdf("Hola"));
        using var bin = new TemporaryFolder();
        var extraction = ExtractionBy(new PdfToText($"{bin.Path}:/usr/bin:/bin"));
        var none = new PdfToText(bin.Path);

        Assert.Null(await ExtractionBy(none).TextOfAsync(hash, "pdf", TestContext.Current.CancellationToken));
        Assert.Null(_texts.Find(hash.Hex, "pdf"));

        bin.Script(PdfToText.Program, "yes palabra");
        var endless = await extraction.TextOfAsync(hash, "pdf", TestContext.Current.CancellationToken);
        Assert.InRange(endless!.Length, GatheredText.Most / 2, GatheredText.Most);

        var other = Put(MadeFiles.Pdf("Adiós"));
        bin.Script(PdfToText.Program, "kill -SEGV $$");
        Assert.Equal("", await extraction.TextOfAsync(other, "pdf", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task a_file_is_read_once()
    {
        var hash = Put(MadeFiles.Docx("Hola"));
        await Extraction().TextOfAsync(hash, "docx", TestContext.Current.CancellationToken);

        File.Delete(_intake.Store.Find(hash)!);

        Assert.Equal("Hola", await Extraction().TextOfAsync(hash, "docx", TestContext.Current.CancellationToken));
        Assert.Equal("Hola", new FileTexts(_folder.File("texts")).Find(hash.Hex, "docx"));
    }

    private async Task<string?> TextOfAsync(string name, byte[] bytes) => await Extraction().TextOfAsync(Put(bytes), Extension(name), TestContext.Current.CancellationToken);

    private TextExtraction Extraction() => ExtractionBy(new PdfToText("/usr/bin:/bin"));

    private TextExtraction ExtractionBy(PdfToText pdf) => new(_intake.Store, _texts, pdf, NullLogger<TextExtraction>.Instance);

    private static string Extension(string name) => Path.GetExtension(name)[1..];

    /// <summary>Into the store without being examined: older versions of the program let in what this one does not.</summary>
    private Repository.Storage.Files.FileHash Put(byte[] bytes)
    {
        var hash = Repository.Storage.Files.FileHash.Of(System.Security.Cryptography.SHA256.HashData(bytes));
        var path = Path.Combine(Path.GetDirectoryName(_intake.Store.Incoming)!, hash.Hex[..2], hash.Hex[2..]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return hash;
    }
}

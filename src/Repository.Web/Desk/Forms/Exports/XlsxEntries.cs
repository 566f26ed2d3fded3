using System.IO.Compression;
using System.Text;

namespace Repository.Web.Desk.Forms.Exports;

/// <summary>
/// A workbook of two sheets, entries and codebook, written row by row: the least that Office Open XML (ECMA-376) asks for (docs/decisions). Every cell is a text
/// and marked as one, so that no answer is a formula, nor becomes one when somebody edits its cell.
/// </summary>
internal sealed class XlsxEntries : IEntryFormat
{
    private const int RowsAtOnce = 100;

    /// <summary>What a cell of the format holds at most.</summary>
    private const int LongestCell = 32_767;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Begin = $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><worksheet xmlns=\"{Main}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>";
    private const string End = "</sheetData></worksheet>";

    private static readonly (string Name, string Text)[] Parts =
    [
        ("[Content_Types].xml", """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
            """),
        ("_rels/.rels", $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """),
        ("xl/workbook.xml", $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="Respuestas" sheetId="1" r:id="rId1"/><sheet name="Libro de códigos" sheetId="2" r:id="rId2"/></sheets></workbook>
            """),
        ("xl/_rels/workbook.xml.rels", $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """),
        // Format 49 is text; the quote says the same to whoever edits a cell. The second style is that of heads.
        ("xl/styles.xml", $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" quotePrefix="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>
            """),
    ];

    public string Name => "xlsx";

    public string MediaType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<long> WriteAsync(Stream output, EntrySheet sheet, CancellationToken cancellation)
    {
        using var passing = new PassingStream();
        var count = 0L;
        using (var archive = new ZipArchive(passing, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in Parts) Write(archive, name, [text]);
            using (var part = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open())
            {
                Write(part, Begin + Row(sheet.Export.Columns.Select(column => column.Name), 2));
                await foreach (var entry in sheet.Entries.WithCancellation(cancellation))
                {
                    Write(part, Row(sheet.Export.Row(entry), 1));
                    if (++count % RowsAtOnce == 0) await passing.PassAsync(output, cancellation);
                }

                Write(part, End);
            }

            Write(archive, "xl/worksheets/sheet2.xml", [Begin, Row(EntrySheet.CodebookHeads, 2), .. sheet.Codebook.Select(line => Row(line, 1)), End]);
        }

        await passing.PassAsync(output, cancellation);
        return count;
    }

    private static void Write(ZipArchive archive, string name, IEnumerable<string> texts)
    {
        using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        foreach (var text in texts) Write(part, text);
    }

    private static void Write(Stream part, string text) => part.Write(Encoding.UTF8.GetBytes(text));

    private static string Row(IEnumerable<string> cells, int style)
    {
        var row = new StringBuilder("<row>");
        foreach (var cell in cells)
        {
            if (cell.Length == 0) row.Append("<c/>");
            else row.Append("<c t=\"inlineStr\" s=\"").Append(style).Append("\"><is><t xml:space=\"preserve\">").Append(Escaped(cell)).Append("</t></is></c>");
        }

        return row.Append("</row>").ToString();
    }

    /// <summary>Without the letters that XML has no place for, and no longer than a cell may be.</summary>
    private static string Escaped(string cell)
    {
        var text = new StringBuilder(cell.Length + 16);
        foreach (var rune in (cell.Length > LongestCell ? cell[..LongestCell] : cell).EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '\r' => text.Append("&#13;"),
                < ' ' and not ('\t' or '\n') or 0xFFFE or 0xFFFF => text.Append('\uFFFD'),
                _ => text.Append(rune.ToString()),
            };
        }

        return text.ToString();
    }
}

using System.Text;
using Repository.Core.Forms.Entries;

namespace Repository.Web.Desk.Forms.Exports;

/// <summary>RFC 4180 in UTF-8, with the mark by which spreadsheets know it where that is wanted. A cell that a spreadsheet would run is made a text.</summary>
internal sealed class CsvEntries(bool withMark) : IEntryFormat
{
    private const int Portion = 32 * 1024;

    public string Name => "csv";

    public string MediaType => "text/csv; charset=utf-8";

    public async Task<long> WriteAsync(Stream output, EntrySheet sheet, CancellationToken cancellation)
    {
        var (text, count) = (new StringBuilder(withMark ? "\uFEFF" : ""), 0L);
        Append(text, sheet.Export.Columns.Select(column => column.Name));
        await foreach (var entry in sheet.Entries.WithCancellation(cancellation))
        {
            Append(text, sheet.Export.Row(entry));
            count++;
            if (text.Length > Portion) await FlushAsync();
        }

        await FlushAsync();
        return count;

        async Task FlushAsync()
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellation);
            text.Clear();
        }
    }

    /// <summary>The codebook, as a table of its own.</summary>
    public static byte[] Codebook(EntrySheet sheet)
    {
        var text = new StringBuilder("\uFEFF");
        Append(text, EntrySheet.CodebookHeads);
        foreach (var line in sheet.Codebook) Append(text, line);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells)
    {
        text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");
    }

    private static string Quoted(string cell)
    {
        var neutral = EntryExport.Neutral(cell);
        return neutral.AsSpan().IndexOfAny("\",\r\n") < 0 ? neutral : $"\"{neutral.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

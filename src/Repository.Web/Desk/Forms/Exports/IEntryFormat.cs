using Repository.Core.Forms.Entries;

namespace Repository.Web.Desk.Forms.Exports;

/// <summary>A kind of file that entries are handed out as. Each writes as it reads, however many there are.</summary>
internal interface IEntryFormat
{
    /// <summary>Also the end of the file's name.</summary>
    string Name { get; }

    string MediaType { get; }

    /// <returns>How many entries were written.</returns>
    Task<long> WriteAsync(Stream output, EntrySheet sheet, CancellationToken cancellation);
}

/// <summary>What is handed out: the columns with their codebook, and the entries one by one.</summary>
internal sealed record EntrySheet(string Form, EntryExport Export, IAsyncEnumerable<FormEntry> Entries)
{
    /// <summary>The codebook as a table: column, what was asked, what it holds, codes and their meaning.</summary>
    public IEnumerable<string[]> Codebook => Export.Columns.Select(column => (string[])[column.Name, column.Label, column.Holds, string.Join("; ", column.Codes.Select(code => $"{code.Value} = {code.Caption}"))]);

    public static readonly string[] CodebookHeads = ["columna", "pregunta", "contenido", "códigos"];
}

using System.Text.Json;

namespace Repository.Web.Desk.Forms.Exports;

/// <summary>One object with the codebook and the entries, each an object by column. Values are as they were given: nothing runs in JSON.</summary>
internal sealed class JsonEntries : IEntryFormat
{
    private const int Portion = 32 * 1024;

    public string Name => "json";

    public string MediaType => "application/json";

    public async Task<long> WriteAsync(Stream output, EntrySheet sheet, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output);
        var count = 0L;
        json.WriteStartObject();
        json.WriteString("form", sheet.Form);
        WriteCodebook(json, sheet);
        json.WriteStartArray("entries");
        await foreach (var entry in sheet.Entries.WithCancellation(cancellation))
        {
            json.WriteStartObject();
            foreach (var (column, cell) in sheet.Export.Columns.Zip(sheet.Export.Row(entry))) json.WriteString(column.Name, cell);
            json.WriteEndObject();
            count++;
            if (json.BytesPending > Portion) await json.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
        return count;
    }

    private static void WriteCodebook(Utf8JsonWriter json, EntrySheet sheet)
    {
        json.WriteStartArray("codebook");
        foreach (var column in sheet.Export.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("label", column.Label);
            json.WriteString("holds", column.Holds);
            json.WriteStartObject("codes");
            foreach (var code in column.Codes) json.WriteString(code.Value, code.Caption);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

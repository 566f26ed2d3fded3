using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Results;
using Repository.Web.Forms.Results;

namespace Repository.Web.Site.Machines.Surveys;

/// <summary>Published results to take along: one line for each cell of each group, what the codes mean, and all of it as JSON. Nothing here is not on the page.</summary>
internal static class ResultFiles
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Null when there is no such file.</summary>
    public static MachineDocument? Find(string name, SurveyResults results) => name switch
    {
        "datos.csv" => Csv(["desde", "hasta", "regiones", "personas", "pregunta", "opcion", "minimo", "maximo"], results.Published.Groups.SelectMany(group => group.Tables.SelectMany(table => Cells(group, table)))),
        "codigos.csv" => Csv(["pregunta", "texto", "forma", "opcion", "significado"], results.Published.Tables.SelectMany(Codes)),
        "respuestas.csv" => Csv(["pregunta", "texto", "respuesta"], results.Open.Select(answer => (string[])[answer.Field.Alias, answer.Field.Caption, answer.Text])),
        "datos.json" => new MachineDocument("application/json; charset=utf-8", Encoding.UTF8.GetBytes(ResultJson.Write(results.Published))),
        _ => null,
    };

    /// <summary>A withheld table has one line without numbers, so that it is not taken for one that was forgotten.</summary>
    private static IEnumerable<string[]> Cells(PublishedGroup group, PublishedTable told)
    {
        string[] own = [Day(group.From), Day(group.Until), string.Join(' ', group.Regions.Select(region => region.Length == 0 ? "sin-region" : region)), Number(group.Size), told.Table.Name];
        return told.IsWithheld
            ? [[.. own, "", "", ""]]
            : told.Table.Options.Zip(told.Cells).Select(cell => (string[])[.. own, cell.First.Value, Number(cell.Second.Least), Number(cell.Second.Most)]);
    }

    private static IEnumerable<string[]> Codes(AnswerTable table) => table.Options.Select(option => (string[])[table.Name, table.Caption, Shape(table), option.Value, option.Caption]);

    private static string Shape(AnswerTable table) => table.Shape switch
    {
        TableShape.OneOf => "una opción por persona",
        TableShape.AnyOf => "las que apliquen",
        _ => $"{table.Most} por persona",
    };

    private static MachineDocument Csv(string[] head, IEnumerable<string[]> rows)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, WithMark))
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
        {
            foreach (var row in rows.Prepend(head))
            {
                foreach (var cell in row) csv.WriteField(EntryExport.Neutral(cell));
                csv.NextRecord();
            }
        }

        return new MachineDocument("text/csv; charset=utf-8", bytes.ToArray());
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

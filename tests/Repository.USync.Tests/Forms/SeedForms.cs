using System.Text.Json;
using Repository.Core.Forms;
using Repository.Core.Forms.Designs;
using Repository.Testing;

namespace Repository.USync.Tests.Forms;

/// <summary>The forms of the seed, made from the facts in <c>data/</c>.</summary>
internal static class SeedForms
{
    public static IReadOnlyList<FormDefinition> Made() =>
    [
        SurveyDesign.Make(Document("formulario-gobierno-abierto-2022")),
        ApplicationDesign.Make(Document("convocatoria-tp-2022"), Catalogue),
        ProposalDesign.Make(),
        ContactDesign.Make(),
    ];

    public static JsonElement Document(string name) => JsonElement.Parse(File.ReadAllBytes(ProjectFolder.Find($"data/{name}.json")));

    /// <summary>The options of a table, by the column the call names and the one people read.</summary>
    private static IEnumerable<PreValue> Catalogue(string file)
    {
        var (value, caption) = file switch
        {
            "ods-metas.csv" => ("codigo", "sintesis"),
            _ => ("id", "nombre"),
        };
        var rows = File.ReadAllLines(ProjectFolder.Find($"data/{file}")).Where(line => line.Length > 0).Select(Cells).ToList();
        var (from, to) = (rows[0].IndexOf(value), rows[0].IndexOf(caption));
        return rows.Skip(1).Select(row => new PreValue(row[from], file == "ods-metas.csv" ? $"{row[from]} {row[to]}" : row[to]));
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string> { "" };
        var quoted = false;
        foreach (var letter in line)
        {
            if (letter == '"') quoted = !quoted;
            else if (letter == ',' && !quoted) cells.Add("");
            else cells[^1] += letter;
        }

        return cells;
    }
}

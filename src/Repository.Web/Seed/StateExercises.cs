namespace Repository.Web.Seed;

/// <summary>How far each state's local exercise had come in late 2016. What the source does not say, or cannot be read in it, stays empty.</summary>
internal static class StateExercises
{
    private const string Year = "2016";

    public static void Add(SeedBed bed, Facts facts, Vocabularies words)
    {
        foreach (var row in facts.Table("ejercicios-estatales-2016"))
        {
            var state = words.Called("states", row["entidad"]).ToArray();
            bed.Add($"stateExercise/{Year}/{row["entidad"]}", "stateExercise", SeedKeys.Section("plans"), $"{row["entidad"]}, {Year}").With(sheet => sheet
                .Text("sourceId", $"{Year}-{row["entidad"]}")
                .Text("year", Year)
                .Pick("states", state)
                .Choice("group", row["grupo"] == "sin firma" ? "Sin firma" : row["grupo"])
                .Text("secretariatInstalled", YesOrNo(row["secretariado_instalado"]))
                .Text("planLaunched", YesOrNo(row["plan_lanzado"]))
                .Pick("status", words.Called("planStatuses", row["estatus"]))
                .Pick("documents", row.List("documento").Select(Documents.Key))
                .Text("verificationNotes", row["nota"])
                .Pick("dataQualityFlags", row["nota"].Length > 0 || row["estatus"].Length == 0 ? [words.Term("dataQualityFlags", "incompleteSource")] : []));
        }
    }

    private static string YesOrNo(string word) => word switch { "sí" => "Sí", "no" => "No", _ => "" };
}

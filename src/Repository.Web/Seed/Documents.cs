namespace Repository.Web.Seed;

/// <summary>The five source documents as the documentary collection describes them.</summary>
internal static class Documents
{
    public static Guid Key(string id) => SeedKeys.Content($"document/{id}");

    public static void Add(SeedBed bed, Facts facts, Vocabularies words)
    {
        var publishers = Publishers(facts);
        foreach (var row in facts.Table("documentos-fuente"))
        {
            var isWhole = row["id"] is "pal-oax-2018" or "pal-gto-2019";
            bed.Add($"document/{row["id"]}", "document", SeedKeys.Section("library"), row["titulo"]).With(sheet => sheet
                .Text("sourceId", row["id"])
                .Text("summary", $"{Capital(row["tipo"])} de {row["anio"]}. {row["institucion"]}.")
                .Text("umbracoUrlName", row["id"])
                .Text("notation", row["semilla"])
                .Text("year", row["anio"])
                .Text("issuedOn", row["anio"])
                .Text("institution", row["institucion"])
                .Pick("publisher", publishers.TryGetValue(row["id"], out var publisher) ? [Actors.Key(publisher)] : [])
                .Pick("kind", words.Called("documentKinds", row["tipo"]))
                .Pick("states", words.Called("states", row["entidad_federativa"]))
                .Pick("languages", words.Terms("languages", ["es-MX"]))
                .Tags("tags", "gobierno abierto", row["tipo"])
                .Text("verificationNotes", row["observaciones"])
                .Pick("dataQualityFlags", words.Terms("dataQualityFlags", isWhole ? ["sourceInconsistency"] : ["incompleteSource"])));
        }
    }

    /// <summary>Who answers for a document, where the facts drawn from it say so.</summary>
    private static Dictionary<string, string> Publishers(Facts facts)
    {
        var call = facts.Document("convocatoria-tp-2022");
        var publishers = Plans.All.Select(plan => plan.File).Append("programa-2021").Select(facts.Document).ToDictionary(source => source["documento"], source => source["responsable"]);
        publishers[call["documento"]] = call.Below("hechos")["convoca"];
        return publishers;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

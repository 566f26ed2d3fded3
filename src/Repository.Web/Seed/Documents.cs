namespace Repository.Web.Seed;

/// <summary>The five source documents as the documentary collection describes them.</summary>
internal static class Documents
{
    public static Guid Key(string id) => SeedKeys.Content($"document/{id}");

    public static void Add(SeedBed bed, Facts facts, Vocabularies words)
    {
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
                .Pick("kind", words.Called("documentKinds", row["tipo"]))
                .Pick("states", words.Called("states", row["entidad_federativa"]))
                .Pick("languages", words.Terms("languages", ["es-MX"]))
                .Tags("tags", "gobierno abierto", row["tipo"])
                .Text("verificationNotes", row["observaciones"])
                .Pick("dataQualityFlags", words.Terms("dataQualityFlags", isWhole ? ["sourceInconsistency"] : ["incompleteSource"])));
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}

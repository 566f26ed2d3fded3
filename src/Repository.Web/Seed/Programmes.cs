namespace Repository.Web.Seed;

/// <summary>The 2021 programme as a tree: axes, strategies, lines of action, with the source's codes.</summary>
internal sealed class Programmes(SeedBed bed, Vocabularies words)
{
    public void Add(Facts facts)
    {
        var programme = facts.Document("programa-2021");
        var needs = programme.Below("requerimientos");
        var item = bed.Add($"programme/{programme["id"]}", "programme", SeedKeys.Section("programmes"), programme["titulo"]).With(sheet => sheet
            .Text("sourceId", programme["id"])
            .Text("umbracoUrlName", "2021")
            .Text("summary", programme["objetivo_general"])
            .Text("year", "2021")
            .Text("motto", programme["lema"])
            .Text("policy", programme["politica"])
            .Pick("owner", Actors.Key(programme["responsable"]))
            .Pick("documents", Documents.Key(programme["documento"]))
            .Text("generalObjective", programme["objetivo_general"])
            .Lines("specificObjectives", programme.Texts("objetivos_especificos"))
            .Lines("staff", needs.Facts("personal").Select(person => $"{person["cantidad"]} · {person["perfil"]}{(person.Flag("activo") ? "" : " (por contratar)")}"))
            .Lines("equipment", needs.Texts("tecnologia"))
            .Lines("funding", needs.Texts("financieros"))
            .Blocks("referenceIndicators", programme.Facts("indicadores_de_referencia").Select(indicator => new Block("indicator", new Sheet()
                .Text("displayName", indicator["nombre"]).Text("publisher", indicator["institucion"]).Text("formula", indicator["mide"]).Text("proposedBy", "La fuente"))))
            .Blocks("figures", programme.Facts("cifras_citadas").Select(figure => new Block("figure", new Sheet().Text("label", figure["dato"]).Text("value", figure["valor"]).Number("sourceNumber", 1))))
            .Blocks("legalFramework", programme.Facts("base_legal").Select(norm => new Block("legalReference", new Sheet().Text("norm", norm["norma"]).Text("articles", string.Join(", ", norm.Texts("articulos"))))))
            .Blocks("sources", new Block("source", new Sheet().Text("title", programme["titulo"]).Pick("document", Documents.Key(programme["documento"])).Text("year", "2021")))
            .Pick("confidence", words.Term("confidenceLevels", "medium"))
            .Text("verificationNotes", string.Join('\n', [.. programme.Texts("inconsistencias"), programme["nota"]]))
            .Pick("dataQualityFlags", words.Terms("dataQualityFlags", ["sourceInconsistency", "incompleteSource"])));
        foreach (var axis in programme.Facts("ejes"))
        {
            var below = AddNode(item.Key, "axis", axis["numero"], axis["titulo"]).With(sheet => sheet.Text("objective", axis["objetivo"]).Text("problem", axis["problema"]));
            foreach (var strategy in axis.Facts("estrategias"))
            {
                var lines = AddNode(below.Key, "strategy", strategy["codigo"], strategy["descripcion"]);
                foreach (var line in strategy.Facts("lineas")) AddNode(lines.Key, "lineOfAction", line["codigo"], line["descripcion"]);
            }
        }
    }

    private Seedling AddNode(Guid parent, string level, string code, string text) =>
        bed.Add($"programmeNode/pat-dga-2021/{code}", "programmeNode", parent, $"{code}. {text.TrimEnd('.')}").With(sheet => sheet
            .Text("sourceId", $"pat-dga-2021-{code}")
            .Text("umbracoUrlName", code)
            .Text("code", code)
            .Text("description", level == "axis" ? "" : text)
            .Pick("programmeLevel", words.Term("programmeLevels", level)));
}

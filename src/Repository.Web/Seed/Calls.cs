namespace Repository.Web.Seed;

/// <summary>The 2022 call for practices of proactive transparency, with the gaps of its source; form and rubric are our proposal and say so.</summary>
internal static class Calls
{
    private const string NotOfficial = "Propuesta de este repositorio; no es la rúbrica oficial.";

    public static Guid Key(string id) => SeedKeys.Content($"call/{id}");

    public static void Add(SeedBed bed, Facts facts, Vocabularies words)
    {
        var call = facts.Document("convocatoria-tp-2022");
        var told = call.Below("hechos");
        var contact = told.Below("contacto");
        var rubric = call.Below("rubrica_propuesta");
        var other = contact.Below("otro");
        bed.Add($"call/{call["id"]}", "call", SeedKeys.Section("calls"), call["titulo"]).With(sheet => sheet
            .Text("sourceId", call["id"])
            .Text("umbracoUrlName", "transparencia-proactiva-2022")
            .Text("summary", "Los sujetos obligados de Oaxaca presentan sus prácticas de transparencia proactiva; el órgano garante las evalúa y reconoce a las mejores por doce meses.")
            .Text("year", "2022")
            .Text("edition", "2022")
            .Pick("convener", Actors.Key(told["convoca"]))
            .Text("addressees", told["quien_puede_participar"])
            .Moment("closingDate", $"{told["fecha_limite"]}T00:00:00+00:00")
            .Moment("closesAt", $"{told["fecha_limite"]}T23:59:00-05:00", "America/Mexico_City")
            .Text("awardDate", told["reconocimiento"])
            .Text("validityMonths", told["vigencia_meses"])
            .Lines("process", told.Texts("proceso"))
            .Rich("body", $"""
                <p>{told["evaluacion"]}</p>
                <p>También atiende la {other["area"]}: {other["correo"]}, {other["telefono"]}.</p>
                <h2>Cómo propone evaluar este repositorio</h2>
                <p>El puntaje es la {rubric["puntaje"]}. {rubric["regla"]} {NotOfficial}</p>
                """)
            .Text("support", told["apoyo"])
            .Pick("status", words.Term("callStatuses", "closed"))
            .Blocks("requiredDocuments", told.Facts("documentos_requeridos").Select(document => new Block("requiredDocument", new Sheet().Text("displayName", document["nombre"]).Flag("essential", true))))
            .Text("contactUnit", contact["area"])
            .Text("contactEmail", contact["correo"])
            .Links("contactLinks", SeedLink.Out(contact["sitio"]))
            .Text("form", SeedKeys.Form(call["id"]).ToString())
            .Blocks("rubric", rubric.Facts("criterios").Select(criterion => new Block("rubricCriterion", new Sheet()
                .Text("displayName", criterion["nombre"]).Text("weight", criterion["peso"]).Text("levelTwo", criterion["nivel_2"]).Text("levelFour", criterion["nivel_4"]))))
            .Blocks("rubricLevels", rubric.Facts("niveles").Select(level => new Block("rubricLevel", new Sheet().Text("value", level["valor"]).Text("displayName", level["nombre"]))))
            .Text("minimumScore", rubric["umbral_reconocimiento"])
            .Text("disagreementThreshold", "20")
            .Text("rubricOrigin", NotOfficial)
            .Pick("principles", words.Terms("principles", ["proactiveTransparency", "transparency"]))
            .Pick("documents", Documents.Key(call["documento"]))
            .Blocks("sources", new Block("source", new Sheet().Text("title", "Presentación de la segunda sesión de trabajo 2022 del STGAO").Pick("document", Documents.Key(call["documento"])).Text("year", "2022")))
            .Pick("confidence", words.Term("confidenceLevels", "medium"))
            .Text("verificationNotes", string.Join('\n', [.. call.Texts("vacios"), "La fuente da el día del cierre, no la hora: se anota el último minuto de ese día."]))
            .Pick("dataQualityFlags", words.Terms("dataQualityFlags", ["incompleteSource", "inferredDate", "editorialChoice"])));
    }
}

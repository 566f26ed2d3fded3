namespace Repository.Web.Seed;

/// <summary>Tables for reuse: the consultations of the source documents, and the catalogues this repository stands on.</summary>
internal sealed class Datasets(SeedBed bed, Vocabularies words, MediaLibrary media)
{
    /// <summary>The facts' words for a column and a question, as the editors' lists have them.</summary>
    private static readonly Dictionary<string, string> ColumnTypes = new() { ["entero"] = "Entero", ["texto"] = "Texto", ["número"] = "Decimal", ["sí/no"] = "Sí o no" };
    private static readonly Dictionary<string, string> QuestionTypes = new() { ["opcion_unica"] = "Una opción", ["opcion_multiple"] = "Varias opciones" };

    public static Guid Key(string id) => SeedKeys.Content($"dataset/{id}");

    public void Add(Facts facts)
    {
        foreach (var set in facts.Document("consultas").Facts("conjuntos")) AddConsultation(set);
        AddCatalogue(new("municipios-oaxaca", "Municipios de Oaxaca", "Los 570 municipios con clave oficial, región, distrito, población de 2020, régimen de elección y lenguas registradas."), facts);
        AddCatalogue(new("regiones", "Regiones de Oaxaca", "Las ocho regiones con su número de municipios y distritos, su población de 2020 y el centro de sus cabeceras."), facts);
        AddCatalogue(new("temas", "Temas del repositorio", "La lista única de temas, con las palabras que cada fuente usa para ellos."), facts);
        AddCatalogue(new("principios", "Principios de gobierno abierto", "Los principios y componentes que nombran los documentos fuente, con su definición y una pregunta guía."), facts);
        AddCatalogue(new("ejercicios-estatales-2016", "Ejercicios estatales de gobierno abierto, 2016", "Hasta dónde había llegado el ejercicio local de cada estado a finales de 2016, según la propuesta de trabajo de ese año."), facts);
    }

    private void AddConsultation(Fact set) => bed.Add($"dataset/{set["id"]}", "dataset", SeedKeys.Section("datasets"), set["titulo"]).With(sheet => sheet
        .Text("sourceId", set["id"])
        .Text("umbracoUrlName", set["id"])
        .Text("summary", $"{set["pregunta"]} Cifras de la fuente; redacción propia.")
        .Text("year", set["fecha"][..4])
        .Pick("kind", words.Called("datasetKinds", set["tipo"]))
        .Pick("states", words.Called("states", set["entidad"]))
        .Text("fieldworkDate", set["fecha"])
        .Text("placeOrMedium", set["lugar_o_medio"])
        .Pick("publisher", set["convoca"] is { Length: > 0 } actor ? [Actors.Key(actor)] : [])
        .Text("population", set["poblacion"])
        .Text("sampleSize", set["tamano_muestra"])
        .Text("question", set["pregunta"])
        .Choice("questionType", QuestionTypes.GetValueOrDefault(set["tipo_de_pregunta"]))
        .Text("unit", set["unidad"])
        .Tags("formats", "CSV")
        .Pick("documents", Documents.Key(set["documento"]))
        .Pick("themes", words.Terms("themes", set.Facts("filas").Select(row => row["tema_clave"]).Where(key => key.Length > 0)))
        .Blocks("columns", set.Facts("columnas").Select(column => new Block("dataColumn", new Sheet()
            .Text("displayName", column["nombre"]).Choice("type", ColumnTypes[column["tipo"]]).Text("description", column["descripcion"]))))
        .Blocks("files", Variant($"{set["id"]}.csv"))
        .Lines("notes", set.Texts("notas"))
        .Blocks("sources", new Block("source", new Sheet().Text("title", set["titulo"]).Pick("document", Documents.Key(set["documento"]))))
        .Pick("confidence", words.Term("confidenceLevels", "medium"))
        .Pick("dataQualityFlags", words.Terms("dataQualityFlags", ["incompleteSource", "editorialChoice"])));

    private void AddCatalogue(Catalogue catalogue, Facts facts)
    {
        var columns = facts.Table(catalogue.Id)[0].Fields.Keys;
        bed.Add($"dataset/{catalogue.Id}", "dataset", SeedKeys.Section("datasets"), catalogue.Title).With(sheet => sheet
            .Text("sourceId", catalogue.Id)
            .Text("umbracoUrlName", catalogue.Id)
            .Text("summary", catalogue.Summary)
            .Pick("kind", words.Term("datasetKinds", catalogue.Id == "ejercicios-estatales-2016" ? "statistics" : "catalogue"))
            .Pick("states", words.Called("states", catalogue.Id == "ejercicios-estatales-2016" ? "Nacional" : "Oaxaca"))
            .Text("version", "1")
            .Tags("formats", "CSV")
            .Pick("frequency", words.Term("frequencies", "asNeeded"))
            .Blocks("columns", columns.Select(column => new Block("dataColumn", new Sheet().Text("displayName", column).Text("description", $"{char.ToUpperInvariant(column[0])}{column[1..].Replace('_', ' ')}."))))
            .Blocks("files", Variant($"{catalogue.Id}.csv"))
            .Pick("licence", words.Term("licences", "ccBy40"))
            .Text("verificationNotes", "De dónde viene cada columna se explica en el archivo data/README.md del proyecto.")
            .Pick("dataQualityFlags", words.Term("dataQualityFlags", "toVerify")));
    }

    private Block Variant(string file) => new("fileVariant", new Sheet()
        .Pick("role", words.Term("fileRoles", "data")).File("file", media[file]).Pick("language", words.Term("languages", "es-MX")).Text("note", "CSV, UTF-8, con encabezados."));

    private sealed record Catalogue(string Id, string Title, string Summary);
}

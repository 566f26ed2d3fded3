namespace Repository.Web.Seed;

/// <summary>Every vocabulary with its terms, from its own table or from the common document. Later subjects find terms here by key or by label.</summary>
internal sealed class Vocabularies
{
    private const string Languages = "languages";

    /// <summary>The table has Spanish words for them; these keys never change.</summary>
    private static readonly string[] OpenDataKeys =
        ["accessible", "comprehensive", "freeOfCharge", "nonDiscriminatory", "timely", "permanent", "primary", "machineReadable", "openFormat", "freeUse"];

    private readonly SeedBed _bed;
    private readonly Facts _facts;
    private readonly Dictionary<(string Vocabulary, string Label), string> _keys = [];
    private readonly Dictionary<string, HashSet<string>> _terms = [];

    public Vocabularies(SeedBed bed, Facts facts)
    {
        _bed = bed;
        _facts = facts;
        foreach (var vocabulary in facts.Document("vocabularios").Facts("vocabularios")) Add(vocabulary);
    }

    public Guid Term(string vocabulary, string key) => _terms[vocabulary].Contains(key)
        ? SeedKeys.Term(vocabulary, key)
        : throw new InvalidOperationException($"The vocabulary {vocabulary} has no term \"{key}\".");

    public IEnumerable<Guid> Terms(string vocabulary, IEnumerable<string> keys) => keys.Select(key => Term(vocabulary, key));

    /// <summary>A term by the word the facts use for it, in any letter case; none for an empty word.</summary>
    public IEnumerable<Guid> Called(string vocabulary, params IEnumerable<string> labels) => labels.Where(label => label.Length > 0).Select(label =>
        _keys.TryGetValue((vocabulary, label.ToUpperInvariant()), out var key) ? Term(vocabulary, key) : throw new InvalidOperationException($"The vocabulary {vocabulary} has nothing called \"{label}\"."));

    /// <summary>Languages go by the name of their row in the table.</summary>
    public IEnumerable<Guid> LanguagesNamed(IEnumerable<string> ids) => Called(Languages, ids);

    private void Add(Fact vocabulary)
    {
        var name = vocabulary["clave"];
        _terms[name] = [];
        var item = _bed.Add($"vocabulary/{name}", "vocabulary", SeedKeys.Section("vocabularies"), vocabulary["nombre"]).With(sheet => sheet
            .Text("key", name).Text("description", vocabulary["descripcion"]).Text("origin", vocabulary["origen"]).Text("umbracoUrlName", vocabulary["direccion"]));
        var add = Adding(name, item.Key);
        foreach (var term in vocabulary.Facts("terminos"))
        {
            add(term["clave"], term["etiqueta"]).Text("description", term["descripcion"]).Text("notation", term["notacion"]).Links("exactMatches", SeedLink.OutWhereGiven(term["enlace"], term["etiqueta"]));
        }

        switch (name)
        {
            case "regions": AddRegions(add); break;
            case "themes": AddThemes(add); break;
            case "principles": AddPrinciples(add); break;
            case "communityForms": AddCommunityForms(add); break;
            case "materialKinds": AddMaterialKinds(add); break;
            case "sdgGoals": AddGoals(add); break;
            case "sdgTargets": AddTargets(add); break;
            case Languages: AddLanguages(add); break;
            case "openDataPrinciples": AddOpenDataPrinciples(add); break;
            case "genderMethodElements": AddMethodElements(add); break;
        }
    }

    private delegate Sheet Adder(string key, string label);

    private Adder Adding(string vocabulary, Guid parent) => (key, label) =>
    {
        _terms[vocabulary].Add(key);
        _keys[(vocabulary, label.ToUpperInvariant())] = key;
        return _bed.Add($"term/{vocabulary}/{key}", "term", parent, label).Sheet.Text("key", key);
    };

    private void AddRegions(Adder add)
    {
        foreach (var row in _facts.Table("regiones"))
        {
            add(row["clave"], row["etiqueta"])
                .Text("description", $"{row["municipios"]} municipios en {row["distritos"]} distritos; {row["poblacion_2020"]} habitantes en 2020.")
                .Place("location", row["centro_latitud"], row["centro_longitud"], "municipality");
        }
    }

    private void AddThemes(Adder add)
    {
        var survey = _facts.Document("formulario-gobierno-abierto-2022").Facts("preguntas").SelectMany(question => question.Facts("opciones"))
            .DistinctBy(option => option["valor"]).ToDictionary(option => option["valor"], option => option["etiqueta"]);
        foreach (var row in _facts.Table("temas"))
        {
            string[] others =
            [
                .. row.List("valores_encuesta_2022").Select(option => survey[option]), .. row.List("valores_practicas"), .. row.List("valores_corpus"),
                .. row.List("valores_consulta_2018"), .. row.List("valores_ejes_guanajuato"),
            ];
            add(row["clave"], row["etiqueta"])
                .Text("description", row["descripcion"])
                .Text("verificationNotes", row["nota"])
                .Lines("synonyms", others.Where(word => !word.Equals(row["etiqueta"], StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase))
                .Pick("relatedTerms", row.List("ods").Select(goal => SeedKeys.Term("sdgGoals", goal)));
        }
    }

    private void AddPrinciples(Adder add)
    {
        foreach (var row in _facts.Table("principios"))
        {
            add(row["clave"], row["nombre"])
                .Text("description", row["definicion"])
                .Text("guidingQuestion", row["pregunta_guia"])
                .Flag("isCore", row.Says("nucleo"))
                .Pick("nearestCore", row.List("nucleo_afin").Select(core => SeedKeys.Term("principles", core)))
                .Pick("relatedTerms", row.List("ods_metas").Select(target => SeedKeys.Term("sdgTargets", target)))
                .Pick("documents", row.List("documentos").Select(Documents.Key));
        }
    }

    private void AddCommunityForms(Adder add)
    {
        foreach (var row in _facts.Table("formas-comunitarias"))
        {
            add(row["clave"], row["etiqueta"])
                .Text("description", row["descripcion"])
                .Lines("synonyms", row.List("nombres_por_region_o_lengua"))
                .Pick("glossaryTerms", row.List("glosario").Select(Glossary.Key))
                .Text("verificationNotes", row["nota"]);
        }
    }

    private void AddMaterialKinds(Adder add)
    {
        var rows = _facts.Table("materiales-tipos");
        foreach (var row in rows)
        {
            add(row["clave"], row["nombre"])
                .Text("description", row["definicion"])
                .Text("medium", row["medio"])
                .Text("fileFormats", row["formatos_tipicos"])
                .Text("accessibilityRequirement", row["requisito_accesibilidad"])
                .Pick("useInstead", rows.Where(other => other["id"] == row["alias_de"]).Select(other => SeedKeys.Term("materialKinds", other["clave"])))
                .Pick("documents", row.List("documentos").Select(Documents.Key))
                .Text("verificationNotes", row["nota"]);
        }
    }

    private void AddGoals(Adder add)
    {
        foreach (var row in _facts.Table("ods"))
        {
            add(row["numero"], row["nombre_corto"])
                .Text("notation", row["codigo"])
                .Text("description", row["proposito"])
                .Text("colour", row["color_hex"].TrimStart('#').ToLowerInvariant())
                .Text("umbracoUrlName", row["numero"])
                .Pick("documents", Plans.All.Where(plan => row.Says(plan.GoalColumn)).Select(plan => Documents.Key(plan.Document)))
                .Links("exactMatches", SeedLink.Out($"https://sdgs.un.org/goals/goal{row["numero"]}", $"Objetivo {row["numero"]} en el sitio de las Naciones Unidas"));
        }
    }

    private void AddTargets(Adder add)
    {
        foreach (var row in _facts.Table("ods-metas"))
        {
            add(row["codigo"], row["sintesis"])
                .Text("notation", row["codigo"])
                .Text("description", $"Meta {(row["tipo"] == "resultado" ? "de resultado" : "sobre los medios de implementación")}. El nombre es una síntesis de este repositorio, no el texto oficial.")
                .Text("umbracoUrlName", row["codigo"])
                .Pick("broader", SeedKeys.Term("sdgGoals", row["ods"]));
        }
    }

    private void AddLanguages(Adder add)
    {
        foreach (var row in _facts.Table("lenguas"))
        {
            add(row["etiqueta_bcp47"], row["nombre"])
                .Text("description", row["municipios_con_presencia"] is { Length: > 0 } count ? $"Registrada en {(count == "1" ? "un municipio" : $"{count} municipios")} de Oaxaca: {string.Join(", ", row.List("regiones"))}." : "")
                .Text("languageFamily", row["familia"])
                .Lines("autonyms", row.List("autonimos"))
                .Lines("isoCodes", row.List("codigos_iso_639_3"))
                .Text("verificationNotes", row["nota_variantes"])
                .Pick("dataQualityFlags", row["confianza_autonimo"] == "por verificar" ? [SeedKeys.Term("dataQualityFlags", "toVerify")] : []);
            _keys[(Languages, row["id"].ToUpperInvariant())] = row["etiqueta_bcp47"];
        }
    }

    private void AddOpenDataPrinciples(Adder add)
    {
        foreach (var (row, key) in _facts.Table("datos-abiertos").Zip(OpenDataKeys))
        {
            add(key, row["nombre"]).Text("notation", row["letra"]).Text("description", row["definicion"])
                .Text("verifiableCriterion", $"{row["criterio_verificable"]} Comprobación de modo {row["modo_de_verificacion"]}: {row["evidencia"]}");
        }
    }

    private void AddMethodElements(Adder add)
    {
        var method = _facts.Document("sentencias").Below("metodo");
        foreach (var element in method.Facts("elementos"))
        {
            add(element["clave"], element["etiqueta"]).Text("notation", element["orden"]).Text("description", element["descripcion"]).Text("verificationNotes", $"Origen: {method["origen"]}.");
        }
    }
}

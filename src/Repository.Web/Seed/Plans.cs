namespace Repository.Web.Seed;

/// <summary>Both action plans with their commitments and activities. Dates and codes are the sources'; the wording is our summary.</summary>
internal sealed class Plans(SeedBed bed, Vocabularies words)
{
    /// <summary>The plans with their file, their source document and the column in which the table of goals says that they name one.</summary>
    public static readonly IReadOnlyList<(string File, string Document, string GoalColumn)> All =
    [
        ("pal-oaxaca-2018", "pal-oax-2018", "en_pal_oaxaca_2018"),
        ("pal-guanajuato-2019", "pal-gto-2019", "en_pal_guanajuato_2019"),
    ];

    public static Guid Key(string id) => SeedKeys.Content($"plan/{id}");

    public static Guid Commitment(string id) => SeedKeys.Content($"commitment/{id}");

    public void Add(Facts facts)
    {
        foreach (var (file, _, _) in All) Add(facts, facts.Document(file));
    }

    private void Add(Facts facts, Fact plan)
    {
        var item = bed.Add($"plan/{plan["id"]}", "actionPlan", SeedKeys.Section("plans"), plan["titulo"]).With(sheet => sheet
            .Text("sourceId", plan["id"])
            .Text("umbracoUrlName", plan["id"])
            .Text("summary", plan["objetivo_estrategico"] + plan["objetivo_general"])
            .Text("year", plan["id"][^4..])
            .Text("validity", plan["vigencia"])
            .Pick("states", words.Called("states", plan["entidad"]))
            .Pick("secretariat", Actors.Key(plan["responsable"]))
            .Pick("members", Actors.MembersOf(facts, plan["responsable"], plan["documento"]))
            .Text("prioritisationMethod", Prioritisation(plan))
            .Pick("documents", Documents.Key(plan["documento"]))
            .Text("generalObjective", plan["objetivo_estrategico"] + plan["objetivo_general"])
            .Lines("specificObjectives", plan.Texts("objetivos_especificos"))
            .Lines("commitmentCriteria", plan.Texts("criterios_de_compromisos"))
            .Pick("sdgGoals", words.Terms("sdgGoals", plan.Texts("ods_alineados")))
            .Blocks("milestones", plan.Facts("hitos").Select(milestone => new Block("milestone", new Sheet().Text("date", milestone["fecha"]).Text("event", milestone["hecho"]))))
            .Blocks("sources", Source(plan["documento"], plan["titulo"]))
            .Pick("confidence", words.Term("confidenceLevels", "high"))
            .Text("verificationNotes", Lines([.. plan.Texts("notas_de_fuente"), .. DateNote(plan), .. plan.Has("encuesta_2018") ? [plan.Below("encuesta_2018")["nota"]] : Array.Empty<string>()]))
            .Pick("dataQualityFlags", words.Terms("dataQualityFlags", ["sourceInconsistency", "editorialChoice"])));
        foreach (var commitment in plan.Facts("compromisos")) AddCommitment(plan, item.Key, commitment);
    }

    private void AddCommitment(Fact plan, Guid parent, Fact commitment)
    {
        var inconsistencies = commitment.Texts("inconsistencias");
        var item = bed.Add($"commitment/{commitment["id"]}", "commitment", parent, commitment["titulo"]).With(sheet => sheet
            .Text("sourceId", commitment["id"])
            .Text("umbracoUrlName", $"compromiso-{commitment["numero"]}")
            .Text("summary", Short(commitment["compromiso"] + commitment["proposito_ciudadano"]))
            .Text("number", commitment["numero"])
            .Text("axis", commitment["eje"])
            .Text("problem", commitment["problema"])
            .Text("objective", commitment["objetivo"])
            .Text("promise", commitment["compromiso"])
            .Text("citizenPurpose", commitment["proposito_ciudadano"])
            .Pick("leads", commitment.Texts("encabezan").Concat(commitment.Texts("responsables")).Select(Actors.Key))
            .Pick("authorities", commitment.Texts("autoridades").Select(Actors.Key))
            .Pick("civilSociety", commitment.Texts("sociedad_civil").Select(Actors.Key))
            .Text("startDate", commitment["mes_inicio"])
            .Text("endDate", commitment["mes_fin"])
            .Pick("frequency", Cadence(commitment).Select(key => words.Term("frequencies", key)))
            .Text("cadenceFrom", Cadence(commitment).Length > 0 ? commitment["mes_inicio"] : "")
            .Text("cadenceUntil", Cadence(commitment).Length > 0 ? commitment["mes_fin"] : "")
            .Lines("meansOfVerification", commitment.Texts("medios_de_verificacion"))
            .Links("sites", commitment.Texts("sitios").Select(site => SeedLink.Out(site)))
            .Pick("sdgGoals", words.Terms("sdgGoals", commitment.Texts("ods_declarado")))
            .Pick("sdgTargets", words.Terms("sdgTargets", commitment.Texts("metas_declaradas")))
            .Pick("suggestedSdgGoals", words.Terms("sdgGoals", commitment.Texts("ods_sugerido")))
            .Pick("suggestedSdgTargets", words.Terms("sdgTargets", commitment.Texts("metas_sugeridas")))
            .Blocks("indicators", commitment.Facts("indicadores_propuestos").Select(indicator => new Block("indicator", new Sheet()
                .Text("displayName", indicator["nombre"]).Text("formula", indicator["formula"]).Text("proposedBy", "La fuente"))))
            .Blocks("sources", Source(plan["documento"], plan["titulo"]))
            .Pick("confidence", words.Term("confidenceLevels", inconsistencies.Count == 0 ? "high" : "medium"))
            .Text("verificationNotes", Lines([.. inconsistencies, .. Note(commitment)]))
            .Pick("dataQualityFlags", words.Terms("dataQualityFlags", Flags(commitment, inconsistencies))));
        foreach (var activity in commitment.Facts("actividades")) AddActivity(commitment, item.Key, activity);
    }

    private void AddActivity(Fact commitment, Guid parent, Fact activity) =>
        bed.Add($"activity/{commitment["id"]}/{activity["codigo"]}", "activity", parent, $"{activity["codigo"]}. {activity["descripcion"]}").With(sheet =>
        {
            var due = Deadlines.Of(activity);
            sheet.Text("sourceId", $"{commitment["id"]}-{activity["codigo"]}".ToLowerInvariant())
                .Text("umbracoUrlName", activity["codigo"].ToLowerInvariant())
                .Text("code", activity["codigo"])
                .Text("description", activity["descripcion"])
                .Pick("owners", activity.Texts("responsables").Select(Actors.Key))
                .Pick("frequency", Frequency(activity["periodicidad"]).Select(key => words.Term("frequencies", key)))
                .Text("indicator", activity["indicador"])
                .Lines("meansOfVerification", activity.Texts("medios_de_verificacion"))
                .Pick("status", words.Term("activityStatuses", "unknown"))
                .Text("verificationNotes", Lines(Note(activity)))
                .Pick("dataQualityFlags", words.Terms("dataQualityFlags", due is null ? ["missingDate"] : []));
            if (due is not null) sheet.Json("dueDate", due);
        });

    private static IEnumerable<Block> Source(string document, string title) =>
        [new Block("source", new Sheet().Text("title", title).Pick("document", Documents.Key(document)).Text("note", "Resumen con palabras propias; fechas y claves como en la fuente."))];

    /// <summary>A commitment has a rhythm of its own when all its activities keep the same one.</summary>
    private static string[] Cadence(Fact commitment) =>
        commitment.Facts("actividades").Select(activity => activity["periodicidad"]).Distinct().ToArray() is [{ Length: > 0 } rhythm] ? Frequency(rhythm) : [];

    /// <summary>How the source says the themes were chosen; the figures themselves are datasets.</summary>
    private static string Prioritisation(Fact plan) => plan.Has("consulta_2018") && plan.Has("encuesta_2018")
        ? $"Consulta ciudadana de agosto de 2018 y encuesta de octubre de 2018, con {plan.Below("encuesta_2018")["encuestas"]} cuestionarios; ambas están en la sección de datos."
        : "";

    private static string[] Frequency(string word) => word switch
    {
        "" => [],
        "semanal" => ["weekly"],
        "mensual" => ["monthly"],
        "bimestral" => ["bimonthly"],
        "trimestral" => ["quarterly"],
        "cuatrimestral" => ["fourMonthly"],
        "permanente" => ["permanent"],
        "según calendario editorial" => ["asScheduled"],
        "anual" => ["annual"],
        "semestral" => ["semiannual"],
        _ => throw new InvalidOperationException($"No frequency is called \"{word}\"."),
    };

    private static string[] Flags(Fact commitment, IReadOnlyList<string> inconsistencies) => inconsistencies.Count == 0 ? [] :
    [
        "sourceInconsistency",
        .. commitment["problema"].Length == 0 ? ["copiedText"] : Array.Empty<string>(),
        .. inconsistencies.Any(text => text.Contains("numeración", StringComparison.Ordinal)) ? ["numberingGap"] : Array.Empty<string>(),
        .. inconsistencies.Any(text => text.Contains("denominador", StringComparison.Ordinal)) ? ["missingDenominator"] : Array.Empty<string>(),
    ];

    private static string[] DateNote(Fact plan) =>
        plan.Facts("compromisos").SelectMany(commitment => commitment.Facts("actividades")).Any(activity => activity["fecha_original"].Length > 0)
            ? []
            : ["Los plazos de las actividades se dan por mes; aquí se escriben con palabras propias."];

    private static string[] Note(Fact fact) => fact["nota"].Length == 0 ? [] : [fact["nota"]];

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Short(string text) => text.Length <= 600 ? text : text[..text.LastIndexOf(' ', 597)] + "…";
}

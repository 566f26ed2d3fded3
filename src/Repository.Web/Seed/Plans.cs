using System.Globalization;
using System.Text.Json.Nodes;

namespace Repository.Web.Seed;

/// <summary>Both action plans with their commitments and activities. Dates and codes are the sources'; the wording is our summary.</summary>
internal sealed class Plans(SeedBed bed, Vocabularies words)
{
    public static Guid Key(string id) => SeedKeys.Content($"plan/{id}");

    public static Guid Commitment(string id) => SeedKeys.Content($"commitment/{id}");

    public void Add(Facts facts)
    {
        foreach (var name in (string[])["pal-oaxaca-2018", "pal-guanajuato-2019"]) Add(facts.Document(name));
    }

    private void Add(Fact plan)
    {
        var item = bed.Add($"plan/{plan["id"]}", "actionPlan", SeedKeys.Section("plans"), plan["titulo"]).With(sheet => sheet
            .Text("sourceId", plan["id"])
            .Text("umbracoUrlName", plan["id"])
            .Text("summary", plan["objetivo_estrategico"] + plan["objetivo_general"])
            .Text("year", plan["id"][^4..])
            .Text("validity", plan["vigencia"])
            .Pick("states", words.Called("states", plan["entidad"]))
            .Pick("secretariat", Actors.Key(plan["responsable"]))
            .Pick("documents", Documents.Key(plan["documento"]))
            .Text("generalObjective", plan["objetivo_estrategico"] + plan["objetivo_general"])
            .Lines("specificObjectives", plan.Texts("objetivos_especificos"))
            .Lines("commitmentCriteria", plan.Texts("criterios_de_compromisos"))
            .Pick("sdgGoals", words.Terms("sdgGoals", plan.Texts("ods_alineados")))
            .Blocks("milestones", plan.Facts("hitos").Select(milestone => new Block("milestone", new Sheet().Text("date", milestone["fecha"]).Text("event", milestone["hecho"]))))
            .Blocks("sources", Source(plan["documento"], plan["titulo"]))
            .Pick("confidence", words.Term("confidenceLevels", "high"))
            .Text("verificationNotes", Lines(plan.Texts("notas_de_fuente")))
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
            var due = DueDate(activity);
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

    /// <summary>The plan's own words where there are any, and the months they stand for.</summary>
    private static JsonObject? DueDate(Fact activity)
    {
        var (first, last) = (activity["mes_inicio"], activity["mes_fin"]);
        var literal = activity["fecha_original"] is { Length: > 0 } words ? words : string.Join(" – ", ((string[])[first, last]).Where(month => month.Length > 0).Distinct());
        return literal.Length == 0 ? null : new JsonObject
        {
            ["literal"] = literal,
            ["from"] = first.Length == 0 ? null : $"{first}-01",
            ["to"] = last.Length == 0 ? null : LastDay(last),
            ["kind"] = KindOf(activity, first, last),
        };
    }

    private static string KindOf(Fact activity, string first, string last) => activity["periodicidad"] switch
    {
        "permanente" => "permanent",
        "cuatrimestral" => "quadrimestral",
        _ when activity["fecha_original"].StartsWith("Sujet", StringComparison.Ordinal) => "conditional",
        _ when first.Length == 0 => "unknown",
        _ => first == last ? "month" : "range",
    };

    private static string LastDay(string month) => DateOnly.ParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(1).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

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
        _ => ["asNeeded"],
    };

    private static string[] Flags(Fact commitment, IReadOnlyList<string> inconsistencies) => inconsistencies.Count == 0 ? [] :
    [
        "sourceInconsistency",
        .. commitment["problema"].Length == 0 ? ["copiedText"] : Array.Empty<string>(),
        .. inconsistencies.Any(text => text.Contains("numeración", StringComparison.Ordinal)) ? ["numberingGap"] : Array.Empty<string>(),
        .. inconsistencies.Any(text => text.Contains("denominador", StringComparison.Ordinal)) ? ["missingDenominator"] : Array.Empty<string>(),
    ];

    private static string[] Note(Fact fact) => fact["nota"].Length == 0 ? [] : [fact["nota"]];

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Short(string text) => text.Length <= 600 ? text : text[..text.LastIndexOf(' ', 597)] + "…";
}

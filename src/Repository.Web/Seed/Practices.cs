using Repository.Core.Practices;

namespace Repository.Web.Seed;

/// <summary>Documentary sheets of practices: known from public sources, and shown as pending their community's validation.</summary>
internal sealed class Practices(SeedBed bed, Vocabularies words)
{
    /// <summary>Words of the facts that are not the vocabularies' own.</summary>
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["práctica comunitaria"] = "communityPractice",
        ["práctica institucional"] = "institutionalPractice",
        ["compromiso de plan de acción local"] = "planCommitment",
    };

    /// <summary>The one practice this repository can judge the effort of: its own.</summary>
    private const string Ours = "repositorio-practicas-surco";

    private static readonly Dictionary<string, string> Confidence = new() { ["alta"] = "high", ["media"] = "medium", ["por verificar"] = "low" };

    public static Guid Key(string id) => SeedKeys.Content($"practice/{id}");

    public void Add(Facts facts)
    {
        var names = facts.Table("formas-comunitarias").ToDictionary(row => row["clave"], row => row.List("nombres_por_region_o_lengua").ToArray());
        foreach (var practice in facts.Document("practicas-semilla").Facts("practicas")) Add(practice, names);
    }

    private void Add(Fact practice, Dictionary<string, string[]> names)
    {
        var item = bed.Add($"practice/{practice["id"]}", "practice", SeedKeys.Section("practices"), practice["titulo"]).With(sheet =>
        {
            Identify(sheet, practice);
            Tell(sheet, practice);
            Place(sheet, practice);
            Prove(sheet, practice);
            sheet.Blocks("namedForms", LocalNames(practice, names));
            if (practice["id"] == Ours) sheet.Number("complexity", 4).Text("complexityReason", "Valoración de este repositorio sobre su propio trabajo: cada ficha pide acuerdo y revisión con la comunidad.");
        });
        if (!Translations.Practices.TryGetValue(practice["id"], out var english)) return;
        item.InEnglish(english.Title, sheet => sheet
            .Text("summary", english.Summary)
            .Text("context", english.Context)
            .Lines("howItWorks", english.HowItWorks)
            .Lines("replicationNeeds", english.ReplicationNeeds)
            .Text("translationNote", Translations.Note));
    }

    private void Identify(Sheet sheet, Fact practice) => sheet
        .Text("sourceId", practice["id"])
        .Text("umbracoUrlName", practice["id"])
        .Pick("kind", words.Term("practiceKinds", Kinds[practice["tipo"]]))
        .Pick("sheetKind", words.Term("sheetKinds", "documentary"))
        .Pick("validationState", words.Term("validationStates", "pendingCommunityValidation"))
        .Pick("themes", words.Term("themes", practice["tema_clave"]))
        .Pick("principles", words.Terms("principles", practice.Texts("principios_clave")))
        .Pick("communityForms", words.Terms("communityForms", practice.Texts("forma_comunitaria")))
        .Pick("sdgTargets", words.Terms("sdgTargets", practice.Texts("ods_metas")))
        .Pick("sdgGoals", words.Terms("sdgGoals", practice.Texts("ods_metas").Select(target => target.Split('.')[0])))
        .Pick("status", words.Term("practiceStatuses", "unknown"))
        .Pick("commitments", practice["compromiso_id"] is { Length: > 0 } commitment ? [Plans.Commitment(commitment)] : []);

    private void Tell(Sheet sheet, Fact practice) => sheet
        .Text("summary", practice["resumen"])
        .Text("context", practice["contexto"])
        .Lines("howItWorks", practice.Texts("como_funciona"))
        .Lines("replicationNeeds", practice.Texts("para_replicar"))
        .Blocks("replicaConditions", practice.Texts("para_replicar").Select(need => new Block("replicaCondition", new Sheet().Text("condition", need))))
        .Blocks("buildingBlocks", new Block("buildingBlock", new Sheet().Text("title", "Cómo funciona, paso a paso").Lines("steps", practice.Texts("como_funciona"))))
        .Blocks("actorRoles", practice.Facts("actores").Select(Actor))
        .Blocks("indicators", practice.Facts("indicadores").Select(indicator => new Block("indicator", new Sheet()
            .Text("displayName", indicator["nombre"])
            .Text("formula", indicator["calculo"])
            .Text("meansOfVerification", indicator["medio_de_verificacion"])
            .Text("proposedBy", IndicatorProposer.Repository))));

    private Block Actor(Fact actor) => new("actorRole", actor["actor_id"] is { Length: > 0 } id
        ? new Sheet().Pick("actor", Actors.Key(id))
        : new Sheet().Text("displayName", actor["nombre"]).Pick("actorKind", words.Called("actorKinds", Actors.Kind(actor["tipo"]))));

    private void Place(Sheet sheet, Fact practice) => sheet
        .Pick("scope", words.Called("scopes", practice["alcance"]))
        .Pick("states", words.Called("states", practice["entidad"]))
        .Pick("region", words.Called("regions", practice["region"]))
        .Pick("municipalities", practice.Texts("municipios").Select(Municipalities.Key))
        .Lines("localities", practice.Texts("localidades"))
        .Lines("peoples", practice.Texts("pueblos"))
        .Pick("languages", words.LanguagesNamed(practice.Texts("lenguas")));

    private void Prove(Sheet sheet, Fact practice) => sheet
        .Blocks("figures", practice.Facts("cifras").Select(figure => new Block("figure", new Sheet()
            .Text("label", figure["dato"])
            .Text("value", figure["valor"])
            .Text("unit", figure["unidad"])
            .Text("year", figure["anio"])
            .Number("sourceNumber", figure["fuente"].Length == 0 ? null : int.Parse(figure["fuente"], System.Globalization.CultureInfo.InvariantCulture) + 1))))
        .Blocks("sources", practice.Facts("fuentes").Select(source => new Block("source", new Sheet()
            .Text("title", source["titulo"])
            .Text("publisher", source["publica"])
            .Text("year", source["anio"])
            .Links("link", SeedLink.OutWhereGiven(source["url"], source["titulo"]))
            .Text("note", "Consultada en parte; la dirección puede haber cambiado."))))
        .Pick("confidence", words.Term("confidenceLevels", Confidence[practice["confianza"]]))
        .Text("verificationNotes", string.Join('\n', practice.Texts("notas_verificacion")))
        .Pick("dataQualityFlags", words.Terms("dataQualityFlags", practice.Texts("notas_verificacion").Count > 0 ? ["incompleteSource", "toVerify"] : ["incompleteSource"]));

    /// <summary>Names of the form by region or language belong only to the sheets that tell of the form itself, not of one place.</summary>
    private static IEnumerable<Block> LocalNames(Fact practice, Dictionary<string, string[]> names) =>
        practice.Texts("municipios").Count > 0 || practice["entidad"] != "Oaxaca" ? [] : names[practice.Texts("forma_comunitaria")[0]]
            .Select(name => name.TrimEnd(')').Split([": ", " ("], StringSplitOptions.None))
            .Select(parts => new Block("namedForm", new Sheet()
                .Text("variety", parts[0])
                .Text("displayName", parts[1])
                .Text("note", $"{string.Concat(parts.Skip(2).Select(more => $"{char.ToUpperInvariant(more[0])}{more[1..]}. "))}Así lo dan las fuentes; falta que lo confirmen las comunidades.")));
}

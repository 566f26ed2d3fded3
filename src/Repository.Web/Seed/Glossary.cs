namespace Repository.Web.Seed;

/// <summary>The glossary. Definitions are ours; a source's own words have a field of their own, which stays empty.</summary>
internal static class Glossary
{
    public static Guid Key(string id) => SeedKeys.Content($"glossary/{id}");

    public static void Add(SeedBed bed, Facts facts, Vocabularies words)
    {
        foreach (var term in facts.Document("glosario").Facts("terminos"))
        {
            var isOurs = term["origen"] == "repositorio";
            var item = bed.Add($"glossary/{term["id"]}", "glossaryTerm", SeedKeys.Section("glossary"), term["termino"]).With(sheet => sheet
                .Text("sourceId", term["id"])
                .Text("plainDefinition", term["definicion"])
                .Text("notation", term["numeral_mapa_conceptual"])
                .Pick("category", words.Called("glossaryCategories", term["categoria"]))
                .Lines("acronyms", term.Texts("siglas"))
                .Lines("variants", term.Texts("sinonimos"))
                .Pick("related", term.Texts("relacionados").Select(Key))
                .Pick("documents", term.Texts("documentos").Select(Documents.Key))
                .Text("verificationNotes", isOurs ? "Término agregado por el repositorio, sin documento de origen: debe validarse con quienes lo usan." : "")
                .Pick("dataQualityFlags", isOurs ? words.Terms("dataQualityFlags", ["noSourceDocument", "toVerify"]) : []));
            if (Translations.Glossary.TryGetValue(term["id"], out var english))
            {
                item.InEnglish(english.Term, sheet => sheet.Text("plainDefinition", english.Definition).Text("translationNote", Translations.Note));
            }
        }
    }
}

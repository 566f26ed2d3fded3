using System.Globalization;

namespace Repository.Web.Seed;

/// <summary>The 570 municipalities with what the census and the catalogues say of them.</summary>
internal static class Municipalities
{
    private const string Census = "2020";

    public static Guid Key(string officialKey) => SeedKeys.Content($"municipality/{officialKey}");

    public static void Add(SeedBed bed, Facts facts, Vocabularies words)
    {
        foreach (var row in facts.Table("municipios-oaxaca"))
        {
            bed.Add($"municipality/{row["clave_inegi"]}", "municipality", SeedKeys.Section("municipalities"), row["nombre_unico"]).With(sheet => sheet
                .Text("officialKey", row["clave_inegi"])
                .Text("officialName", row["nombre"])
                .Text("district", row["distrito"])
                .Pick("region", words.Called("regions", row["region"]))
                .Place("location", row["latitud"], row["longitud"], "municipality")
                .Text("population", row["poblacion_2020"])
                .Text("indigenousSpeakers", row["hablantes_lengua_indigena_2020"])
                .Text("afroMexicanPopulation", row["poblacion_afromexicana_2020"])
                .Text("censusYear", Census)
                .Pick("governanceRegime", words.Called("governanceRegimes", row["regimen_electoral"]))
                .Pick("mainLanguage", words.LanguagesNamed(row.List("lengua_indigena_principal")))
                .Pick("languages", words.LanguagesNamed(row.List("lenguas_indigenas_presentes")))
                .Text("verificationNotes", Doubts(row))
                .Pick("dataQualityFlags", words.Terms("dataQualityFlags", HasLanguageGap(row) ? ["toVerify", "languageGap"] : ["toVerify"])));
        }
    }

    private static string Doubts(Row row) => string.Join('\n', (string[])
    [
        "El régimen de elección viene de una lista de 2004 con cambios posteriores: debe cotejarse con el catálogo vigente del instituto electoral.",
        .. HasLanguageGap(row) ? ["La fuente de lenguas no registra ninguna aquí, aunque más de tres de cada diez personas hablan una lengua indígena."] : Array.Empty<string>(),
    ]);

    /// <summary>No language on record where many speak one: a hole in the source.</summary>
    private static bool HasLanguageGap(Row row) =>
        row["lenguas_indigenas_presentes"].Length == 0 && Number(row["hablantes_lengua_indigena_2020"]) > 0.3m * Number(row["poblacion_2020"]);

    private static decimal Number(string text) => text.Length == 0 ? 0 : decimal.Parse(text, CultureInfo.InvariantCulture);
}

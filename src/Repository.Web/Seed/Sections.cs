namespace Repository.Web.Seed;

/// <summary>The home page and the sections, in Spanish and English.</summary>
internal static class Sections
{
    private static readonly Guid LeftArea = new("04530840-84ac-5100-b95f-45b79b63d75a");
    private static readonly Guid RightArea = new("d6ffbb7b-9f53-5fab-adff-ec7addca7b6a");

    private static readonly Section[] All =
    [
        new("practices", "Prácticas", "Practices",
            "Formas en que las comunidades y las instituciones de Oaxaca deciden, trabajan y rinden cuentas juntas. Cada ficha dice de dónde viene lo que cuenta.",
            "How communities and institutions in Oaxaca decide, work and answer for their work together. Every sheet says where its information comes from."),
        new("materials", "Materiales", "Materials",
            "Infografías, carteles, videos, cápsulas de audio y manuales para explicar el gobierno abierto, listos para reutilizarse.",
            "Infographics, posters, videos, audio capsules and manuals that explain open government, ready for reuse."),
        new("rulings", "Sentencias", "Rulings",
            "Resoluciones con perspectiva de género explicadas en lectura fácil, con sus fuentes.",
            "Court rulings with a gender perspective, explained in easy language, with their sources."),
        new("plans", "Planes", "Plans",
            "Los planes de acción local con sus compromisos y actividades: qué se prometió, quién responde y para cuándo.",
            "Local action plans with their commitments and activities: what was promised, who answers for it and by when."),
        new("programmes", "Programas", "Programmes",
            "Programas de trabajo en gobierno abierto, con sus ejes, estrategias y líneas de acción.",
            "Work programmes on open government, with their axes, strategies and lines of action."),
        new("actors", "Actores", "Actors",
            "Instituciones y organizaciones que aparecen en los planes y en las prácticas.",
            "Institutions and organisations that appear in the plans and the practices."),
        new("municipalities", "Municipios", "Municipalities",
            "Los 570 municipios de Oaxaca, cada uno con su perfil, para encontrar experiencias propias y cercanas.",
            "The 570 municipalities of Oaxaca, each with its profile, to find experiences of one's own and nearby."),
        new("glossary", "Glosario", "Glossary",
            "Las palabras del gobierno abierto y de la gobernanza comunitaria, en lenguaje sencillo.",
            "The words of open government and community governance, in plain language."),
        new("calls", "Convocatorias", "Calls",
            "Convocatorias para reconocer prácticas de transparencia proactiva.",
            "Calls that recognise practices of proactive transparency."),
        new("recognitions", "Reconocimientos", "Recognitions",
            "Reconocimientos entregados, con su vigencia.",
            "Recognitions granted, with their validity."),
        new("datasets", "Datos", "Data",
            "Tablas para reutilizar: consultas ciudadanas y los catálogos con que trabaja este repositorio.",
            "Tables for reuse: citizen consultations and the catalogues this repository works with."),
        new("library", "Acervo", "Library",
            "Los documentos de los que parte el repositorio, descritos para poder citarlos.",
            "The documents the repository starts from, described so that they can be cited."),
        new("collections", "Colecciones", "Collections",
            "Contenidos reunidos para una ocasión o un público.",
            "Contents brought together for an occasion or an audience."),
        new("news", "Noticias", "News",
            "Lo nuevo del repositorio.",
            "What is new in the repository."),
        new("participation", "Participa", "Take part",
            "Formularios para proponer prácticas, responder la encuesta y avisar de errores.",
            "Forms to propose practices, answer the survey and report errors."),
        new("about", "Acerca", "About",
            "Qué es este repositorio, quién lo sostiene y cómo se usa.",
            "What this repository is, who keeps it and how it is used."),
        new("vocabularies", "Vocabularios", "Vocabularies",
            "Las listas de palabras con que se describe y se encuentra cada contenido.",
            "The lists of words by which every content is described and found."),
    ];

    public static void Add(SeedBed bed, MediaLibrary media)
    {
        var home = bed.Add("home", "home", null, "Inicio").With(sheet => Welcome(sheet, media)).InEnglish("Home", WelcomeInEnglish);
        foreach (var section in All)
        {
            bed.Add($"section/{section.Name}", "section", home.Key, section.Spanish)
                .With(sheet => sheet.Text("summary", section.Summary).Rich("intro", $"<p>{section.Summary}</p>").Text("emptyMessage", "Aquí todavía no hay contenidos: vuelve pronto."))
                .InEnglish(section.English, sheet => sheet
                    .Text("summary", section.EnglishSummary).Rich("intro", $"<p>{section.EnglishSummary}</p>")
                    .Text("emptyMessage", "Nothing here yet: come back soon.").Text("translationNote", Translations.Note));
        }
    }

    private static void Welcome(Sheet sheet, MediaLibrary media) => sheet
        .Text("siteDescription", "Repositorio de prácticas comunitarias y contenidos cívicos de Oaxaca: experiencias que otros municipios pueden retomar.")
        .Pick("featured", Practices.Key("asamblea-general-comunitaria"), Practices.Key("copuda-siembra-de-agua"), Practices.Key("tequio"))
        .Links("footerLinks",
            SeedLink.To(SeedKeys.Section("about")),
            SeedLink.To(media["que-es-una-ficha-documental.pdf"], "Qué es una ficha documental (PDF)"),
            SeedLink.Out("https://creativecommons.org/licenses/by/4.0/deed.es", "Licencia CC BY 4.0"))
        .Rich("footerText", "<p>Contenidos con licencia CC BY 4.0, salvo que se indique otra. Las fichas documentales esperan la validación de su comunidad.</p>")
        .Grid("blocks",
            new Block("heroBlock", new Sheet()
                .Text("title", "Lo que una comunidad aprende, otra lo puede retomar")
                .Text("text", "Asamblea, tequio, comités de agua: experiencias de gobierno propio, contadas paso a paso y con sus fuentes.")
                .File("image", media["portada.svg"])
                .Links("links", SeedLink.To(SeedKeys.Section("practices"), "Ver las prácticas"), SeedLink.To(SeedKeys.Section("municipalities"), "Buscar mi municipio")),
                new Sheet().Text("background", Colour("f6efe3", "Arena")).Choice("width", "Completo").Text("anchor", "inicio")),
            new Block("featuredItems", new Sheet().Text("title", "Para empezar").Pick("items",
                Practices.Key("asamblea-general-comunitaria"), Practices.Key("copuda-siembra-de-agua"), Practices.Key("tequio")), Columns: 8),
            new Block("figure", new Sheet().Text("label", "Municipios de Oaxaca").Text("value", "570").Text("unit", "municipios").Text("year", "2020"), Columns: 4),
            new Block("columnsBlock", new Sheet().Text("title", "Dos maneras de usarlo"))
            {
                Areas = new Dictionary<Guid, Block[]>
                {
                    [LeftArea] = [new Block("linkList", new Sheet().Text("title", "Si trabajas en un municipio").Links("links",
                        SeedLink.To(SeedKeys.Section("municipalities"), "Encuentra tu municipio y los parecidos"), SeedLink.To(SeedKeys.Section("practices"), "Revisa qué necesita cada práctica")), Columns: 6)],
                    [RightArea] = [new Block("callout", new Sheet().Text("title", "Si comunicas").Text("kind", "Para recordar").Text("text", "Cada contenido dice su licencia y cómo citarlo."), Columns: 6)],
                },
            });

    private static void WelcomeInEnglish(Sheet sheet) => sheet
        .Text("siteDescription", "Repository of community practices and civic content of Oaxaca: experiences that other municipalities can take up.")
        .Text("translationNote", Translations.Note)
        .Links("footerLinks", SeedLink.To(SeedKeys.Section("about")), SeedLink.Out("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0 licence"))
        .Rich("footerText", "<p>Content under the CC BY 4.0 licence unless it says otherwise. Documentary sheets await their community's validation.</p>")
        .Grid("blocks",
            new Block("heroBlock", new Sheet()
                .Text("title", "What one community learns, another can take up")
                .Text("text", "Assembly, tequio, water committees: experiences of self-government, told step by step and with their sources.")
                .Links("links", SeedLink.To(SeedKeys.Section("practices"), "See the practices"))),
            new Block("figure", new Sheet().Text("label", "Municipalities of Oaxaca").Text("value", "570").Text("year", "2020"), Columns: 4));

    private static string Colour(string value, string label) => $$"""{"value":"{{value}}","label":"{{label}}"}""";

    private sealed record Section(string Name, string Spanish, string English, string Summary, string EnglishSummary);
}

using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Schema;

namespace Repository.Specs.Delivery;

/// <summary>A small tree with one of everything the contract of the Delivery API speaks of, in the project's own types.</summary>
internal sealed class Village(ContentSchema schema)
{
    public const string Spanish = "es-MX";
    public const string English = "en";

    private const string Summary = "La asamblea reparte los días de trabajo entre las familias y rinde cuentas de lo hecho al final de cada año.";

    public static readonly IReadOnlyDictionary<string, string> Files = new Dictionary<string, string>
    {
        ["aaaa0001/asamblea.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"160\" height=\"90\"><title>Asamblea</title></svg>",
        ["aaaa0002/mapa.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"20\"><title>Mapa</title></svg>",
        ["aaaa0003/guía rápida.pdf"] = "%PDF-1.4 guía",
        ["aaaa0004/acta.pdf"] = "%PDF-1.4 acta de la asamblea",
        ["aaaa0005/sin-ficha.txt"] = "Nadie publicó este archivo.",
    };

    public ImportBatch Batch() => new([.. Items().Select((item, order) => item.Imported(order))], [], "specs");

    public AnItem APractice(string handle, string name, string below = "practicas") => new AnItem(handle, "practice", below)
        .Named(name, Spanish)
        .With("summary", Summary, Spanish)
        .With("sheetKind", Stored.Document("documentary"))
        .With("confidence", Stored.Picked("high"))
        .With("validationState", Stored.Picked("pending"))
        .With("scope", Stored.Picked("community"))
        .With("principles", Stored.Picked("transparency"))
        .With("themes", Stored.Picked("water"))
        .With("sources", Stored.BlockList(schema, new ABlock($"source of {handle}", "source", ("title", "Acta de asamblea"), ("accessedOn", "2026-05-11"))));

    private IEnumerable<AnItem> Items() => [.. Homes(), .. Vocabularies(), .. Municipalities(), .. Practices(), .. Plans(), .. Pieces(), .. Pages(), .. Library()];

    private IEnumerable<AnItem> Homes() =>
    [
        new AnItem("home", "home", null).Named("Inicio", Spanish).Named("Home", English)
            .With("siteDescription", "Prácticas «vivas» de Oaxaca & más", Spanish)
            .With("featured", Stored.Picked("tequio", "draft", "asamblea"))
            .With("blocks", FrontPage(), Spanish),
        new AnItem("casa", "home", null).Named("Otra casa", Spanish),
        Section("practicas", "Prácticas", "Practices"),
        Section("casa-practicas", "Prácticas", null, "casa"),
        Section("solo-aqui", "Solo aquí", null, "casa"),
        Section("municipios", "Municipios", "Municipalities"),
        Section("vocabularios", "Vocabularios", "Vocabularies"),
        Section("planes", "Planes", "Plans"),
        Section("materiales", "Materiales", "Materials"),
        Section("paginas", "Páginas", "Pages"),
    ];

    private static AnItem Section(string handle, string spanish, string? english, string below = "home")
    {
        var section = new AnItem(handle, "section", below).Named(spanish, Spanish);
        return english is null ? section : section.Named(english, English);
    }

    private static IEnumerable<AnItem> Vocabularies() =>
    [
        new AnItem("vocabulary", "vocabulary", "vocabularios").Named("Vocabulario").With("key", "vocabulary"),
        Term("water", "Agua"), Term("roads", "Caminos"),
        Term("transparency", "Transparencia"), Term("openData", "Datos abiertos").With("nearestCore", Stored.Picked("transparency")),
        Term("valles", "Valles Centrales"), Term("mixteca", "Mixteca"),
        Term("documentary", "Documental"), Term("systematised", "Sistematizada"),
        Term("high", "Alta"), Term("pending", "Pendiente"), Term("community", "Comunidad"),
        Term("tequioForm", "Tequio"), Term("goal", "Paz, justicia e instituciones sólidas", "16"), Term("target", "Decisiones inclusivas", "16.7"),
        Term("zap", "Zapoteco"), Term("current", "Vigente"), Term("assembly", "Asamblea"), Term("poster", "Cartel"), Term("everyone", "Todas las personas"),
        Term("committee", "Comité"),
    ];

    private static AnItem Term(string handle, string name, string? key = null) => new AnItem(handle, "term", "vocabulary").Named(name).With("key", key ?? handle);

    private static IEnumerable<AnItem> Municipalities() =>
    [
        new AnItem("ejemplo", "municipality", "municipios").Named("San Pablo Ejemplo").With("officialKey", "20001").With("region", Stored.Picked("valles")).With("population", "5400")
            .With("location", """{"lat":17,"lon":-96.5,"precision":"municipality"}"""),
        new AnItem("canada", "municipality", "municipios").Named("Santa María Cañada").With("officialKey", "20002").With("region", Stored.Picked("mixteca"))
            .With("location", """{"lat":17.5,"lon":-97.5,"precision":"municipality"}"""),
    ];

    /// <summary>The first practice is not written in English while the replication below it is seen in every language.</summary>
    private IEnumerable<AnItem> Practices() =>
    [
        APractice("asamblea", "Asamblea de la milpa").Named("Assembly", English).With("summary", Summary, English).PublicIn(Spanish)
            .With("year", "2021").With("municipalities", Stored.Picked("canada")).With("region", Stored.Picked("mixteca")).With("sdgGoals", Stored.Picked("goal"))
            with { CreatedAt = new DateTimeOffset(2025, 12, 31, 23, 59, 59, TimeSpan.Zero) },
        Replication("replica", "Réplica en la costa", "asamblea"),
        Tequio(),
        APractice("faena", "Faena") with { CreatedAt = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero) },
        APractice("faena-dos", "Faena") with { CreatedAt = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero) },
        APractice("nandu", "Ñandú, árbol & «cañada» <br>").Named("Nandu", English).With("summary", Summary, English).With("year", "2019"),
        APractice("draft", "Borrador de práctica").AsDraft(),
        APractice("restricted", "Práctica reservada") with { IsRestricted = true },
        Replication("restricted-replica", "Réplica reservada", "restricted"),
        APractice("withdrawn", "Práctica retirada").AsDraft(),
        Replication("orphan", "Réplica huérfana", "withdrawn"),
        APractice("binned", "Práctica en la papelera") with { IsTrashed = true },
    ];

    private AnItem Tequio() => APractice("tequio", "Tequio para el camino de saca").Named("Communal work for the road", English)
        .With("summary", Summary, English)
        .With("year", "2019").With("municipalities", Stored.Picked("ejemplo", "canada")).With("region", Stored.Picked("valles"))
        .With("principles", Stored.Picked("openData")).With("themes", Stored.Picked("water", "roads")).With("sdgTargets", Stored.Picked("target"))
        .With("communityForms", Stored.Picked("tequioForm")).With("languages", Stored.Picked("zap")).With("status", Stored.Picked("current")).With("kind", Stored.Picked("assembly"))
        .With("actorRoles", Stored.BlockList(schema, new ABlock("role", "actorRole", ("actor", Stored.Picked("comite")), ("displayName", "Comité de obra"))))
        .With("costs", Stored.BlockList(schema, new ABlock("cost", "cost", ("concept", "Cemento"), ("amount", "1200.50"))))
        .With("adoptionPercent", "12.5").With("adoptionHouseholds", "64").With("complexity", "3").With("validatedByCommunity", "1")
        .With("relatedLinks", Stored.Links(
            new { name = "", target = (string?)null, udi = Stored.Document("asamblea"), url = (string?)null, queryString = "?a=b&c=d" },
            new { name = "El mapa", target = "_blank", udi = Stored.Media("map"), url = (string?)null, queryString = (string?)null },
            new { name = "Sitio ajeno", target = (string?)null, udi = (string?)null, url = "https://example.org/á", queryString = "#ancla" },
            new { name = "Borrador", target = (string?)null, udi = Stored.Document("draft"), url = (string?)null, queryString = (string?)null }))
        .With("coverImage", Stored.PickedMedia(Stored.AMedium("assembly-image", """[{"alias":"card","width":800,"height":600,"coordinates":{"x1":0.1,"y1":0,"x2":0.12,"y2":0.25}}]""", """{"left":0.2,"top":0.8}""")))
        .With("gallery", Stored.PickedMedia(Stored.AMedium("assembly-image"), Stored.AMedium("map")))
        .With("materials", Stored.Picked("cartel"));

    private static AnItem Replication(string handle, string name, string below) => new AnItem(handle, "replication", below).Named(name)
        .With("scope", Stored.Picked("community")).With("kind", Stored.Picked("assembly")).With("status", Stored.Picked("current"));

    private static IEnumerable<AnItem> Plans() =>
    [
        new AnItem("plan", "actionPlan", "planes").Named("Plan de acción 2018").With("sourceId", "PAL-EJ-2018").With("year", "2018"),
        new AnItem("commitment", "commitment", "plan").Named("Compromiso 1").With("sourceId", "PAL-EJ-2018-1"),
        new AnItem("activity", "activity", "commitment").Named("Actividad 1.1").With("code", "1.1").With("description", "Publicar las actas."),
        new AnItem("court", "actor", "materiales").Named("Tribunal de ejemplo").With("kind", Stored.Picked("committee")).With("sourceId", "PAL-EJ-COURT"),
        new AnItem("comite", "actor", "materiales").Named("Comité de obra").With("kind", Stored.Picked("committee")),
    ];

    private IEnumerable<AnItem> Pieces() =>
    [
        Piece("cartel", "Cartel del tequio").With("period", "2019-07").With("practices", Stored.Picked("tequio")).With("plan", Stored.Picked("plan")).With("commitment", Stored.Picked("commitment"))
            .With("audienceAge", "12,60").With("accessibilityFeatures", Stored.List("Texto alternativo", "Lectura fácil")),
        Piece("folleto", "Folleto del agua").With("period", "2020-01"),
        Ruling(),
    ];

    private AnItem Ruling() => new[] { "decision", "effect", "factsInBrief", "genderReasoning", "legalQuestion" }
        .Aggregate(new AnItem("sentencia", "sentenceInfographic", "materiales").Named("Sentencia de ejemplo", Spanish), (ruling, field) => ruling.With(field, Summary, Spanish))
        .With("court", Stored.Picked("court")).With("kind", Stored.Picked("committee")).With("matter", Stored.Picked("poster")).With("finality", Stored.Picked("current"))
        .With("rights", Stored.Picked("transparency")).With("rulingDate", "2021-03-04").With("sheetKind", Stored.Document("documentary"))
        .With("confidence", Stored.Picked("high")).With("validationState", Stored.Picked("pending"))
        .With("sources", Stored.BlockList(schema, new ABlock("source of sentencia", "source", ("title", "Versión pública"), ("accessedOn", "2026-05-11"))));

    private AnItem Piece(string handle, string name) => new AnItem(handle, "outreachMaterial", "materiales").Named(name, Spanish)
        .With("audiences", Stored.Picked("everyone")).With("kind", Stored.Picked("poster")).With("principles", Stored.Picked("transparency")).With("themes", Stored.Picked("water"))
        .With("textEquivalent", Stored.BlockList(schema, new ABlock($"text of {handle}", "textSection", ("body", Stored.RichText(schema, "<p>Lo que se ve, dicho con palabras.</p>")))), Spanish);

    private IEnumerable<AnItem> Pages() =>
    [
        new AnItem("acerca", "page", "paginas").Named("Acerca", Spanish).Named("About", English)
            .With("body", Body(), Spanish)
            .With("sections", Sections(), Spanish)
            .With("tags", Stored.List("agua", "tequio")),
        new AnItem("segunda", "page", "acerca").Named("Segunda", Spanish).Named("Second", English),
        new AnItem("tercera", "page", "segunda").Named("Tercera", Spanish).Named("Third", English),
        new AnItem("noticia", "newsItem", "paginas").Named("Noticia", Spanish)
            .With("publishedOn", "2026-05-11 09:30:00").With("eventDate", "2026-05-12").With("eventTime", "09:30:00")
            .With("image", Stored.PickedMedia(Stored.AMedium("assembly-image"))).With("relatedItems", Stored.Picked("tequio")),
    ];

    private string Body() => Stored.RichText(
        schema,
        $"""<p>La <strong>asamblea</strong> &amp; <a href="/{Local("asamblea")}?pagina=2#fin" type="document" title="Ver">la milpa</a>.</p> <!-- nota --><p><a href="/{Local("draft")}" type="document">roto</a> <a href="/{Local("map")}" type="media">mapa</a></p><p><img src="/media/viejo.svg?width=300" data-udi="{Stored.Media("map")}" alt="Mapa" /></p><umb-rte-block data-content-key="{AnItem.KeyOf("rich-callout"):d}"></umb-rte-block>""",
        new ABlock("rich-callout", "callout", ("text", "Aviso en el texto.")),
        new ABlock("rich-media", "mediaBlock", ("media", Stored.PickedMedia(Stored.AMedium("assembly-image"))), ("caption", "Sin exponer")) { IsExposed = false });

    private static string Local(string handle) => $"{{localLink:{AnItem.KeyOf(handle):d}}}";

    private string Sections() => Stored.BlockList(
        schema,
        new ABlock("section-text", "textSection", ("heading", "Acuerdos"), ("body", Stored.RichText(schema, "<p>Con aviso:</p>", new ABlock("inner-media", "mediaBlock", ("media", Stored.PickedMedia(Stored.AMedium("assembly-image")))))))
        {
            Settings = new ABlock("section-settings", "blockSettings", ("anchor", "acuerdos"), ("width", Stored.List("Ancho")), ("background", """{"value":"f6efe3","label":"Arena"}""")),
        },
        new ABlock("section-callout", "callout", ("text", "Sin exponer.")) { IsExposed = false },
        new ABlock("section-links", "linkList", ("title", "Enlaces"), ("links", Stored.Links(new { name = "", target = (string?)null, udi = Stored.Document("tequio"), url = (string?)null, queryString = (string?)null }))));

    private string FrontPage() => Stored.BlockGrid(
        schema,
        new ABlock("front-columns", "columnsBlock", ("title", "Dos columnas"))
        {
            Areas = new Dictionary<Guid, ABlock[]>
            {
                [new("04530840-84ac-5100-b95f-45b79b63d75a")] = [new ABlock("front-featured", "featuredItems", ("title", "Destacadas"), ("items", Stored.Picked("tequio", "draft", "cartel"))) { Columns = 6 }],
                [new("d6ffbb7b-9f53-5fab-adff-ec7addca7b6a")] = [],
            },
        });

    private static IEnumerable<AnItem> Library() =>
    [
        Medium("infographics", "Folder", null, "Infografías y más"),
        Medium("assembly-image", "Image", "infographics", "Asamblea Paso a Paso").With("altText", "Cinco viñetas").With("umbracoExtension", "svg").With("umbracoBytes", "284113")
            .With("umbracoFile", """{"src":"/media/aaaa0001/asamblea.svg","crops":[{"alias":"card","width":800,"height":600,"coordinates":{"x1":0.3,"y1":0.3,"x2":0.3,"y2":0.3}}],"focalPoint":{"left":0.5,"top":0.33}}""")
            .With("licence", Stored.Document("documentary")),
        Medium("maps", "Folder", "infographics", "Mapas"),
        Medium("map", "umbracoMediaVectorGraphics", "maps", "Mapa").With("altText", "Los caminos del pueblo").With("umbracoFile", "/media/aaaa0002/mapa.svg"),
        Medium("guide", "umbracoMediaArticle", null, "Guía rápida").With("umbracoFile", "/media/aaaa0003/guía rápida.pdf").With("umbracoExtension", "pdf"),
        Medium("minutes", "umbracoMediaArticle", null, "Acta").With("umbracoFile", "/media/aaaa0004/acta.pdf") with { IsRestricted = true, Kind = ItemKind.Media },
        Medium("binned-media", "Folder", null, "En la papelera") with { IsTrashed = true, Kind = ItemKind.Media },
    ];

    private static AnItem Medium(string handle, string type, string? below, string name) => new AnItem(handle, type, below) { Kind = ItemKind.Media }.Named(name);
}

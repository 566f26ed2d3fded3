using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Schema;
using Repository.Specs;
using Repository.Web.Seed;

namespace Repository.Browser.Tests;

/// <summary>
/// What the seed content has none of and pages have to bear all the same: kinds that nobody wrote yet, a name without an end, words of a language of Oaxaca, a picture
/// that is missing, a section with nothing in it and one with a thousand things, and an address that was withdrawn.
/// </summary>
internal sealed class RareItems
{
    public const int Many = 1_000;

    /// <summary>The section with nothing in it.</summary>
    public const string Empty = "/sin-nada/";

    /// <summary>The section with a thousand things, and its last page.</summary>
    public const string Crowded = "/mil-avisos/";

    public const string LastPage = "/mil-avisos/?skip=980";

    /// <summary>A search for what only one thing is called.</summary>
    public const string OnlyOne = "/buscar/?q=%22Aviso+777%22";

    public const string Gone = "/noticias/se-retira/";

    private readonly ContentSchema _schema;
    private readonly SeedBed _bed;
    private readonly List<Seedling> _items = [];

    private RareItems(ContentSchema schema, ContentValidation validation)
    {
        _schema = schema;
        _bed = new SeedBed(schema, validation);
        AddKinds();
        AddPractices();
        AddPieces();
        AddSections();
        Add("news/gone", "newsItem", SeedKeys.Section("news"), "Se retira").Text("summary", "Quien venga después lee que se retiró.");
    }

    /// <summary>Those with a page of their own that is looked at; what fills a section is not among them.</summary>
    public static async Task<IReadOnlyList<Guid>> PlantAsync(TestSite site)
    {
        var (writer, validation) = (site.Service<ContentWriter>(), site.Service<ContentValidation>());
        var rare = new RareItems(site.Live.Schema, validation);
        var cancellation = TestContext.Current.CancellationToken;
        var report = await new ContentImport(writer, validation).ImportAsync(new ImportBatch([.. rare._items.Select(rare.Imported)], [], "tests"), cancellation);
        if (!report.Problems.IsEmpty) throw new InvalidOperationException(string.Join('\n', report.Problems));

        var gone = await site.Service<IContentStore>().ReadAsync(store => store.FindAsync(SeedKeys.Content("news/gone")), cancellation);
        await site.Service<ContentPublishing>().UnpublishAsync(new Seen(gone!.Key, gone.Version, "tests"), [], cancellation);
        return [.. rare._items.Where(item => item.Type.Alias is not ("newsItem" or "section")).Select(item => item.Key)];
    }

    private void AddKinds()
    {
        Add("replication/rare", "replication", SeedKeys.Content("practice/tequio"), "Tequio para limpiar la barranca")
            .Text("summary", "El mismo trabajo, con otro turno y otra manera de avisar.")
            .Pick("scope", SeedKeys.Term("scopes", "locality"))
            .Pick("municipalities", SeedKeys.Content("municipality/20452"))
            .Blocks("adaptations", new Block("adaptation", new Sheet().Pick("kind", SeedKeys.Term("adaptationKinds", "changed")).Text("what", "El aviso se da por la radio.").Text("why", "Las casas están lejos unas de otras.").Text("agreedOn", "2024-05")))
            .Text("resultThreeMonths", "Se limpió la barranca una vez.").Text("resultSixMonths", "Se limpió dos veces más.");
        Add("campaign/rare", "campaign", SeedKeys.Section("materials"), "Semana de los datos abiertos, de la contraloría comunitaria, de la corresponsabilidad intermunicipal y de todo lo que cabe en un nombre que nadie acortó a tiempo, con sus carteles, sus cápsulas, sus manuales y sus infografías")
            .Text("objective", "Que más personas sepan qué son los datos abiertos y para qué les sirven.")
            .Pick("materials", SeedKeys.Content("material/diez-caracteristicas-de-los-datos-abiertos"), SeedKeys.Content("material/once-compromisos-de-oaxaca"))
            .Text("startDate", "2027-03-01").Text("endDate", "2027-03-07");
        Add("recognition/rare", "recognition", SeedKeys.Section("recognitions"), "Reconocimiento a una práctica de transparencia")
            .Text("folio", "PRUEBA-01").Text("summary", "Por abrir sus cuentas y explicarlas en asamblea.").Text("year", "2027").Text("startDate", "2027-03-01 00:00:00").Text("endDate", "2028-02-29 00:00:00")
            .Pick("practice", SeedKeys.Content("practice/tequio")).Pick("call", SeedKeys.Content("call/convocatoria-tp-2022"));
        Add("recognition/revoked", "recognition", SeedKeys.Section("recognitions"), "Reconocimiento revocado").Text("folio", "PRUEBA-02").Text("revocationReason", "Dejó de publicar sus cuentas.");
        Add("form/rare", "formPage", SeedKeys.Section("participation"), "Avisa de un error")
            .Rich("intro", "<p>Cuéntanos qué está mal y en qué página lo viste.</p>").Rich("privacyNote", "<p>No pedimos tu nombre.</p>").Rich("thanks", "<p>Gracias.</p>").Text("form", SeedKeys.Form("rare").ToString());
    }

    /// <summary>The longest words of Spanish law, and what languages of Oaxaca call themselves, as the vocabulary has it.</summary>
    private void AddPractices()
    {
        AddPractice("practice/long", "Corresponsabilidad intermunicipal anticonstitucionalísimamente desproporcionada: contraloría, ollas y bordos")
            .Text("summary", "Una ficha con el nombre más largo que se admite y con palabras que no caben en un renglón de un teléfono, para ver qué pasa.");
        AddPractice("practice/own-words", "Ombeayiüts, tu'un savi, xnánj nu' a")
            .Text("summary", "Una ficha cuyo nombre no está en español: así se nombran a sí mismas tres de las lenguas que se hablan en Oaxaca.")
            .Pick("languages", SeedKeys.Term("languages", "huv-MX"), SeedKeys.Term("languages", "mix-MX"), SeedKeys.Term("languages", "trc-MX"))
            .Blocks("namedForms", OwnName("huv-MX", "ombeayiüts"), OwnName("mix-MX", "tu'un savi"), OwnName("trc-MX", "xnánj nu' a"));
    }

    private Sheet AddPractice(string name, string title) => Add(name, "practice", SeedKeys.Section("practices"), title)
        .Pick("themes", SeedKeys.Term("themes", "waterAndSanitation")).Pick("principles", SeedKeys.Term("principles", "transparency")).Pick("scope", SeedKeys.Term("scopes", "locality"))
        .Pick("confidence", SeedKeys.Term("confidenceLevels", "low")).Pick("sheetKind", SeedKeys.Term("sheetKinds", "documentary")).Pick("validationState", SeedKeys.Term("validationStates", "pendingCommunityValidation"))
        .Blocks("sources", new Block("source", new Sheet().Text("title", "Ninguna: es una prueba")));

    private void AddPieces() =>
        Add("material/no-picture", "outreachMaterial", SeedKeys.Section("materials"), "Cartel cuya imagen falta")
            .Text("summary", "El cartel se anunció; su archivo no llegó.")
            .Pick("kind", SeedKeys.Term("materialKinds", "poster")).Pick("audiences", SeedKeys.Term("audiences", "civilSociety"))
            .Pick("themes", SeedKeys.Term("themes", "waterAndSanitation")).Pick("principles", SeedKeys.Term("principles", "transparency"))
            .Text("altText", "Un cartel que todavía no está.")
            .Blocks("textEquivalent", new Block("textSection", new Sheet().Rich("body", "<p>Lo que diría el cartel.</p>")));

    private void AddSections()
    {
        var home = SeedKeys.Content("home");
        Add("section/rare-empty", "section", home, "Sin nada").Text("summary", "Una sección que espera su primer contenido.").Flag("umbracoNaviHide", true);
        Add("section/rare-many", "section", home, "Mil avisos").Text("summary", "Una sección con mil cosas.").Flag("umbracoNaviHide", true);
        for (var number = 1; number <= Many; number++) Add($"news/rare-{number}", "newsItem", SeedKeys.Content("section/rare-many"), $"Aviso {number}").Text("publishedOn", "2020-01-01");
    }

    private static Block OwnName(string language, string name) => new("namedForm", new Sheet().Pick("language", SeedKeys.Term("languages", language)).Text("displayName", name));

    private Sheet Add(string name, string type, Guid parent, string title)
    {
        var item = _bed.Add(name, type, parent, title);
        _items.Add(item);
        return item.Sheet;
    }

    private ImportedItem Imported(Seedling item)
    {
        var content = item.Content(_schema);
        return new ImportedItem
        {
            Source = item.Name,
            Key = item.Key,
            Type = item.Type.Alias,
            ParentKey = item.Parent,
            SortOrder = Many + item.SortOrder,
            Content = content,
            Published = [.. content.Cultures],
        };
    }
}

using System.Text.RegularExpressions;

namespace Repository.Web.Seed;

/// <summary>Institutions and organisations named in the source documents.</summary>
internal static partial class Actors
{
    private const string CallConvener = "ogaipo";

    /// <summary>Who followed whom, as the notes of the table say.</summary>
    private static readonly (string Before, string After)[] Successions = [("iaip-oaxaca", "ogaipo"), ("smo-2018", "smo")];

    /// <summary>How the table says that an actor belongs to a secretariat, and which one that is.</summary>
    private static readonly (string Words, string Secretariat)[] Membership = [("integrante del STGAO", "stgao"), ("integrante del STL", "stl-gto")];

    /// <summary>The words of the table that are not the vocabulary's own.</summary>
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["OSC"] = "Organización de la sociedad civil",
        ["municipal"] = "Gobierno municipal",
        ["internacional"] = "Organismo internacional",
        ["sector privado"] = "Sector privado",
    };

    public static Guid Key(string id) => SeedKeys.Content($"actor/{id}");

    /// <summary>The vocabulary's word for a kind of actor.</summary>
    public static string Kind(string word) => Kinds.GetValueOrDefault(word, word);

    /// <summary>Who belongs to a secretariat according to a document.</summary>
    public static IEnumerable<Guid> MembersOf(Facts facts, string secretariat, string document) => facts.Table("actores")
        .Where(row => row.List("documentos").Contains(document) && Memberships(row).Any(role => role.Secretariat == secretariat && !role.Words.EndsWith(')')))
        .Select(row => Key(row["id"]));

    public static void Add(SeedBed bed, Facts facts, Vocabularies words)
    {
        var contact = facts.Document("convocatoria-tp-2022").Below("hechos").Below("contacto");
        foreach (var row in facts.Table("actores"))
        {
            bed.Add($"actor/{row["id"]}", "actor", SeedKeys.Section("actors"), row["nombre"]).With(sheet => sheet
                .Text("sourceId", row["id"])
                .Text("umbracoUrlName", row["id"])
                .Text("acronym", row["sigla"])
                .Pick("kind", words.Called("actorKinds", Kind(row["tipo"])))
                .Pick("governmentOrder", Order(row["tipo"]).Select(order => words.Term("governmentOrders", order)))
                .Pick("states", words.Called("states", row["entidad"]))
                .Lines("roles", row.List("roles"))
                .Pick("documents", row.List("documentos").Select(Documents.Key))
                .Text("contactUnit", Contact(row["id"], contact)?["area"])
                .Text("contactEmail", Contact(row["id"], contact)?["correo"])
                .Links("websites", row.List("sitio_web").Select(site => SeedLink.Out(site)))
                .Pick("predecessors", Successions.Where(succession => succession.After == row["id"]).Select(succession => Key(succession.Before)))
                .Pick("successors", Successions.Where(succession => succession.Before == row["id"]).Select(succession => Key(succession.After)))
                .Blocks("secretariatFunctions", Functions(row, words))
                .Text("verificationNotes", row["nota"])
                .Pick("dataQualityFlags", words.Terms("dataQualityFlags", Flags(row["nota"]))));
        }
    }

    private static IEnumerable<Block> Functions(Row row, Vocabularies words) => Memberships(row)
        .Select(role => new Block("secretariatFunction", new Sheet()
            .Pick("secretariat", Key(role.Secretariat))
            .Pick("role", words.Term("secretariatRoles", "member"))
            .Text("note", $"Como dicen los documentos: {role.Words}.")));

    /// <summary>Some memberships end in a year, such as «(2022)»: they are told by that year's document alone.</summary>
    private static IEnumerable<(string Words, string Secretariat)> Memberships(Row row) =>
        from role in row.List("roles")
        from membership in Membership
        where role == membership.Words || role.StartsWith($"{membership.Words} (", StringComparison.Ordinal)
        select (role, membership.Secretariat);

    /// <summary>The two addresses the 2022 call gives; no other source gives one.</summary>
    private static Fact? Contact(string id, Fact contact) => id switch
    {
        CallConvener => contact,
        "stgao" => contact.Below("otro"),
        _ => null,
    };

    private static string[] Flags(string note) =>
    [
        .. note.StartsWith("Mención colectiva", StringComparison.Ordinal) ? ["collectiveMention"] : Array.Empty<string>(),
        .. note.StartsWith("Tipo por verificar", StringComparison.Ordinal) ? ["kindToVerify"] : Array.Empty<string>(),
        .. note.StartsWith("También", StringComparison.Ordinal) ? ["sourceInconsistency"] : Array.Empty<string>(),
        .. Doubtful().IsMatch(note) ? ["toVerify"] : Array.Empty<string>(),
    ];

    private static string[] Order(string kind) => kind switch
    {
        "gobierno federal" => ["federal"],
        "gobierno estatal" => ["state"],
        "municipal" => ["municipal"],
        _ => [],
    };

    [GeneratedRegex("posible|no está en la fuente|solo usa la sigla", RegexOptions.IgnoreCase)]
    private static partial Regex Doubtful();
}

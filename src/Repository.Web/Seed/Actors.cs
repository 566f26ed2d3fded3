using System.Text.RegularExpressions;

namespace Repository.Web.Seed;

/// <summary>Institutions and organisations named in the source documents.</summary>
internal static partial class Actors
{
    private const string Name = "ogaipo";
    private const string Before = "iaip-oaxaca";

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

    public static void Add(SeedBed bed, Facts facts, Vocabularies words)
    {
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
                .Links("websites", row.List("sitio_web").Select(site => SeedLink.Out(site)))
                .Pick("predecessors", row["id"] == Name ? [Key(Before)] : [])
                .Pick("successors", row["id"] == Before ? [Key(Name)] : [])
                .Blocks("secretariatFunctions", Functions(row, words))
                .Text("verificationNotes", row["nota"])
                .Pick("dataQualityFlags", Doubtful().IsMatch(row["nota"]) ? [words.Term("dataQualityFlags", "toVerify")] : []));
        }
    }

    private static IEnumerable<Block> Functions(Row row, Vocabularies words) => row.List("roles")
        .Where(role => role == "integrante del STGAO")
        .Select(role => new Block("secretariatFunction", new Sheet()
            .Pick("secretariat", Key("stgao"))
            .Pick("role", words.Term("secretariatRoles", "member"))
            .Text("note", $"Como dicen los documentos: {role}.")));

    private static string[] Order(string kind) => kind switch
    {
        "gobierno federal" => ["federal"],
        "gobierno estatal" => ["state"],
        "municipal" => ["municipal"],
        _ => [],
    };

    [GeneratedRegex("posible|deduc|verificar|supone|asum|duda", RegexOptions.IgnoreCase)]
    private static partial Regex Doubtful();
}

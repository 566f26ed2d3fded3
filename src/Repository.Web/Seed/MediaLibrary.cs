using System.Text;
using System.Text.Json.Nodes;

namespace Repository.Web.Seed;

/// <summary>The seed's media: tables for reuse, drawings and a leaflet of our own. Tables and the map are made from the facts; all else lies in <c>seed/media</c>.</summary>
internal sealed class MediaLibrary
{
    public const string Credit = "Repositorio de prácticas comunitarias";
    private const string Table = "File";
    public const string Drawing = "umbracoMediaVectorGraphics";
    public const string Leaflet = "umbracoMediaArticle";
    public const string Audio = "umbracoMediaAudio";
    private const string Image = "Image";

    private readonly SeedBed _bed;
    private readonly Dictionary<string, SeedFile> _files = [];
    private readonly Dictionary<SeedFile, byte[]> _made = [];
    private readonly Dictionary<SeedFile, string[]> _expected = [];

    public MediaLibrary(SeedBed bed, Facts facts)
    {
        _bed = bed;
        var data = Folder("datos", "Datos abiertos", null);
        foreach (var (name, title) in (ReadOnlySpan<(string, string)>)
        [
            ("municipios-oaxaca.csv", "Municipios de Oaxaca"), ("regiones.csv", "Regiones de Oaxaca"), ("temas.csv", "Temas del repositorio"),
            ("principios.csv", "Principios de gobierno abierto"), ("ejercicios-estatales-2016.csv", "Ejercicios estatales de gobierno abierto, 2016"),
        ])
        {
            Made(data, name, title, Table, facts.Bytes(name)).Text("note", "Tabla CSV en UTF-8, con encabezados.");
        }

        var consultations = Folder("datos/consultas", "Consultas", data);
        foreach (var set in facts.Document("consultas").Facts("conjuntos"))
        {
            Made(consultations, $"{set["id"]}.csv", set["titulo"], Table, Csv(set)).Text("note", "Tabla CSV en UTF-8, con encabezados.");
        }

        var drawings = Folder("graficos", "Gráficos", null);
        Made(drawings, "regiones-de-oaxaca.svg", "Las ocho regiones de Oaxaca", Drawing, RegionsMap.Draw(facts))
            .Text("altText", "Mapa de puntos: cada punto es la cabecera de uno de los 570 municipios de Oaxaca, con un color por región.");
        Given(drawings, "como-se-lee-una-ficha.svg", "Cómo se lee una ficha", Drawing)
            .Text("altText", "Esquema de una ficha: de dónde viene la información, qué tan segura es y quién debe validarla.");
        // Its point of interest is where the sun comes up.
        Picture(drawings, "portada.svg", "Milpa y cerros", 0.68, 0.38)
            .Text("altText", "Dibujo de cerros y surcos de milpa al amanecer.");

        var documents = Folder("documentos", "Documentos", null);
        Given(documents, "que-es-una-ficha-documental.pdf", "Qué es una ficha documental", Leaflet).Number("pageCount", 1).Flag("taggedPdf", false);
    }

    public SeedFile this[string name] => _files[name];

    /// <summary>The files that are made from the facts, with their bytes.</summary>
    public IReadOnlyDictionary<SeedFile, byte[]> Made() => _made;

    public IEnumerable<SeedFile> All => _files.Values;

    /// <summary>What a drawing of ours must say in its lettering, so that it does not fall behind the facts.</summary>
    public IReadOnlyDictionary<SeedFile, string[]> Expected => _expected;

    public void Expect(string name, IEnumerable<string> lettering) => _expected[_files[name]] = [.. lettering];

    public Guid Folder(string name, string title, Guid? parent) => _bed.AddMedia($"folder/{name}", "Folder", parent, title).Key;

    private Sheet Made(Guid folder, string name, string title, string type, byte[] bytes)
    {
        var sheet = Given(folder, name, title, type);
        _made[_files[name]] = bytes;
        return sheet;
    }

    public Sheet Given(Guid folder, string name, string title, string type)
    {
        var file = _files[name] = SeedFile.Named(name, type);
        var sheet = _bed.AddMedia($"file/{name}", type, folder, title).Sheet.Text("credit", Credit).Text("createdOn", "2026").Pick("language", SeedKeys.Term("languages", "es-MX"));
        return type == Image ? sheet : sheet.Text("umbracoFile", file.Url);
    }

    /// <summary>A picture and its point of interest: cuts of it keep that in sight.</summary>
    public Sheet Picture(Guid folder, string name, string title, double left, double top) => Given(folder, name, title, Image).Json("umbracoFile", new JsonObject
    {
        ["src"] = _files[name].Url,
        ["crops"] = new JsonArray(),
        ["focalPoint"] = new JsonObject { ["left"] = left, ["top"] = top },
    });

    private static byte[] Csv(Fact set)
    {
        var columns = set.Facts("columnas").Select(column => column["nombre"]).ToList();
        var csv = new StringBuilder(string.Join(',', columns)).Append("\r\n");
        foreach (var row in set.Facts("filas")) csv.AppendJoin(',', columns.Select(column => Quoted(row[column]))).Append("\r\n");
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

using System.Security;

namespace Repository.Web.Seed;

/// <summary>Infographics, posters, manuals and audio capsules of our own, each with a text that says what the piece says.</summary>
internal sealed class Materials(SeedBed bed, Vocabularies words, MediaLibrary media)
{
    public const string Licence = "ccBy40";

    private static readonly Dictionary<string, string> Confidence = new() { ["alta"] = "high", ["media"] = "medium" };

    public void Add(Facts facts)
    {
        var kinds = facts.Table("materiales-tipos").ToDictionary(row => row["id"], row => row["clave"]);
        var documents = facts.Table("documentos-fuente").ToDictionary(row => row["id"]);
        foreach (var material in facts.Document("materiales").Facts("materiales"))
        {
            bed.Add($"material/{material["id"]}", "outreachMaterial", SeedKeys.Section("materials"), material["titulo"]).With(sheet =>
            {
                Describe(sheet, material, kinds[material["tipo"]]);
                Relate(sheet, material);
                SayTheSame(sheet, material);
                Attach(sheet, material);
                Prove(sheet, material, documents);
            });
        }
    }

    private void Describe(Sheet sheet, Fact material, string kind) => sheet
        .Text("sourceId", material["id"])
        .Text("umbracoUrlName", material["id"])
        .Pick("kind", words.Term("materialKinds", kind))
        .Text("summary", material["resumen"])
        .Rich("description", string.Concat([.. material.Texts("descripcion").Select(Paragraph), .. material.Facts("enlaces").Select(Link)]))
        .Pick("audiences", words.Terms("audiences", material.Texts("publicos")))
        .Text("year", "2026")
        .Pick("languages", words.Term("languages", "es-MX"))
        .Text("credit", MediaLibrary.Credit)
        .Pick("licence", words.Term("licences", Licence))
        .Blocks("socialCopies", new Block("socialCopy", new Sheet().Choice("network", "WhatsApp").Text("text", material["mensaje"])));

    private void Relate(Sheet sheet, Fact material) => sheet
        .Pick("themes", words.Terms("themes", material.Texts("temas")))
        .Pick("principles", words.Terms("principles", material.Texts("principios")))
        .Pick("sdgGoals", words.Terms("sdgGoals", material.Texts("ods")))
        .Pick("plan", material.Has("plan") ? [Plans.Key(material["plan"])] : [])
        .Pick("commitment", material.Has("compromiso") ? [Plans.Commitment(material["compromiso"])] : [])
        .Pick("practices", material.Texts("practicas").Select(Practices.Key));

    private static void SayTheSame(Sheet sheet, Fact material)
    {
        if (material.Has("duracion")) sheet.Rich("transcript", string.Concat(material.Texts("transcripcion").Select(Paragraph)));
        sheet
            .Text("altText", material["texto_alternativo"])
            .Blocks("textEquivalent", material.Facts("equivalente").Select(part => part.Has("tabla") ? Table(part) : Section(part)))
            .Text("duration", material["duracion"])
            .Text("pageCount", material["paginas"])
            .Blocks("declaredFigures", material.Facts("cifras").Select(figure => new Block("figure", new Sheet()
                .Text("label", figure["dato"]).Text("value", figure["valor"]).Text("unit", figure["unidad"]).Text("year", figure["anio"]))));
    }

    private void Attach(Sheet sheet, Fact material)
    {
        var id = material["id"];
        var preview = media[$"{(material.Has("vista_previa") ? material["vista_previa"] : id)}.png"];
        Block[] files = material["tipo"] switch
        {
            "capsula" => [Attached($"{id}.mp3", "master", "Audio MP3 con voz sintética.")],
            "manual-ciudadano" => [Attached($"{id}.pdf", "master", $"PDF etiquetado de {material["paginas"]} páginas.")],
            _ => [Attached($"{id}.png", "master", "Imagen PNG, lista para compartir."), Attached($"{id}.svg", "editable", "Dibujo SVG: el texto se puede cambiar o traducir.")],
        };
        string[] aids = material["tipo"] switch
        {
            "capsula" => ["Transcripción"],
            "manual-ciudadano" => ["Texto alternativo", "Texto equivalente", "Documento etiquetado"],
            _ => ["Texto alternativo", "Texto equivalente"],
        };
        sheet.File("preview", preview).Blocks("files", files).Tags("accessibilityFeatures", aids);
    }

    private Block Attached(string name, string role, string note) => new("fileVariant", new Sheet()
        .Pick("role", words.Term("fileRoles", role)).File("file", media[name]).Pick("language", words.Term("languages", "es-MX")).Text("note", note));

    private void Prove(Sheet sheet, Fact material, Dictionary<string, Row> documents) => sheet
        .Blocks("sources", material.Facts("fuentes").Select(source => Source(source, source.Has("documento") ? documents[source["documento"]] : null)))
        .Pick("confidence", words.Term("confidenceLevels", Confidence[material["confianza"]]))
        .Text("verificationNotes", string.Join('\n', material.Texts("por_verificar")))
        .Pick("dataQualityFlags", words.Terms("dataQualityFlags", material.Texts("avisos")));

    private static Block Source(Fact source, Row? document) => new("source", new Sheet()
        .Text("title", source["titulo"])
        .Pick("document", document is null ? [] : [Documents.Key(document["id"])])
        .Text("publisher", document?["institucion"] ?? source["publica"])
        .Text("year", document?["anio"] ?? source["anio"])
        .Links("link", SeedLink.OutWhereGiven(source["url"], source["titulo"]))
        .Text("note", source["nota"]));

    private static Block Section(Fact part) => new("textSection", new Sheet()
        .Text("heading", part["titulo"])
        .Rich("body", string.Concat([.. part.Texts("parrafos").Select(Paragraph), List(part.Texts("lista"))])));

    /// <summary>Cells hold no commas: the editor's table parts its columns with them.</summary>
    private static Block Table(Fact part) => new("tableBlock", new Sheet()
        .Text("caption", part["tabla"])
        .Text("rows", string.Join('\n', part.Facts("filas").Select(row => string.Join(',', row.Json.EnumerateArray().Select(cell => cell.GetString()))).Prepend(string.Join(',', part.Texts("columnas")))))
        .Text("note", part["nota"]));

    private static string Paragraph(string text) => $"<p>{SecurityElement.Escape(text)}</p>";

    private static string List(IReadOnlyList<string> items) => items.Count == 0 ? "" : $"<ul>{string.Concat(items.Select(item => $"<li>{SecurityElement.Escape(item)}</li>"))}</ul>";

    private static string Link(Fact link) => $"<p><a type=\"document\" href=\"/{{localLink:{SeedKeys.Content(link["contenido"])}}}\">{SecurityElement.Escape(link["texto"])}</a></p>";
}

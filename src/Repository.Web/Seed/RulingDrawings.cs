namespace Repository.Web.Seed;

/// <summary>The infographics of the rulings: for each a picture to look at and to share, and the drawing it was made from. <c>seed/sentences</c> makes both.</summary>
internal static class RulingDrawings
{
    /// <summary>Where the drawing in the middle of the tall sheet lies: a cut for a card shows it.</summary>
    private const double Centre = 0.42;

    public static void Add(Facts facts, MediaLibrary media)
    {
        var folder = media.Folder("graficos/sentencias", "Infografías de sentencias", SeedKeys.Media("folder/graficos"));
        var reading = facts.Document("sentencias-lectura");
        foreach (var (ruling, words) in facts.Document("sentencias").Facts("sentencias").Zip(reading.Facts("sentencias")))
        {
            var picture = Picture(ruling["id"]);
            var source = Source(ruling["id"]);
            Describe(media.Picture(folder, picture, $"{ruling["titulo"]} (infografía)", 0.5, Centre), words).Text("note", "Imagen PNG para ver y compartir.");
            Describe(media.Given(folder, source, $"{ruling["titulo"]} (dibujo original)", MediaLibrary.Drawing), words).Text("note", "Original en SVG, para adaptarlo.").File("preview", media[picture]);
            media.Expect(source, Words(ruling, words, reading.Below("serie")));
        }
    }

    public static string Picture(string id) => $"{id}.png";

    public static string Source(string id) => $"{id}.svg";

    private static Sheet Describe(Sheet sheet, Fact words) => sheet.Text("altText", words["texto_alternativo"]).Pick("licence", SeedKeys.Term("licences", "ccBy40"));

    /// <summary>All that must be read in the drawing for it to tell what the facts tell.</summary>
    private static IEnumerable<string> Words(Fact ruling, Fact words, Fact series)
    {
        var piece = new RulingPiece(ruling, words, series);
        return [ruling["titulo"], string.Join(' ', ruling["organo"].Split(", ")), ruling["anio"], series["nombre"], .. piece.Lettering];
    }
}

namespace Repository.Web.Seed;

/// <summary>The files of the outreach materials: they lie in <c>seed/media</c>, drawn by hand or rendered by <c>seed/render</c>.</summary>
internal static class MaterialFiles
{
    private static readonly Dictionary<string, (string Name, string Title)> Folders = new()
    {
        ["infografia"] = ("infografias", "Infografías"),
        ["cartel"] = ("carteles", "Carteles"),
        ["manual-ciudadano"] = ("manuales", "Manuales"),
        ["capsula"] = ("capsulas", "Cápsulas de audio"),
    };

    public static void Add(MediaLibrary media, Facts facts)
    {
        var root = media.Folder("materiales", "Materiales", null);
        foreach (var kind in facts.Document("materiales").Facts("materiales").GroupBy(material => material["tipo"]))
        {
            var (name, title) = Folders[kind.Key];
            var folder = media.Folder($"materiales/{name}", title, root);
            foreach (var material in kind) Add(media, folder, material);
        }
    }

    private static void Add(MediaLibrary media, Guid folder, Fact material)
    {
        var (id, title) = (material["id"], material["titulo"]);
        if (material.IsSpoken)
        {
            Licensed(media.Given(folder, $"{id}.mp3", title, MediaLibrary.Audio))
                .Text("duration", material["duracion"]).Text("transcript", string.Join('\n', material.Texts("transcripcion"))).Text("note", "La voz es sintética.");
            return;
        }

        var focus = material.Facts("foco").Select(part => part.Json.GetDouble()).ToArray();
        // The picture is the preview of the other file: nothing need be drawn to show that.
        Licensed(media.Picture(folder, $"{id}.png", material.IsManual ? $"{title} (portada)" : title, focus[0], focus[1])).Text("altText", material["texto_alternativo"]);
        if (material.IsManual) Licensed(media.Given(folder, $"{id}.pdf", title, MediaLibrary.Leaflet)).Text("pageCount", material["paginas"]).Flag("taggedPdf", true).File("preview", media[$"{id}.png"]);
        else Licensed(media.Given(folder, $"{id}.svg", $"{title} (editable)", MediaLibrary.Drawing)).Text("altText", material["texto_alternativo"]).File("preview", media[$"{id}.png"]);
    }

    private static Sheet Licensed(Sheet sheet) => sheet.Pick("licence", SeedKeys.Term("licences", Materials.Licence));

    extension(Fact material)
    {
        public bool IsSpoken => material["tipo"] == "capsula";

        public bool IsManual => material["tipo"] == "manual-ciudadano";
    }
}

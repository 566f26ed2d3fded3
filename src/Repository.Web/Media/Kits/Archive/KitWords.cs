using System.Text;
using Repository.Core.Editors;
using Repository.Core.Outreach;
using Repository.Web.Media.Renditions.Credits;

namespace Repository.Web.Media.Kits.Archive;

/// <summary>What an archive says to people, in Spanish.</summary>
internal static class KitWords
{
    public static string ReadMe(KitMaterial material, CreditLine credit, IReadOnlyList<KitOriginal> leftOut)
    {
        var text = new StringBuilder($"""
            {material.Title}

            Este paquete trae todo lo que hace falta para difundir este material.

            - imagenes: el material listo para redes (cuadrado, historia, tarjeta), para mensajería (300 KB o menos) y para imprimir (A4 y A3).
            - originales: los archivos tal como los entregó quien los hizo.
            - textos: el resumen, los mensajes para compartir, el texto alternativo y, si los hay, el texto equivalente, la lectura fácil y la transcripción.
            - subtitulos: los subtítulos del video, si los hay.
            - creditos: cómo citar el material y qué permite su licencia.
            - manifest.json: la lista de archivos con su tamaño y su huella SHA-256, para comprobar que la copia está completa.

            Al publicar una imagen, acompáñala con su texto alternativo. Al usar el material, cítalo así:

            {credit.Plain}

            """);
        if (leftOut.Count == 0) return text.ToString();
        text.Append("\nEstos archivos son demasiado grandes para el paquete. Descárgalos de la ficha del material:\n\n");
        foreach (var original in leftOut) text.Append("- ").Append(original.File.Address).Append('\n');
        return text.ToString();
    }

    public static string Licence(MediaRights rights, string note)
    {
        List<string> lines = [$"Licencia: {rights.Licence}"];
        if (rights.LicenceAddress is { } address) lines.Add($"Texto de la licencia: {address}");
        if (rights.Credit.Length > 0) lines.Add($"Crédito: {rights.Credit}");
        if (note.Length > 0) lines.AddRange(["", note]);
        return $"{string.Join('\n', lines)}\n";
    }

    /// <summary>A message with the network it was written for.</summary>
    public static string Shared(Block copy)
    {
        var text = Of(copy, "text");
        if (text.Length == 0) return "";
        var network = Of(copy, "network");
        return network.Length == 0 ? text : $"{network}:\n{text}";
    }

    private static string Of(Block block, string alias) => block.Content.Properties.FirstOrDefault(property => property.Alias == alias).Value switch
    {
        TextValue text => text.Text.Trim(),
        TextListValue list => string.Join(", ", list.Texts),
        _ => "",
    };
}

using System.Globalization;
using System.Security;
using System.Text;

namespace Repository.Web.Seed;

/// <summary>A map of points: the seat of each municipality, one colour for each region.</summary>
internal static class RegionsMap
{
    private const double Width = 1200;
    private const double Height = 860;
    private const double Margin = 60;
    private const double Top = 130;
    private const double Bottom = 190;

    /// <summary>Distinct in light and for the colour-blind; region by region in the order of the table.</summary>
    private static readonly string[] Colours = ["#8c3b2a", "#1b6e8c", "#b7791f", "#4a5f23", "#6b3f8a", "#00695c", "#9c2a5c", "#3d4d7a"];

    public static byte[] Draw(Facts facts)
    {
        var seats = facts.Table("municipios-oaxaca").Select(row => (Region: row["region"], X: Number(row["longitud"]), Y: Number(row["latitud"]))).ToList();
        var regions = facts.Table("regiones").Select(row => row["etiqueta"]).ToList();
        var (west, east) = (seats.Min(seat => seat.X), seats.Max(seat => seat.X));
        var (south, north) = (seats.Min(seat => seat.Y), seats.Max(seat => seat.Y));
        // A degree of longitude is shorter than one of latitude, by the cosine of the latitude: without it the state would look stretched.
        var narrowing = Math.Cos((south + north) / 2 * Math.PI / 180);
        var scale = Math.Min((Width - (2 * Margin)) / ((east - west) * narrowing), (Height - Top - Bottom) / (north - south));
        var left = (Width - ((east - west) * narrowing * scale)) / 2;

        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" role="img" aria-labelledby="title">
            <title id="title">Las ocho regiones de Oaxaca</title>
            <rect width="{Width}" height="{Height}" fill="#fbf8f2"/>
            <text x="{Margin}" y="72" font-family="Georgia, serif" font-size="44" fill="#26302b">Las ocho regiones de Oaxaca</text>
            <text x="{Margin}" y="106" font-family="Georgia, serif" font-size="22" fill="#4b554f">Cada punto es la cabecera de un municipio</text>

            """);
        foreach (var region in regions)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g fill=\"{Colour(regions, region)}\">");
            foreach (var seat in seats.Where(seat => seat.Region == region))
            {
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{left + ((seat.X - west) * narrowing * scale):F1}\" cy=\"{Top + ((north - seat.Y) * scale):F1}\" r=\"5\"/>");
            }

            svg.Append("</g>\n");
        }

        for (var index = 0; index < regions.Count; index++) Key(svg, regions, index);
        return Encoding.UTF8.GetBytes(svg.Append("</svg>\n").ToString());
    }

    private static void Key(StringBuilder svg, List<string> regions, int index)
    {
        var (x, y) = (Margin + (index % 4 * 275), Height - 100 + (index / 4 * 48));
        svg.Append(CultureInfo.InvariantCulture, $"""
            <circle cx="{x + 10}" cy="{y - 8}" r="10" fill="{Colour(regions, regions[index])}"/><text x="{x + 30}" y="{y}" font-family="Georgia, serif" font-size="26" fill="#26302b">{SecurityElement.Escape(regions[index])}</text>

            """);
    }

    private static string Colour(List<string> regions, string region) => Colours[regions.IndexOf(region) % Colours.Length];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

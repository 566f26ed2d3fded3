using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Repository.Core.Publishing;
using Repository.Testing;
using Repository.Web.Seed;

namespace Repository.Web.Tests.Seed;

/// <summary>Our own outreach materials can be read by everyone, say only what the facts say, and their files are those of their sources.</summary>
public sealed partial class SeedMaterialsTests
{
    /// <summary>Eleven pixels, when 1,600 are shown on a telephone 360 wide.</summary>
    private const double SmallestLetter = 50;
    private const int Width = 1600;

    private static readonly Dictionary<string, Fact> All = TheSeed.Facts.Document("materiales").Facts("materiales").ToDictionary(material => material["id"]);

    public static TheoryData<string> Drawings => [.. All.Values.Where(material => material["tipo"] is "infografia" or "cartel").Select(material => material["id"])];

    public static TheoryData<string> Manuals => [.. All.Values.Where(material => material["tipo"] == "manual-ciudadano").Select(material => material["id"])];

    public static TheoryData<string> Pictures => [.. All.Values.SelectMany(Rendered).Where(name => name.EndsWith(".png", StringComparison.Ordinal))];

    [Fact]
    public void every_material_has_a_text_in_its_stead_a_credit_a_licence_and_its_sources() => Assert.All(TheSeed.Of("outreachMaterial"), material =>
    {
        string[] needed = ["textEquivalent", "credit", "licence", "sources", "confidence", "files", "preview", IsSpoken(material) ? "transcript" : "altText"];

        Assert.All(needed, alias => Assert.False(string.IsNullOrEmpty(material.Content.Value(alias) ?? material.Content.Value(alias, "es-MX")), alias));
    });

    [Fact]
    public void audio_says_that_its_voice_is_synthetic_and_how_long_it_is() => Assert.All(TheSeed.Of("outreachMaterial").Where(IsSpoken), material =>
    {
        Assert.Contains("La voz es sint", material.Content.Value("description", "es-MX"), StringComparison.Ordinal);
        Assert.Contains("Voz sint", material.Content.Value("transcript", "es-MX"), StringComparison.Ordinal);
        Assert.NotNull(material.Content.Value("duration"));
    });

    [Fact]
    public void every_file_of_a_material_has_a_licence_and_every_picture_an_alternative_text()
    {
        var files = TheSeed.Of("outreachMaterial").SelectMany(material => TheSeed.Values.Where(value => value.Holder == material && value.Property.Alias == "file"))
            .SelectMany(value => value.Value.References).Select(reference => TheSeed.Items[reference.Key]).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.NotNull(file.Content.Value("licence")));
        Assert.All(files.Where(file => file.Item.Type is "Image" or "umbracoMediaVectorGraphics"), file => Assert.NotNull(file.Content.Value("altText")));
    }

    [Theory]
    [MemberData(nameof(Drawings))]
    public void a_drawing_says_nothing_that_its_text_equivalent_does_not_say(string id)
    {
        var said = TextEquivalent(All[id]);

        var drawn = Drawn(id).Where(text => text.Length > 2 && !text.StartsWith("Fuente", StringComparison.Ordinal) && !text.StartsWith(MediaLibrary.Credit, StringComparison.Ordinal));

        Assert.All(drawn, text => Assert.Contains(text, said, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Manuals))]
    public void a_manual_says_nothing_that_its_text_equivalent_does_not_say(string id)
    {
        var said = TextEquivalent(All[id]);

        var written = Manual(id).Descendants().Where(element => element.Name.LocalName is "h1" or "h2" or "h3" or "p" or "li" or "caption" or "th" or "td").Select(Text);

        Assert.All(written, text => Assert.Contains(text, said, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Manuals))]
    public void a_manual_is_tagged_in_its_language_with_a_title_and_texts_for_its_drawings(string id)
    {
        var document = Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(TheSeed.MediaPath, TheSeed.Content.Media[$"{id}.pdf"].Path)));
        var source = Manual(id);

        Assert.Contains("/MarkInfo", document, StringComparison.Ordinal);
        Assert.Contains("/Lang (es-MX)", document, StringComparison.Ordinal);
        Assert.Equal("es-MX", source.Root!.Attribute("lang")?.Value);
        Assert.Equal(Text(source.Descendants().Single(element => element.Name.LocalName == "h1")), Text(source.Descendants().Single(element => element.Name.LocalName == "title")));
        Assert.All(source.Descendants().Where(element => element.Name.LocalName == "svg"), drawing => Assert.NotEmpty(drawing.Attribute("aria-label")!.Value));
    }

    public static TheoryData<string, string[]> WordsToShow => new()
    {
        { "diez-caracteristicas-de-los-datos-abiertos", [.. TheSeed.Facts.Table("datos-abiertos").SelectMany(row => new[] { row["nombre"], row["definicion"] })] },
        { "once-compromisos-de-oaxaca", [.. TheSeed.Facts.Document("pal-oaxaca-2018").Facts("compromisos").Select(commitment => commitment["titulo"])] },
        { "ods-y-el-plan-de-oaxaca", [.. TheSeed.Facts.Table("ods").Select(row => row["numero"]), .. TheSeed.Facts.Table("ods").Where(row => row.Says("en_pal_oaxaca_2018")).Select(row => row["nombre_corto"])] },
        { "lenguas-de-oaxaca-por-municipio", [.. TheSeed.Facts.Table("lenguas").Select(row => row["municipios_con_presencia"]).Where(count => count.Length > 0)] },
        { "del-acuerdo-a-la-cuenta", [.. Practice("asamblea-general-comunitaria").Texts("como_funciona")] },
        { "que-explica-un-presupuesto-ciudadano", [.. Practice("presupuesto-ciudadano-2018").Texts("como_funciona")] },
        { "derechos-arco", ["Acceso", "Rectificación", "Cancelación", "Oposición"] },
        { "cinco-parametros-de-una-practica", ["Seguimiento", "Medición", "Apropiación", "Réplica", "Escalamiento"] },
    };

    [Theory]
    [MemberData(nameof(WordsToShow))]
    public void a_drawing_shows_the_words_of_its_facts(string id, string[] words)
    {
        var drawn = Drawn(id).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.Contains(word, drawn));
    }

    [Theory]
    [MemberData(nameof(Drawings))]
    public void a_drawing_has_a_title_a_description_and_letters_that_a_telephone_can_show(string id)
    {
        var drawing = Drawing(id);

        Assert.All((string[])["title", "desc"], name => Assert.NotEmpty(drawing.Descendants().Single(element => element.Name.LocalName == name).Value));
        Assert.Equal($"0 0 {Width}", string.Join(' ', drawing.Root!.Attribute("viewBox")!.Value.Split(' ').Take(3)));
        Assert.All(Texts(drawing), text => Assert.InRange(double.Parse(text.Attribute("font-size")!.Value, CultureInfo.InvariantCulture), SmallestLetter, 200));
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void a_picture_is_wide_enough_to_print_and_light_enough_to_send(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(TheSeed.MediaPath, TheSeed.Content.Media[name].Path));

        Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), Width, 4000);
        Assert.InRange(bytes.Length, 1, 250_000);
    }

    [Fact]
    public void no_file_was_rendered_from_an_older_source()
    {
        var recorded = File.ReadAllLines(ProjectFolder.Find("seed/rendered.txt")).Select(line => line.Split("  ")).ToDictionary(parts => parts[1], parts => parts[0]);

        var expected = All.Values.SelectMany(material => Rendered(material).Select(name => (Name: name, Digest: Convert.ToHexStringLower(SHA256.HashData(Source(material)))))).ToList();

        Assert.All(expected, file => Assert.Equal(file.Digest, recorded.GetValueOrDefault(file.Name)));
    }

    private static bool IsSpoken(StoredItem material) => All[material.Content.Value("sourceId")!]["tipo"] == "capsula";

    private static string[] Rendered(Fact material) => material["tipo"] switch
    {
        "capsula" => [$"{material["id"]}.mp3"],
        "manual-ciudadano" => [$"{material["id"]}.pdf", $"{material["id"]}.png"],
        _ => [$"{material["id"]}.png"],
    };

    private static byte[] Source(Fact material) => material["tipo"] switch
    {
        "capsula" => Encoding.UTF8.GetBytes(string.Join('\n', material.Texts("transcripcion"))),
        "manual-ciudadano" => [.. File.ReadAllBytes(ProjectFolder.Find($"seed/manuals/{material["id"]}.html")), .. File.ReadAllBytes(ProjectFolder.Find("seed/manuals/manual.css"))],
        _ => File.ReadAllBytes(Path.Combine(TheSeed.MediaPath, TheSeed.Content.Media[$"{material["id"]}.svg"].Path)),
    };

    private static Fact Practice(string id) => TheSeed.Facts.Document("practicas-semilla").Facts("practicas").Single(practice => practice["id"] == id);

    private static XDocument Drawing(string id) => XDocument.Load(Path.Combine(TheSeed.MediaPath, TheSeed.Content.Media[$"{id}.svg"].Path));

    private static XDocument Manual(string id) => XDocument.Load(ProjectFolder.Find($"seed/manuals/{id}.html"));

    private static IEnumerable<XElement> Texts(XDocument drawing) => drawing.Descendants().Where(element => element.Name.LocalName == "text");

    /// <summary>What is drawn, each text whole: its lines stand in spans.</summary>
    private static IEnumerable<string> Drawn(string id) => Texts(Drawing(id)).Select(text => text.HasElements ? string.Join(' ', text.Elements().Select(line => line.Value)) : text.Value);

    private static string TextEquivalent(Fact material) => Spaces().Replace(string.Join(" | ", material.Facts("equivalente").SelectMany(part =>
        (string[])[part["titulo"], part["tabla"], .. part.Texts("parrafos"), .. part.Texts("lista"), .. part.Facts("filas").SelectMany(row => row.Json.EnumerateArray().Select(cell => cell.GetString()!))])), " ");

    private static string Text(XElement element) => Spaces().Replace(element.Value, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

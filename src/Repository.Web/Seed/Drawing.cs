using System.Xml.Linq;

namespace Repository.Web.Seed;

/// <summary>An SVG source as its readers see it: how large it is, and what its lettering says.</summary>
internal sealed class Drawing(string file)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private readonly XElement _root = XDocument.Load(file).Root!;

    public string Title => _root.Element(Svg + "title")?.Value ?? "";

    public string Description => _root.Element(Svg + "desc")?.Value ?? "";

    public int Width => (int)_root.Attribute("width")!;

    public int Height => (int)_root.Attribute("height")!;

    /// <summary>Each lettering as one text; a line ends where a word does.</summary>
    public IReadOnlySet<string> Texts => _root.Descendants(Svg + "text").Select(text => string.Join(' ', text.Elements(Svg + "tspan").Select(line => line.Value))).ToHashSet(StringComparer.Ordinal);

    public IEnumerable<double> LetterSizes => _root.Descendants(Svg + "text").Select(text => (double)text.Attribute("font-size")!);
}

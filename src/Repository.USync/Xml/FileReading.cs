using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using System.Xml;
using System.Xml.Linq;
using Repository.Core.Schema;

namespace Repository.USync.Xml;

/// <summary>Opens one file and collects what is wrong with it. Never throws on what stands in the file; loads nothing the file points to.</summary>
internal sealed partial class FileReading(string file, ICollection<SchemaProblem> problems)
{
    public const int MaxBytes = 16 * 1024 * 1024;

    public const string TooLarge = "El archivo pesa más de 16 MB.";

    /// <summary>The deepest file of uSync has six levels.</summary>
    private const int MaxDepth = 32;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public string File => file;

    public void Refuse(string element, string reason) => problems.Add(new SchemaProblem(file, element, reason));

    /// <summary>The root element; null when there is none to be had, with the reason among the problems.</summary>
    public ElementReading? Open(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes) return Refused(TooLarge);
        if (!Utf8.IsValid(bytes)) return Refused("El archivo no está codificado en UTF-8.");
        var text = Encoding.UTF8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
        try
        {
            if (Unacceptable(text) is { } reason) return Refused(reason);
            return new ElementReading(this, Load(text), "");
        }
        catch (XmlException broken)
        {
            return Refused(HasDoctype(text)
                ? "El archivo contiene una DTD; no se admiten DTD ni entidades externas."
                : $"El XML está mal formado (línea {broken.LineNumber}, posición {broken.LinePosition}).");
        }
    }

    private ElementReading? Refused(string reason)
    {
        Refuse("", reason);
        return null;
    }

    /// <summary>A first walk without building anything, so that a file of nothing but nested elements costs no memory.</summary>
    private static string? Unacceptable(string text)
    {
        using var xml = XmlReader.Create(new StringReader(text), Settings);
        while (xml.Read())
        {
            if (xml.Depth > MaxDepth) return $"El XML tiene más de {MaxDepth} niveles.";
            if (xml.NodeType != XmlNodeType.XmlDeclaration || xml.GetAttribute("encoding") is not { } encoding) continue;
            if (!encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return $"El archivo declara la codificación «{encoding}»; debe ser UTF-8.";
        }

        return null;
    }

    /// <summary>White space is kept: a name may be made of it.</summary>
    private static XElement Load(string text)
    {
        using var xml = XmlReader.Create(new StringReader(text), Settings);
        return XDocument.Load(xml, LoadOptions.PreserveWhitespace).Root!;
    }

    private static bool HasDoctype(string text) => Doctype().IsMatch(text);

    [GeneratedRegex(@"^(?:\s|<\?.*?\?>|<!--.*?-->)*<!DOCTYPE", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Doctype();
}

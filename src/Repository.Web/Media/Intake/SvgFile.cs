using System.Globalization;
using System.Text;
using System.Xml;

namespace Repository.Web.Media.Intake;

/// <summary>
/// SVG, written anew from what is allowed in it (<see cref="SvgAllowed"/>): shapes, text, gradients, filters. What could run, load, or link to anything
/// outside is left out. Entities are refused, so that a small file stays small.
/// </summary>
internal sealed class SvgFile : IFileFamily
{
    private const int Deepest = 256;

    private static readonly FileFinding.Unfit NotXml = new("damagedFile", "El dibujo SVG no es XML bien formado o usa entidades: vuelve a exportarlo como SVG simple.");
    private static readonly FileFinding.Unfit TooComplex = new("tooComplex", "El dibujo SVG repite o anida tantas partes que no podría mostrarse: simplifícalo.");

    private static readonly XmlReaderSettings Reading = new()
    {
        // A document type is common and harmless; what it declares is not read, and a reference to it is an error.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private static readonly XmlWriterSettings Writing = new() { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize, CloseOutput = false };

    public bool Begins(ReadOnlySpan<byte> head, string extension)
    {
        var start = PlainTextReading.Start(head).TrimStart();
        return start.StartsWith('<') && (start.Contains("<svg", StringComparison.Ordinal) || start.Contains(":svg", StringComparison.Ordinal));
    }

    public FileFinding Read(Stream file, Func<Stream> copy, string extension)
    {
        if (file.Length > FileKind.Svg.MostBytes) return new FileFinding.Fit(FileKind.Svg);
        try
        {
            using var reader = XmlReader.Create(file, Reading);
            reader.MoveToContent();
            if (reader is not { LocalName: "svg", NamespaceURI: SvgAllowed.Namespace }) return FileFinding.Unsupported;
            var size = Size(reader);
            var reuse = new SvgReuse();
            using (var writer = XmlWriter.Create(copy(), Writing))
            {
                if (!Copy(reader, writer, reuse)) return TooComplex;
            }

            return reuse.IsTooMuch ? TooComplex : new FileFinding.Fit(FileKind.Svg, size) { IsCopied = true };
        }
        catch (XmlException)
        {
            return NotXml;
        }
    }

    /// <summary>False when elements stand too deep in each other.</summary>
    private static bool Copy(XmlReader reader, XmlWriter writer, SvgReuse reuse)
    {
        while (!reader.EOF)
        {
            if (reader.Depth > Deepest) return false;
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when SvgAllowed.IsElement(reader):
                    if (reader.LocalName == "style") CopyStyle(reader, writer);
                    else CopyElement(reader, writer, reuse);
                    break;
                case XmlNodeType.Element when SvgAllowed.IsWrapping(reader):
                    // A link goes, what it surrounds stays.
                    reader.Read();
                    break;
                case XmlNodeType.Element:
                    reader.Skip();
                    break;
                case XmlNodeType.EndElement:
                    if (!SvgAllowed.IsWrapping(reader))
                    {
                        writer.WriteEndElement();
                        reuse.Leave();
                    }

                    reader.Read();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                case XmlNodeType.Whitespace when reader.Depth > 0:
                    writer.WriteString(reader.Value);
                    reader.Read();
                    break;
                default:
                    reader.Read();
                    break;
            }
        }

        return true;
    }

    private static void CopyElement(XmlReader reader, XmlWriter writer, SvgReuse reuse)
    {
        var isEmpty = reader.IsEmptyElement;
        reuse.Enter(reader);
        writer.WriteStartElement("", reader.LocalName, SvgAllowed.Namespace);
        while (reader.MoveToNextAttribute())
        {
            if (SvgAllowed.IsAttribute(reader)) writer.WriteAttributeString(reader.NamespaceURI == SvgAllowed.XLink ? "xlink" : reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
        }

        if (isEmpty)
        {
            writer.WriteEndElement();
            reuse.Leave();
        }

        reader.Read();
    }

    private static void CopyStyle(XmlReader reader, XmlWriter writer)
    {
        var rules = reader.ReadElementContentAsString();
        if (!SvgAllowed.IsHarmlessStyle(rules)) return;
        writer.WriteStartElement("", "style", SvgAllowed.Namespace);
        writer.WriteString(rules);
        writer.WriteEndElement();
    }

    /// <summary>In pixels, from its attributes or from its view box; null where it has no size of its own, or one that no screen has.</summary>
    private static PixelSize? Size(XmlReader svg)
    {
        var box = (svg.GetAttribute("viewBox") ?? "").Split([' ', ',', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var (width, height) = (Length(svg.GetAttribute("width")), Length(svg.GetAttribute("height")));
        if (width is null && height is null && box.Length == 4) (width, height) = (Length(box[2]), Length(box[3]));
        if (width is not { } wide || height is not { } high) return null;
        var size = new PixelSize((int)Math.Round(wide), (int)Math.Round(high));
        return size.IsEmpty || size.IsTooLarge ? null : size;
    }

    private static double? Length(string? text)
    {
        var number = text?.Trim() is { } trimmed && trimmed.EndsWith("px", StringComparison.Ordinal) ? trimmed[..^2] : text;
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var length) && length is > 0 and < 1_000_000 ? length : null;
    }
}

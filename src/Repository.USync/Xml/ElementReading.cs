using System.Globalization;
using System.Xml.Linq;

namespace Repository.USync.Xml;

/// <summary>
/// An element being read. What is missing or malformed goes to the file's problems under the element's path and is answered with a neutral
/// value, so that one walk finds everything that is wrong.
/// </summary>
internal sealed class ElementReading(FileReading file, XElement element, string path)
{
    private const string ZeroKey = "La clave son puros ceros; cada cosa lleva una propia.";

    private static readonly string[] DateFormats = [USyncXml.DateFormat, "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];


    public string Name => element.Name.LocalName;

    public string Value => element.Value;

    public void Refuse(string reason) => file.Refuse(path, reason);

    public ElementReading? Child(string name) => element.Element(name) is { } child ? Below(child, name) : null;

    /// <summary>A child that must be there; an empty one in its stead when it is not.</summary>
    public ElementReading Required(string name)
    {
        if (Child(name) is { } child) return child;
        file.Refuse(Join(name), $"Falta el elemento «{name}».");
        return Below(new XElement(name), name);
    }

    public IEnumerable<ElementReading> Children(string name) => element.Elements(name).Select(child => Below(child, name));

    public IEnumerable<ElementReading> Children() => element.Elements().Select(child => Below(child, child.Name.LocalName));

    /// <summary>The same element, named in problems by what it is about: <c>GenericProperty/resumen</c>.</summary>
    public ElementReading About(string subject) => subject.Length == 0 ? this : new ElementReading(file, element, $"{path}/{subject}");

    /// <summary>A child's text that must be there and not be empty.</summary>
    public string RequiredText(string name)
    {
        var text = Text(name);
        if (string.IsNullOrWhiteSpace(text)) file.Refuse(Join(name), $"Falta el texto de «{name}».");
        return text;
    }

    public string Text(string name) => element.Element(name)?.Value ?? "";

    public string? Attribute(string name) => element.Attribute(name)?.Value;

    public Guid Key(string name) => ParseKey(name, RequiredText(name));

    /// <summary>A key that tells its owner from all others: not zeros.</summary>
    public Guid OwnKey(string name)
    {
        var key = Key(name);
        if (key == Guid.Empty && Guid.TryParseExact(Text(name), "D", out _)) file.Refuse(Join(name), ZeroKey);
        return key;
    }

    /// <summary>Zeros stand for nothing at all, and so tell no two things apart.</summary>
    public Guid KeyAttribute(string name = "Key")
    {
        var key = KeyAttributeOrZeros(name);
        if (key == Guid.Empty && Guid.TryParseExact(Attribute(name), "D", out _)) file.Refuse(Join(name), ZeroKey);
        return key;
    }

    public Guid KeyAttributeOrZeros(string name = "Key")
    {
        if (Attribute(name) is { } text) return ParseKey(name, text);
        file.Refuse(Join(name), $"Falta el atributo «{name}».");
        return Guid.Empty;
    }

    /// <summary>Null when the attribute is absent or all zeros.</summary>
    public Guid? OptionalKeyAttribute(string name) =>
        Attribute(name) is { Length: > 0 } text && ParseKey(name, text) is var key && key != Guid.Empty ? key : null;

    public Guid KeyOrZeros(string name) => Text(name) is { Length: > 0 } text ? ParseKey(name, text) : Guid.Empty;

    /// <summary>Writers mix <c>True</c> and <c>true</c>.</summary>
    public bool Flag(string name) => ParseFlag(name, Text(name));

    public bool FlagAttribute(string name) => ParseFlag(name, Attribute(name) ?? "");

    public bool FlagValue() => ParseFlag("", Value);

    public int Number(string name) => ParseNumber(name, Text(name), 0);

    public int NumberAttribute(string name, int missing) => ParseNumber(name, Attribute(name) ?? "", missing);

    public DateTime Date(string name)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTime.TryParseExact(RequiredText(name), DateFormats, CultureInfo.InvariantCulture, Utc, out var date))
        {
            file.Refuse(Join(name), $"«{Text(name)}» no es una fecha como 2026-02-03T15:04:05.");
        }

        return new DateTime(date.Ticks - (date.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
    }

    private Guid ParseKey(string name, string text)
    {
        if (!Guid.TryParseExact(text, "D", out var key) && text.Length > 0) file.Refuse(Join(name), $"«{text}» no es una clave GUID.");
        return key;
    }

    private bool ParseFlag(string name, string text)
    {
        if (!bool.TryParse(text, out var flag) && text.Length > 0) file.Refuse(Join(name), $"«{text}» no es «true» ni «false».");
        return flag;
    }

    private int ParseNumber(string name, string text, int missing)
    {
        if (text.Length == 0) return missing;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) file.Refuse(Join(name), $"«{text}» no es un número entero.");
        return number;
    }

    private ElementReading Below(XElement child, string name) => new(file, child, Join(name));

    private string Join(string name) => path.Length == 0 || name.Length == 0 ? path + name : $"{path}/{name}";
}

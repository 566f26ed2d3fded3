using System.Xml;

namespace Repository.USync.Xml;

/// <summary>What a text must be to stand in an XML file and come back the same.</summary>
internal static class LegalText
{
    /// <summary>An XML reader turns every kind of line end into a line feed, so that is what is written.</summary>
    public static string Normal(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    /// <summary>The first character XML has no place for, as in <c>U+0001</c>; null when there is none.</summary>
    public static string? Forbidden(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) i++;
            else return $"U+{(int)text[i]:X4}";
        }

        return null;
    }
}

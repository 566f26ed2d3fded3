using System.Xml;

namespace Repository.Web.Site.Machines;

/// <summary>Texts of editors in XML, which unlike HTML has no way at all to write most control characters.</summary>
internal static class XmlText
{
    public static string Legal(string text) => text.All(IsLegal) ? text : string.Concat(text.Where(IsLegal));

    private static bool IsLegal(char letter) => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter);
}

using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Repository.Core.Editors.RichText;

/// <summary>Reads the character references of an attribute's value as a browser does: all names of HTML 5, and the older ones without their semicolon.</summary>
internal static class CharacterReferences
{
    public static string Resolve(string raw)
    {
        if (!raw.Contains('&', StringComparison.Ordinal)) return raw;
        // The parser's own rules apply to a value in its place, so the value is put into one.
        using var source = new TextSource($"<a v=\"{raw.Replace("\"", "&quot;", StringComparison.Ordinal)}\">");
        var tokens = new HtmlTokenizer(source, AngleSharp.Html.HtmlEntityProvider.Resolver);
        return tokens.Get() is HtmlTagToken { Attributes: [var attribute] } ? attribute.Value : "";
    }
}

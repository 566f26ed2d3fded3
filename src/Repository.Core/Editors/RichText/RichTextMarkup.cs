using System.Collections.Immutable;
using System.Text;

namespace Repository.Core.Editors.RichText;

/// <summary>Writes a tree of rich text as markup. Attribute values of the tree are plain texts; here they are escaped.</summary>
public static class RichTextMarkup
{
    public static string Write(ImmutableArray<RichTextNode> nodes)
    {
        var markup = new StringBuilder();
        foreach (var node in nodes) Append(markup, node);
        return markup.ToString();
    }

    /// <summary>Has the element no end tag?</summary>
    public static bool IsVoid(string tag) => AllowedMarkup.IsVoid(tag);

    public static void AppendAttribute(StringBuilder markup, string name, string value) => markup.Append(' ').Append(name).Append("=\"").Append(EscapeAttribute(value)).Append('"');

    internal static string EscapeText(string raw) => raw.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static void Append(StringBuilder markup, RichTextNode node)
    {
        if (node is RichTextText text) markup.Append(text.RawText);
        if (node is not RichTextElement element) return;
        markup.Append('<').Append(element.Tag);
        foreach (var (name, value) in element.Attributes) AppendAttribute(markup, name, value);
        markup.Append('>');
        if (IsVoid(element.Tag)) return;
        foreach (var child in element.Children) Append(markup, child);
        markup.Append("</").Append(element.Tag).Append('>');
    }

    private static string EscapeAttribute(string value) => EscapeText(value.Replace("&", "&amp;", StringComparison.Ordinal))
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("\u00A0", "&nbsp;", StringComparison.Ordinal);
}

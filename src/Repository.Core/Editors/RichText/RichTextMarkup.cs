using System.Collections.Immutable;
using System.Text;

namespace Repository.Core.Editors.RichText;

/// <summary>Writes a tree of rich text as markup. Attribute values of the tree are plain texts; here they are escaped.</summary>
public static class RichTextMarkup
{
    /// <param name="nodes">The tree.</param>
    /// <param name="resolve">Called for each element that points to an item; gives back what is written in its place, with its address among the attributes.</param>
    public static string Write(ImmutableArray<RichTextNode> nodes, Func<RichTextElement, RichTextElement>? resolve = null)
    {
        var markup = new StringBuilder();
        foreach (var node in nodes) Append(markup, node, resolve);
        return markup.ToString();
    }

    internal static string EscapeText(string raw) => raw.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static void Append(StringBuilder markup, RichTextNode node, Func<RichTextElement, RichTextElement>? resolve)
    {
        if (node is RichTextText text) markup.Append(text.RawText);
        if (node is not RichTextElement element) return;
        if (element.Item is not null && resolve is not null) element = resolve(element);
        markup.Append('<').Append(element.Tag);
        foreach (var (name, value) in element.Attributes) markup.Append(' ').Append(name).Append("=\"").Append(EscapeAttribute(value)).Append('"');
        markup.Append('>');
        if (AllowedMarkup.IsVoid(element.Tag)) return;
        foreach (var child in element.Children) Append(markup, child, resolve);
        markup.Append("</").Append(element.Tag).Append('>');
    }

    private static string EscapeAttribute(string value) => EscapeText(value.Replace("&", "&amp;", StringComparison.Ordinal))
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("\u00A0", "&nbsp;", StringComparison.Ordinal);
}

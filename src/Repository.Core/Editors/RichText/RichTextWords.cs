using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Repository.Core.Editors.RichText;

/// <summary>The words of rich text: headings summarise, the rest is body. Paragraphs and cells do not run into each other.</summary>
internal sealed class RichTextWords
{
    private readonly List<SearchText> _headings = [];
    private readonly StringBuilder _body = new();

    private RichTextWords()
    {
    }

    public static ImmutableArray<SearchText> Of(ImmutableArray<RichTextNode> nodes)
    {
        var words = new RichTextWords();
        words.Read(nodes, words._body);
        var body = words._body.ToString().Trim();
        return body.Length == 0 ? [.. words._headings] : [.. words._headings, new SearchText(SearchTier.Body, body)];
    }

    /// <summary>Is there anything to see: a word, an image, a rule, a block?</summary>
    public static bool IsVisible(RichTextNode node) => node switch
    {
        RichTextText text => !string.IsNullOrWhiteSpace(WebUtility.HtmlDecode(text.RawText)),
        RichTextElement element => element.Tag is "img" or "hr" || AllowedMarkup.IsBlock(element.Tag) || element.Children.Any(IsVisible),
        _ => false,
    };

    private void Read(ImmutableArray<RichTextNode> nodes, StringBuilder into)
    {
        foreach (var node in nodes)
        {
            if (node is RichTextText text) into.Append(WebUtility.HtmlDecode(text.RawText));
            if (node is RichTextElement element) Read(element, into);
        }
    }

    private void Read(RichTextElement element, StringBuilder into)
    {
        if (IsHeading(element.Tag))
        {
            var heading = new StringBuilder();
            Read(element.Children, heading);
            if (!string.IsNullOrWhiteSpace(heading.ToString())) _headings.Add(new SearchText(SearchTier.Summary, heading.ToString().Trim()));
            return;
        }

        var isInline = IsInline(element.Tag);
        if (!isInline) EndLine(into);
        Read(element.Children, into);
        if (element.Tag == "img" && element.Attributes.FirstOrDefault(attribute => attribute.Key == "alt").Value is { Length: > 0 } alt) into.Append(alt);
        if (!isInline) EndLine(into);
    }

    private static void EndLine(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
    }

    private static bool IsHeading(string tag) => tag is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";

    private static bool IsInline(string tag) => tag is "span" or "a" or "strong" or "b" or "em" or "i" or "u" or "s" or "del" or "ins" or "sub" or "sup" or "small" or "mark"
        or "abbr" or "cite" or "q" or "dfn" or "code" or "kbd" or "samp" or "var" or "time" or "bdi" or "bdo" or "wbr";
}

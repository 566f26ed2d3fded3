using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Repository.Core.Editors;
using Repository.Core.Editors.RichText;

namespace Repository.Web.Media.Kits.Archive;

/// <summary>A text of a material in two forms, to be read by itself and away from the site: plain, and as a small page. Empty where nothing was written.</summary>
internal sealed class WrittenText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly HashSet<string> Inline = ["a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"];

    private readonly StringBuilder _plain = new();
    private readonly StringBuilder _html = new();

    public bool IsEmpty => _html.Length == 0;

    public string Plain => $"{string.Join("\n\n", _plain.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)).Replace("\n\n- ", "\n- ", StringComparison.Ordinal)}\n";

    public string Page(string title, string language) =>
        $$"""
        <!doctype html>
        <html lang="{{Encoder.Encode(language)}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{Encoder.Encode(title)}}</title>
        <style>body{font:1.1rem/1.6 Georgia,serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#26302b;background:#fbf8f2}table{border-collapse:collapse}th,td{border:1px solid #7f8f63;padding:.3rem .6rem;text-align:left}</style>
        </head>
        <body>
        <h1>{{Encoder.Encode(title)}}</h1>
        {{_html}}</body>
        </html>

        """;

    public WrittenText Add(DeliveryValue value)
    {
        switch (value)
        {
            case TextValue text:
                foreach (var line in text.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) Paragraph("p", line);
                break;
            case RichTextValue rich:
                Add(rich.Nodes);
                break;
            case BlockListValue list:
                foreach (var block in list.Blocks) Add(block.Content);
                break;
        }

        return this;
    }

    public WrittenText Paragraph(string tag, string text)
    {
        if (text.Length == 0) return this;
        _plain.Append(text).Append('\n');
        _html.Append('<').Append(tag).Append('>').Append(Encoder.Encode(text)).Append("</").Append(tag).Append(">\n");
        return this;
    }

    /// <summary>Sections with a heading, tables, and whatever else a block says in words, in the order of its type.</summary>
    private void Add(Element element)
    {
        foreach (var (alias, value) in element.Properties)
        {
            if (alias is "heading" or "caption" && value is TextValue heading) Paragraph("h2", heading.Text);
            else if (alias == "rows" && value is TextValue rows) Table(rows.Text);
        }

        foreach (var (_, value) in element.Properties.Where(property => property.Value is RichTextValue or BlockListValue || property.Alias == "note")) Add(value);
    }

    private void Table(string rows)
    {
        _html.Append("<table>\n");
        foreach (var (cells, place) in TypedTable.Read(rows).Select((row, place) => (row, place)))
        {
            var tag = place == 0 ? "th" : "td";
            _plain.Append("- ").AppendJoin(": ", cells).Append('\n');
            _html.Append("<tr>").AppendJoin("", cells.Select(cell => $"<{tag}>{Encoder.Encode(cell)}</{tag}>")).Append("</tr>\n");
        }

        _html.Append("</table>\n");
    }

    private void Add(ImmutableArray<RichTextNode> nodes)
    {
        if (nodes.IsEmpty) return;
        _html.Append(RichTextMarkup.Write(nodes)).Append('\n');
        foreach (var node in nodes) Say(node);
        _plain.Append('\n');
    }

    private void Say(RichTextNode node)
    {
        if (node is RichTextText text) _plain.Append(WebUtility.HtmlDecode(text.RawText).ReplaceLineEndings(" "));
        if (node is not RichTextElement element) return;
        var isInline = Inline.Contains(element.Tag);
        if (!isInline) _plain.Append('\n');
        if (element.Tag == "li") _plain.Append("- ");
        foreach (var child in element.Children) Say(child);
        var address = element.Tag == "a" ? element.Attributes.FirstOrDefault(attribute => attribute.Key == "href").Value : null;
        if (address is not null && address.StartsWith("http", StringComparison.Ordinal)) _plain.Append(" (").Append(address).Append(')');
        if (!isInline) _plain.Append('\n');
    }
}

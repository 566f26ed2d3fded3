using System.Collections.Immutable;
using System.Text;

namespace Repository.Core.Editors.RichText;

/// <summary>Grows a tree from tags as they come and closes what was left open, so that whatever was typed ends as well-formed markup.</summary>
internal sealed class MarkupTree
{
    /// <summary>Deeper tags are left out, their content stays: whoever walks the tree may do so by recursion.</summary>
    private const int MaxDepth = 100;

    private sealed class OpenElement(string tag, ImmutableArray<KeyValuePair<string, string>> attributes)
    {
        public string Tag { get; } = tag;

        public List<RichTextNode> Children { get; } = [];

        public RichTextElement Close() => new(Tag, attributes, [.. Children]);
    }

    private readonly List<OpenElement> _open = [new OpenElement("#root", [])];

    private readonly StringBuilder _text = new();

    public ImmutableArray<RichTextNode> Finish()
    {
        CloseDownTo(1);
        EndText();
        return [.. _open[0].Children];
    }

    public void Text(string raw) => _text.Append(raw);

    public void Start(string tag, ImmutableArray<KeyValuePair<string, string>> attributes)
    {
        CloseImplied(tag);
        var isVoid = AllowedMarkup.IsVoid(tag);
        if (!isVoid && _open.Count > MaxDepth) return;
        EndText();
        if (isVoid) _open[^1].Children.Add(new RichTextElement(tag, attributes, []));
        else _open.Add(new OpenElement(tag, attributes));
    }

    public void End(string tag)
    {
        // A tag in a cell closes nothing outside its cell; a part of a table nothing outside its table.
        var border = IsTablePart(tag) ? ["table"] : tag == "table" ? [] : new[] { "td", "th", "caption" };
        Close([tag], border);
    }

    // Starting one of these ends what cannot contain it, as in every browser.
    private void CloseImplied(string tag)
    {
        if (EndsParagraph(tag)) Close(["p"], ["td", "th", "caption", "li", "dd", "div", "blockquote", "figure"]);
        switch (tag)
        {
            case "a":
                Close(["a"], ["td", "th", "caption"]);
                break;
            case "li":
                Close(["li"], ["ul", "ol", "td", "th"]);
                break;
            case "dt" or "dd":
                Close(["dt", "dd"], ["dl", "td", "th"]);
                break;
            case "td" or "th":
                Close(["td", "th"], ["tr", "table"]);
                break;
            case "tr":
                Close(["tr"], ["table"]);
                break;
            case "thead" or "tbody" or "tfoot":
                Close(["thead", "tbody", "tfoot"], ["table"]);
                break;
        }
    }

    private void Close(string[] tags, string[] border)
    {
        for (var index = _open.Count - 1; index > 0; index--)
        {
            if (tags.Contains(_open[index].Tag))
            {
                CloseDownTo(index);
                return;
            }

            if (border.Contains(_open[index].Tag)) return;
        }
    }

    private void CloseDownTo(int count)
    {
        while (_open.Count > count)
        {
            EndText();
            var closed = _open[^1].Close();
            _open.RemoveAt(_open.Count - 1);
            _open[^1].Children.Add(closed);
        }
    }

    // Text comes in many pieces where tags between them were left out; it is one text all the same.
    private void EndText()
    {
        if (_text.Length == 0) return;
        _open[^1].Children.Add(new RichTextText(_text.ToString()));
        _text.Clear();
    }

    private static bool IsTablePart(string tag) => tag is "td" or "th" or "tr" or "thead" or "tbody" or "tfoot" or "caption" or "colgroup";

    private static bool EndsParagraph(string tag) => tag is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "div" or "section" or "blockquote" or "pre"
        or "figure" or "figcaption" or "details" or "summary" or "ul" or "ol" or "li" or "dl" or "dt" or "dd" or "table" or "hr";
}

namespace Repository.Web.Delivery.Rendering;

/// <summary>Reads <c>list = node *("," node); node = key ["[" list "]"]</c>. A malformed text is null, never an exception.</summary>
internal ref struct SelectionParser
{
    private const int MaxDepth = 32;
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private SelectionParser(ReadOnlySpan<char> text) => _text = text;

    public static IReadOnlyList<SelectionNode>? Parse(string text)
    {
        if (text.Length == 0) return [];
        var parser = new SelectionParser(text);
        var nodes = parser.List(1);
        return nodes is not null && parser._at == text.Length ? nodes : null;
    }

    private List<SelectionNode>? List(int depth)
    {
        var nodes = new List<SelectionNode>();
        do
        {
            if (Node(depth) is not { } node) return null;
            if (node.Key.Length > 0) nodes.Add(node);
        }
        while (Take(','));

        return nodes;
    }

    private SelectionNode? Node(int depth)
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is not ('[' or ']' or ',')) _at++;
        var key = _text[start.._at].Trim().ToString();
        if (!Take('[')) return new SelectionNode(key, []);
        if (key.Length == 0 || depth > MaxDepth || List(depth + 1) is not { Count: > 0 } children || !Take(']')) return null;
        return new SelectionNode(key, children);
    }

    private bool Take(char expected)
    {
        if (_at >= _text.Length || _text[_at] != expected) return false;
        _at++;
        return true;
    }
}

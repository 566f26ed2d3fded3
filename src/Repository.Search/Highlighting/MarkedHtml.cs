using System.Text;

namespace Repository.Search.Highlighting;

/// <summary>Writes a part of a text as HTML, its marks around it and what is left out told by an ellipsis.</summary>
internal static class MarkedHtml
{
    private const char Ellipsis = '…';

    public static Fragment Write(string text, (int Start, int End) window, IReadOnlyList<Mark> marks)
    {
        var html = new StringBuilder(window.End - window.Start + 64);
        if (!text.AsSpan(0, window.Start).IsWhiteSpace()) html.Append(Ellipsis).Append(' ');
        var at = window.Start;
        var count = 0;
        foreach (var mark in marks)
        {
            if (mark.Start < window.Start || mark.End > window.End) continue;
            Escape(html, text.AsSpan(at, mark.Start - at));
            html.Append("<mark>");
            Escape(html, text.AsSpan(mark.Start, mark.End - mark.Start));
            html.Append("</mark>");
            at = mark.End;
            count++;
        }

        Escape(html, text.AsSpan(at, window.End - at));
        if (!text.AsSpan(window.End).IsWhiteSpace()) html.Append(' ').Append(Ellipsis);
        return new Fragment(html.ToString(), count);
    }

    private static void Escape(StringBuilder html, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny("&<>\"'") is >= 0 and var at)
        {
            html.Append(text[..at]).Append(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ => "&#39;",
            });
            text = text[(at + 1)..];
        }

        html.Append(text);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Repository.Core.Editors;

namespace Repository.Core.Content.Differences;

/// <summary>A word, a blank or a sign with how it is set: the smallest thing that is compared.</summary>
internal readonly record struct TextPiece(string Text, TextMarks Marks = TextMarks.None, string Target = "");

/// <summary>Takes texts apart into lines of pieces.</summary>
internal static class TextPieces
{
    public static List<ImmutableArray<TextPiece>> Lines(string text) => [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => Pieces(line, TextMarks.None, "").ToImmutableArray())];

    /// <summary>Rich text as a reader sees it: a line for each paragraph, item and cell, with its marks. Blocks in it are compared by themselves.</summary>
    public static List<ImmutableArray<TextPiece>> Lines(ImmutableArray<RichTextNode> nodes, Func<ItemReference, string> name)
    {
        var reader = new MarkupReader(name);
        reader.Read(nodes, TextMarks.None, "");
        return reader.Finish();
    }

    private static IEnumerable<TextPiece> Pieces(string text, TextMarks marks, string target)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at++;
            if (IsOfWord(text[start]))
            {
                while (at < text.Length && IsOfWord(text[at])) at++;
            }
            else if (char.IsWhiteSpace(text[start]))
            {
                while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            }

            yield return new TextPiece(text[start..at], marks, target);
        }
    }

    /// <summary>Accents that stand by themselves and both halves of a letter beyond the first plane belong to their word.</summary>
    private static bool IsOfWord(char letter) =>
        char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private sealed class MarkupReader(Func<ItemReference, string> name)
    {
        private readonly List<ImmutableArray<TextPiece>> _lines = [];
        private readonly List<TextPiece> _line = [];

        public List<ImmutableArray<TextPiece>> Finish()
        {
            EndLine();
            return _lines;
        }

        public void Read(ImmutableArray<RichTextNode> nodes, TextMarks marks, string target)
        {
            foreach (var node in nodes)
            {
                if (node is RichTextText text) Add(Pieces(Collapsed(WebUtility.HtmlDecode(text.RawText)), marks, target));
                else if (node is RichTextElement element) Read(element, marks, target);
            }
        }

        private void Read(RichTextElement element, TextMarks marks, string target)
        {
            if (element.Tag is "br")
            {
                EndLine();
                return;
            }

            if (element.Tag is "img") _line.Add(new TextPiece($"[{Picture(element)}]", marks, target));
            var isInline = IsInline(element.Tag);
            if (!isInline) EndLine();
            Read(element.Children, marks | Marks(element.Tag), element.Tag == "a" ? Target(element) : target);
            if (!isInline) EndLine();
        }

        /// <summary>A blank behind a blank is not seen, whatever tags part them.</summary>
        private void Add(IEnumerable<TextPiece> pieces)
        {
            foreach (var piece in pieces)
            {
                if (!string.IsNullOrWhiteSpace(piece.Text) || _line.Count == 0 || !string.IsNullOrWhiteSpace(_line[^1].Text)) _line.Add(piece);
            }
        }

        private void EndLine()
        {
            while (_line.Count > 0 && string.IsNullOrWhiteSpace(_line[^1].Text)) _line.RemoveAt(_line.Count - 1);
            while (_line.Count > 0 && string.IsNullOrWhiteSpace(_line[0].Text)) _line.RemoveAt(0);
            if (_line.Count > 0) _lines.Add([.. _line]);
            _line.Clear();
        }

        private string Target(RichTextElement link) => link.Item is { } item ? name(item) + link.Suffix : Attribute(link, "href");

        private string Picture(RichTextElement image) => Attribute(image, "alt") is { Length: > 0 } alt ? alt : image.Item is { } item ? name(item) : Attribute(image, "src");

        private static string Attribute(RichTextElement element, string wanted) => element.Attributes.FirstOrDefault(attribute => attribute.Key == wanted).Value ?? "";

        private static TextMarks Marks(string tag) => tag switch
        {
            "strong" or "b" => TextMarks.Strong,
            "em" or "i" => TextMarks.Emphasis,
            "a" => TextMarks.Link,
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => TextMarks.Heading,
            "li" => TextMarks.Item,
            _ => TextMarks.None,
        };

        private static bool IsInline(string tag) => tag is "span" or "a" or "strong" or "b" or "em" or "i" or "u" or "s" or "del" or "ins" or "sub" or "sup" or "small" or "mark"
            or "abbr" or "cite" or "q" or "dfn" or "code" or "kbd" or "samp" or "var" or "time" or "bdi" or "bdo" or "wbr" or "img";

        /// <summary>Markup shows any run of blanks as one.</summary>
        private static string Collapsed(string text)
        {
            var collapsed = new StringBuilder(text.Length);
            foreach (var letter in text)
            {
                var isBlank = letter is ' ' or '\n' or '\r' or '\t';
                if (!isBlank) collapsed.Append(letter);
                else if (collapsed.Length == 0 || collapsed[^1] != ' ') collapsed.Append(' ');
            }

            return collapsed.ToString();
        }
    }
}

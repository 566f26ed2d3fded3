using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Repository.Web.Site.Machines.Sharing;

/// <summary>
/// A title broken into lines of at most a width, which is counted in parts of the height of the letters. Widths are those of Noto Serif Bold; other fonts differ by
/// little. What does not fit into the last line ends in an ellipsis.
/// </summary>
internal static class TitleLines
{
    private const double Usual = 0.65;
    private const char Ellipsis = '…';

    private static readonly (double Width, string Letters)[] Widths =
    [
        (0.25, " "), (0.3, "',-./:;\\·"), (0.35, "`ijl"), (0.4, "!()IJ[]ft¡"), (0.45, "_{}"), (0.5, "\"*rs–“”"), (0.55, "#$+0123456789<=>?^cegz|~«»¿"), (0.6, "FSaovy"),
        (0.7, "RVY"), (0.75, "ADGKUX"), (0.8, "&HNOQ"), (0.85, "w"), (0.9, "%@…"), (0.95, "M"), (1, "m—"), (1.05, "W"),
    ];

    private static readonly Dictionary<char, double> WidthOf = Widths.SelectMany(same => same.Letters.Select(letter => (letter, same.Width))).ToDictionary(pair => pair.letter, pair => pair.Width);

    public static ImmutableArray<string> Of(string title, double width, int most)
    {
        var words = new Queue<string>(title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width)));
        var lines = ImmutableArray.CreateBuilder<string>(most);
        while (words.Count > 0 && lines.Count < most)
        {
            var line = new StringBuilder(words.Dequeue());
            while (words.TryPeek(out var next) && Width($"{line} {next}") <= width) line.Append(' ').Append(words.Dequeue());
            lines.Add(line.ToString());
        }

        if (words.Count > 0) lines[^1] = Shortened(lines[^1], width);
        return lines.ToImmutable();
    }

    /// <summary>A word that is longer than a line is broken where the line ends.</summary>
    private static IEnumerable<string> Pieces(string word, double width)
    {
        var piece = new StringBuilder();
        foreach (var letter in Letters(word))
        {
            if (piece.Length > 0 && Width($"{piece}{letter}") > width)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(letter);
        }

        yield return piece.ToString();
    }

    private static string Shortened(string line, double width)
    {
        var letters = Letters(line).ToList();
        while (letters.Count > 1 && Width(string.Concat(letters)) + WidthOf[Ellipsis] > width) letters.RemoveAt(letters.Count - 1);
        return string.Concat(letters).TrimEnd(' ', ',', '.', ';', ':', '(', '«') + Ellipsis;
    }

    /// <summary>What readers see as one letter, with all its marks.</summary>
    private static IEnumerable<string> Letters(string text)
    {
        for (var letters = StringInfo.GetTextElementEnumerator(text); letters.MoveNext();) yield return letters.GetTextElement();
    }

    /// <summary>A letter is as wide as it is without its accents.</summary>
    private static double Width(string text) => Letters(text).Sum(letter => WidthOf.GetValueOrDefault(letter.Normalize(NormalizationForm.FormD)[0], Usual));
}

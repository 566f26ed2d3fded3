using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Repository.Web.Media.Texts;

/// <summary>What captions say, WebVTT and SubRip alike: without times, numbers, styles, notes and tags. A line that only goes on standing is told once.</summary>
internal sealed partial class CaptionText : ITextReader
{
    private const string Arrow = "-->";

    public bool CanRead => true;

    public async Task ReadAsync(string path, GatheredText text, CancellationToken cancellation)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        var (isCue, before) = (false, "");
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            // Whatever stands before the times – a number, a note, a style – is not heard; an empty line ends a cue.
            if (line.Contains(Arrow, StringComparison.Ordinal)) isCue = true;
            else if (string.IsNullOrWhiteSpace(line)) isCue = false;
            else if (isCue && Heard(line) is { Length: > 0 } heard && heard != before)
            {
                text.Add(before = heard);
                text.NewLine();
            }
        }
    }

    private static string Heard(string line) => WebUtility.HtmlDecode(Tag().Replace(line, "")).Trim();

    /// <summary>WebVTT's and HTML's tags, and the places that some programs write into SubRip.</summary>
    [GeneratedRegex(@"<[^<>]*>|\{\\[^{}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}

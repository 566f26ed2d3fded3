using System.Text.RegularExpressions;

namespace Repository.Web.Media.Intake;

/// <summary>Captions: WebVTT and SubRip, in UTF-8.</summary>
internal sealed partial class SubtitlesFile : IFileFamily
{
    private static readonly FileFinding.Unfit NotText = new("notUtf8", "Los subtítulos deben ser texto en UTF-8: guárdalos con esa codificación.");

    public bool Begins(ReadOnlySpan<byte> head, string extension) => PlainTextReading.Start(head) is var start && (WebVtt().IsMatch(start) || SubRip().IsMatch(start));

    public FileFinding Read(Stream file, Func<Stream> copy, string extension)
    {
        var start = PlainTextReading.Start(file.Bytes((int)Math.Min(file.Length, 64)));
        file.Position = 0;
        if (!PlainTextReading.IsText(file)) return NotText;
        return new FileFinding.Fit(WebVtt().IsMatch(start) ? FileKind.Vtt : FileKind.Srt);
    }

    [GeneratedRegex(@"\AWEBVTT([ \t\r\n]|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex WebVtt();

    [GeneratedRegex(@"\A\d{1,6}\r?\n\d{2}:\d{2}:\d{2}[,.]\d{3} --> ", RegexOptions.CultureInvariant)]
    private static partial Regex SubRip();
}

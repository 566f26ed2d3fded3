using System.Text;
using System.Text.RegularExpressions;

namespace Repository.Web.Media.Texts;

/// <summary>The words of a PDF, as poppler's program <c>pdftotext</c> reads them, confined. It shows nothing and runs nothing.</summary>
internal sealed partial class PdfToText(string? folders) : ITextReader
{
    public const string Program = "pdftotext";

    /// <summary>It writes no file at all: what it reads goes through a pipe.</summary>
    private readonly ConfinedProgram _program = new(Program, folders, new Confinement(Kilobytes: 1_000_000, Seconds: 30, Blocks: 0, TimeSpan.FromMinutes(2)));

    /// <summary>Where the program lies; null when it is not installed.</summary>
    public string? Path => _program.Path;

    public bool CanRead => Path is not null;

    public async Task ReadAsync(string path, GatheredText text, CancellationToken cancellation)
    {
        var raw = new StringBuilder();
        var call = new ProgramCall("/", ["-q", "-enc", "UTF-8", "-eol", "unix", System.IO.Path.GetFullPath(path), "-"]) { Output = (output, patience) => TakeAsync(output, raw, patience) };
        if (await _program.RunAsync(call, cancellation) is { } complaint)
        {
            // What would be kept as "no words" for good is only said of the file itself.
            throw complaint == ConfinedProgram.Unending ? new IOException(complaint) : new InvalidDataException(complaint);
        }

        text.Add(Hyphen().Replace(raw.ToString(), ""));
    }

    private static async Task<bool> TakeAsync(Stream output, StringBuilder raw, CancellationToken cancellation)
    {
        using var reader = new StreamReader(output, Encoding.UTF8);
        var letters = new char[16 * 1024];
        for (int read; (read = await reader.ReadAsync(letters, cancellation)) > 0;)
        {
            if (raw.Length + read > GatheredText.Most) return false;
            raw.Append(letters, 0, read);
        }

        return true;
    }

    /// <summary>A word that a line's end has parted is one word.</summary>
    [GeneratedRegex(@"(?<=\p{Ll})[-\u00AD\u2010]\n(?=\p{Ll})", RegexOptions.CultureInvariant)]
    private static partial Regex Hyphen();
}

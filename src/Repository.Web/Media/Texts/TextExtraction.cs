using System.Xml;
using Repository.Storage.Files;

namespace Repository.Web.Media.Texts;

/// <summary>Reads the words of stored files, each once, and keeps them. What a file's own words are is also where a text equivalent can begin.</summary>
internal sealed partial class TextExtraction(FileStore files, FileTexts texts, PdfToText pdf, ILogger<TextExtraction> log)
{
    private static readonly PlainText Plain = new();
    private static readonly CaptionText Captions = new();
    private static readonly OfficeText Office = new();

    /// <summary>Can a file of this extension be read now? False while the program it needs is missing.</summary>
    public bool CanRead(string extension) => ReaderOf(extension) is not { CanRead: false };

    /// <summary>The whole text; empty for a file without words, or one that cannot be read. Null when it cannot be read now: its program or the file itself is missing.</summary>
    public async Task<string?> TextOfAsync(FileHash hash, string extension, CancellationToken cancellation)
    {
        if (ReaderOf(extension) is not { } reader) return "";
        if (texts.WholeOf(hash) is { } known && texts.Find(hash.Hex, extension) is not null) return known;
        if (!reader.CanRead || files.Find(hash) is not { } path) return null;
        if (await ReadAsync(reader, path, cancellation) is not { } text) return null;
        texts.Keep(hash, text);
        return text;
    }

    private async Task<string?> ReadAsync(ITextReader reader, string path, CancellationToken cancellation)
    {
        var text = new GatheredText();
        try
        {
            await reader.ReadAsync(path, text, cancellation);
            return text.ToString();
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or XmlException)
        {
            // The tool may have been taken away in this moment: then nothing speaks against the file.
            if (!reader.CanRead) return null;
            LogUnreadable(path, unreadable.Message);
            return "";
        }
    }

    private ITextReader? ReaderOf(string extension) => extension switch
    {
        "pdf" => pdf,
        "docx" or "xlsx" or "odt" or "ods" => Office,
        "vtt" or "srt" => Captions,
        "csv" => Plain,
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "No text can be read from {File}: {Reason}")]
    private partial void LogUnreadable(string file, string reason);
}

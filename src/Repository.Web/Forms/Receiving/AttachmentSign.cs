using System.Collections.Frozen;

namespace Repository.Web.Forms.Receiving;

/// <summary>
/// What a file is by its first bytes, held against what its name says; what a browser declares is not looked at. Markup and programs are taken under
/// no name: nobody proposes a practice with them.
/// </summary>
internal static class AttachmentSign
{
    /// <summary>So many bytes are looked at.</summary>
    public const int Length = 512;

    private const string Unknown = "application/octet-stream";

    private static readonly FrozenDictionary<string, (string MediaType, Func<byte[], bool> Fits)> Known = new Dictionary<string, (string, Func<byte[], bool>)>
    {
        ["pdf"] = ("application/pdf", head => Begins(head, "%PDF-"u8)),
        ["jpg"] = ("image/jpeg", IsJpeg),
        ["jpeg"] = ("image/jpeg", IsJpeg),
        ["png"] = ("image/png", head => Begins(head, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        ["gif"] = ("image/gif", head => Begins(head, "GIF87a"u8) || Begins(head, "GIF89a"u8)),
        ["webp"] = ("image/webp", head => IsRiff(head, "WEBP"u8)),
        ["wav"] = ("audio/wav", head => IsRiff(head, "WAVE"u8)),
        ["mp3"] = ("audio/mpeg", head => Begins(head, "ID3"u8) || (head is [0xFF, var second, ..] && (second & 0xE6) is 0xE2)),
        ["aac"] = ("audio/aac", head => Begins(head, "ID3"u8) || (head is [0xFF, var second, ..] && (second & 0xF6) is 0xF0)),
        ["m4a"] = ("audio/mp4", IsMp4),
        ["mp4"] = ("video/mp4", IsMp4),
        ["ogg"] = ("audio/ogg", head => Begins(head, "OggS"u8)),
        ["opus"] = ("audio/ogg", head => Begins(head, "OggS"u8)),
        ["amr"] = ("audio/amr", head => Begins(head, "#!AMR"u8)),
        ["webm"] = ("video/webm", head => Begins(head, [0x1A, 0x45, 0xDF, 0xA3])),
        ["docx"] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", IsZip),
        ["xlsx"] = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", IsZip),
        ["pptx"] = ("application/vnd.openxmlformats-officedocument.presentationml.presentation", IsZip),
        ["odt"] = ("application/vnd.oasis.opendocument.text", IsZip),
        ["ods"] = ("application/vnd.oasis.opendocument.spreadsheet", IsZip),
        ["zip"] = ("application/zip", IsZip),
        ["doc"] = ("application/msword", IsCompound),
        ["xls"] = ("application/vnd.ms-excel", IsCompound),
        ["txt"] = ("text/plain", IsText),
        ["csv"] = ("text/csv", IsText),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] Markup = ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<iframe", "<?php"];

    /// <summary>By the extension alone; what is not known is only a row of bytes.</summary>
    public static string MediaType(string name) => Known.TryGetValue(Extension(name), out var kind) ? kind.MediaType : Unknown;

    /// <summary>Does a file begin as one of its name does?</summary>
    public static bool Fits(string name, byte[] head) => !IsMarkup(head) && !IsProgram(head) && (!Known.TryGetValue(Extension(name), out var kind) || kind.Fits(head));

    private static string Extension(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();

    private static bool Begins(byte[] head, ReadOnlySpan<byte> sign) => head.AsSpan().StartsWith(sign);

    private static bool IsJpeg(byte[] head) => Begins(head, [0xFF, 0xD8, 0xFF]);

    private static bool IsRiff(byte[] head, ReadOnlySpan<byte> form) => Begins(head, "RIFF"u8) && head.Length >= 12 && head.AsSpan(8).StartsWith(form);

    private static bool IsMp4(byte[] head) => head.Length >= 12 && head.AsSpan(4).StartsWith("ftyp"u8);

    private static bool IsZip(byte[] head) => Begins(head, [0x50, 0x4B, 0x03, 0x04]);

    private static bool IsCompound(byte[] head) => Begins(head, [0xD0, 0xCF, 0x11, 0xE0]);

    private static bool IsText(byte[] head) => !head.Contains((byte)0);

    private static bool IsProgram(byte[] head) => Begins(head, "MZ"u8) || Begins(head, [0x7F, 0x45, 0x4C, 0x46]) || Begins(head, "#!/"u8);

    private static bool IsMarkup(byte[] head)
    {
        var text = System.Text.Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n').Replace("\0", "", StringComparison.Ordinal);
        return Markup.Any(sign => text.StartsWith(sign, StringComparison.OrdinalIgnoreCase)) || (text.StartsWith("<!--", StringComparison.Ordinal) && text.Contains('>', StringComparison.Ordinal));
    }
}

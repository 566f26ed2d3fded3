using System.Collections.Frozen;

namespace Repository.Web.Media.Intake;

/// <summary>A kind of file that is taken in: its extension, how it is sent, the media type its items have, and how large it may be (0: as large as any).</summary>
internal sealed record FileKind(string Extension, string ContentType, string MediaType, long MostBytes = 0)
{
    private const long Megabyte = 1024 * 1024;
    private const string Image = "Image";
    private const string Audio = "umbracoMediaAudio";
    private const string Video = "umbracoMediaVideo";
    private const string Other = "File";

    public static readonly FileKind Jpeg = new("jpg", "image/jpeg", Image, 200 * Megabyte) { Synonyms = ["jpeg"] };
    public static readonly FileKind Png = new("png", "image/png", Image, 200 * Megabyte);
    public static readonly FileKind Gif = new("gif", "image/gif", Image, 100 * Megabyte);
    public static readonly FileKind Webp = new("webp", "image/webp", Image, 200 * Megabyte);
    public static readonly FileKind Svg = new("svg", "image/svg+xml", "umbracoMediaVectorGraphics", 10 * Megabyte);
    public static readonly FileKind Pdf = new("pdf", "application/pdf", "umbracoMediaArticle");
    public static readonly FileKind Mp3 = new("mp3", "audio/mpeg", Audio);
    public static readonly FileKind Ogg = new("ogg", "audio/ogg", Audio) { Synonyms = ["oga", "opus"] };
    public static readonly FileKind M4a = new("m4a", "audio/mp4", Audio);
    public static readonly FileKind Mp4 = new("mp4", "video/mp4", Video);
    public static readonly FileKind Webm = new("webm", "video/webm", Video);
    public static readonly FileKind Vtt = new("vtt", "text/vtt; charset=utf-8", Other, 10 * Megabyte);
    public static readonly FileKind Srt = new("srt", "application/x-subrip; charset=utf-8", Other, 10 * Megabyte);
    public static readonly FileKind Csv = new("csv", "text/csv; charset=utf-8", Other, 500 * Megabyte);
    public static readonly FileKind Docx = new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Other, 500 * Megabyte);
    public static readonly FileKind Xlsx = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Other, 500 * Megabyte);
    public static readonly FileKind Odt = new("odt", "application/vnd.oasis.opendocument.text", Other, 500 * Megabyte);
    public static readonly FileKind Ods = new("ods", "application/vnd.oasis.opendocument.spreadsheet", Other, 500 * Megabyte);
    public static readonly FileKind Zip = new("zip", "application/zip", Other);

    public static readonly IReadOnlyList<FileKind> All = [Jpeg, Png, Gif, Webp, Svg, Pdf, Mp3, Ogg, M4a, Mp4, Webm, Vtt, Srt, Csv, Docx, Xlsx, Odt, Ods, Zip];

    private static readonly FrozenDictionary<string, FileKind> ByExtension =
        All.SelectMany(kind => kind.Extensions.Select(extension => (extension, kind))).ToFrozenDictionary(pair => pair.extension, pair => pair.kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>Other extensions that files of this kind may keep.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    public IEnumerable<string> Extensions => [Extension, .. Synonyms];

    public static FileKind? Named(string extension) => ByExtension.GetValueOrDefault(extension);
}

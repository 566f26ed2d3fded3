namespace Repository.Web.Media.Intake;

/// <summary>What reading a whole file found: a kind that is taken in, or why it is not.</summary>
internal abstract record FileFinding
{
    public static readonly Unfit Damaged = new("damagedFile", "El archivo está incompleto o dañado: vuelve a exportarlo o a copiarlo.");

    public static readonly Unfit Unsupported = new(
        "unsupportedFile",
        "Este tipo de archivo no se admite. Se admiten imágenes JPEG, PNG, WebP, GIF y SVG; PDF; audio MP3, OGG y M4A; video MP4 y WebM; subtítulos VTT y SRT; DOCX, ODT, XLSX, ODS, CSV en UTF-8 y ZIP.");

    public static readonly Unfit TooManyPixels = new("tooManyPixels", "La imagen tiene más de 100 megapixeles: redúcela.");

    /// <summary>A length that a header may tell; null for one that no recording has.</summary>
    public static TimeSpan? Seconds(double seconds) => seconds is > 0 and < 10_000_000 ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>A kind that is taken in.</summary>
    internal sealed record Fit(FileKind Kind, PixelSize? Size = null) : FileFinding
    {
        /// <summary>Does what may be kept stand in the clean copy, and not in the file itself?</summary>
        public bool IsCopied { get; init; }

        /// <summary>How long a recording is, as its headers tell it; null where they do not.</summary>
        public TimeSpan? Duration { get; init; }
    }

    /// <param name="Code">For programs, in English.</param>
    /// <param name="Reason">For people, a whole Spanish sentence.</param>
    internal sealed record Unfit(string Code, string Reason) : FileFinding;
}

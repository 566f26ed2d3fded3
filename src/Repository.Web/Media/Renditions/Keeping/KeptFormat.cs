namespace Repository.Web.Media.Renditions.Keeping;

/// <summary>What the cache holds, by the extension of its files, and how it is sent.</summary>
internal sealed record KeptFormat(string Extension, string ContentType)
{
    public static readonly KeptFormat Jpeg = Of(ImageFormat.Jpeg);
    public static readonly KeptFormat Pdf = new("pdf", "application/pdf");
    public static readonly KeptFormat Zip = new("zip", "application/zip");

    public static readonly IReadOnlyList<KeptFormat> All = [.. ImageFormats.All.Select(Of), Pdf, Zip];

    public static KeptFormat Of(ImageFormat format) => new(format.Extension, format.ContentType);

    public static KeptFormat? Named(string extension) => All.FirstOrDefault(format => format.Extension == extension);
}

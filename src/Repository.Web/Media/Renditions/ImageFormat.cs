namespace Repository.Web.Media.Renditions;

/// <summary>The formats that are read and written.</summary>
internal enum ImageFormat
{
    Jpeg,
    Png,
    Gif,
    WebP,
}

internal static class ImageFormats
{
    public static readonly ImageFormat[] All = Enum.GetValues<ImageFormat>();

    extension(ImageFormat format)
    {
        public string Extension => format switch
        {
            ImageFormat.Jpeg => "jpg",
            ImageFormat.Png => "png",
            ImageFormat.Gif => "gif",
            _ => "webp",
        };

        public string ContentType => format switch
        {
            ImageFormat.Jpeg => "image/jpeg",
            ImageFormat.Png => "image/png",
            ImageFormat.Gif => "image/gif",
            _ => "image/webp",
        };

        public bool HasTransparency => format != ImageFormat.Jpeg;
    }

    /// <summary>By the name it has in an address; null for one that is not written here.</summary>
    public static ImageFormat? Named(string? name) => name?.ToLowerInvariant() switch
    {
        "jpg" or "jpeg" => ImageFormat.Jpeg,
        "png" => ImageFormat.Png,
        "gif" => ImageFormat.Gif,
        "webp" => ImageFormat.WebP,
        _ => null,
    };
}

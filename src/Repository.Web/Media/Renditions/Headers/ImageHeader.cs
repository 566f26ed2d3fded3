namespace Repository.Web.Media.Renditions.Headers;

/// <summary>What the first bytes of a picture say of it, whatever its name. Files that are none of the four formats have no header.</summary>
internal sealed record ImageHeader(ImageFormat Format, PixelSize Stored)
{
    public Orientation Orientation { get; init; } = Orientation.Upright;

    public bool MayBeTransparent { get; init; }

    /// <summary>Are its numbers other colours than those of the web: by a profile, or because they are those of print?</summary>
    public bool HasOwnColours { get; init; }

    public PixelSize Upright => Orientation.Turned(Stored);

    public static ImageHeader? Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 4096, FileOptions.SequentialScan);
        return Read(file);
    }

    public static ImageHeader? Read(Stream file)
    {
        try
        {
            var bytes = new HeaderBytes(file);
            var header = bytes.Start() switch
            {
                [0xFF, 0xD8, 0xFF, ..] => JpegHeader.Read(bytes),
                [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngHeader.Read(bytes),
                [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => GifHeader.Read(bytes),
                [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebPHeader.Read(bytes),
                _ => null,
            };
            return header is { Stored: { Width: > 0, Height: > 0 } } ? header : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }
}

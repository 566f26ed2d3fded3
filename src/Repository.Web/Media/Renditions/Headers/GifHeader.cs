using System.Buffers.Binary;

namespace Repository.Web.Media.Renditions.Headers;

/// <summary>GIF: the size of its screen. Whether a frame is transparent stands further on, so it may be.</summary>
internal static class GifHeader
{
    public static ImageHeader Read(HeaderBytes bytes)
    {
        var screen = bytes.Take(10).AsSpan(6);
        var size = new PixelSize(BinaryPrimitives.ReadUInt16LittleEndian(screen), BinaryPrimitives.ReadUInt16LittleEndian(screen[2..]));
        return new ImageHeader(ImageFormat.Gif, size) { MayBeTransparent = true };
    }
}

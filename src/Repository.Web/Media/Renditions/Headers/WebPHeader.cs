using System.Buffers.Binary;

namespace Repository.Web.Media.Renditions.Headers;

/// <summary>WebP: lossy, lossless, or extended by transparency, metadata or movement.</summary>
internal static class WebPHeader
{
    private const int MostChunks = 1000;
    private const byte ProfileFlag = 0x20;
    private const byte TransparencyFlag = 0x10;
    private const byte ExifFlag = 0x08;

    public static ImageHeader? Read(HeaderBytes bytes)
    {
        bytes.Skip(12);
        var name = bytes.Take(4);
        var length = bytes.LittleLong();
        var type = System.Text.Encoding.Latin1.GetString(name);
        var start = bytes.Take(type switch { "VP8 " or "VP8X" => 10, "VP8L" => 5, _ => 0 });
        if (Size(type, start, length) is not { IsEmpty: false } size) return null;
        var image = new ImageHeader(ImageFormat.WebP, size);
        return type switch
        {
            "VP8X" => Extended(image, start[0], bytes),
            "VP8L" => image with { MayBeTransparent = (start[4] & 0x10) != 0 },
            _ => image,
        };
    }

    /// <summary>The size that a chunk with pixels, or with the canvas, tells at its start; an empty one for a chunk that tells none.</summary>
    public static PixelSize Size(string type, ReadOnlySpan<byte> start, long length) => type switch
    {
        "VP8X" when length == 10 && start.Length >= 10 => new PixelSize(Three(start[4..]) + 1, Three(start[7..]) + 1),
        "VP8 " when start.Length >= 10 && start[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]) =>
            new PixelSize(BinaryPrimitives.ReadUInt16LittleEndian(start[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(start[8..]) & 0x3FFF),
        "VP8L" when start.Length >= 5 && start[0] == 0x2F => Lossless(BinaryPrimitives.ReadUInt32LittleEndian(start[1..])),
        _ => default,
    };

    /// <summary>The size of one picture of an animation.</summary>
    public static PixelSize FrameSize(ReadOnlySpan<byte> start) => start.Length < 16 ? default : new PixelSize(Three(start[6..]) + 1, Three(start[9..]) + 1);

    private static PixelSize Lossless(uint bits) => new((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);

    private static ImageHeader Extended(ImageHeader image, byte flags, HeaderBytes bytes) => image with
    {
        Orientation = (flags & ExifFlag) == 0 ? Orientation.Upright : OrientationIn(bytes),
        MayBeTransparent = (flags & TransparencyFlag) != 0,
        HasOwnColours = (flags & ProfileFlag) != 0,
    };

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    /// <summary>EXIF stands behind the pixels. A file that breaks off before it is as it is.</summary>
    private static Orientation OrientationIn(HeaderBytes bytes)
    {
        try
        {
            for (var chunk = 0; chunk < MostChunks; chunk++)
            {
                var name = bytes.Take(4);
                var length = bytes.LittleLong();
                if (name.AsSpan().SequenceEqual("EXIF"u8) && length <= int.MaxValue) return Exif(bytes.Take((int)length));
                bytes.Skip(length + (length & 1));
            }
        }
        catch (EndOfStreamException)
        {
        }

        return Orientation.Upright;
    }

    /// <summary>Some programs write the prefix that only JPEG needs.</summary>
    private static Orientation Exif(ReadOnlySpan<byte> chunk) => Orientation.Of(chunk.StartsWith("Exif\0\0"u8) ? chunk[6..] : chunk);
}

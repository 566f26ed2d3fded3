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
        return name.AsSpan() switch
        {
            [(byte)'V', (byte)'P', (byte)'8', (byte)' '] => Lossy(bytes.Take(10)),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'L'] => Lossless(bytes.Take(5)),
            [(byte)'V', (byte)'P', (byte)'8', (byte)'X'] when length == 10 => Extended(bytes),
            _ => null,
        };
    }

    private static ImageHeader? Lossy(ReadOnlySpan<byte> frame)
    {
        if (frame[3] != 0x9D || frame[4] != 0x01 || frame[5] != 0x2A) return null;
        var size = new PixelSize(BinaryPrimitives.ReadUInt16LittleEndian(frame[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(frame[8..]) & 0x3FFF);
        return new ImageHeader(ImageFormat.WebP, size);
    }

    private static ImageHeader? Lossless(ReadOnlySpan<byte> frame)
    {
        if (frame[0] != 0x2F) return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(frame[1..]);
        var size = new PixelSize((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        return new ImageHeader(ImageFormat.WebP, size) { MayBeTransparent = (bits & (1 << 28)) != 0 };
    }

    private static ImageHeader Extended(HeaderBytes bytes)
    {
        var canvas = bytes.Take(10).AsSpan();
        var size = new PixelSize(Three(canvas[4..]) + 1, Three(canvas[7..]) + 1);
        var orientation = (canvas[0] & ExifFlag) == 0 ? Orientation.Upright : OrientationIn(bytes);
        return new ImageHeader(ImageFormat.WebP, size)
        {
            Orientation = orientation,
            MayBeTransparent = (canvas[0] & TransparencyFlag) != 0,
            HasOwnColours = (canvas[0] & ProfileFlag) != 0,
        };
    }

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
    private static Orientation Exif(ReadOnlySpan<byte> chunk) => ExifOrientation.Of(chunk.StartsWith("Exif\0\0"u8) ? chunk[6..] : chunk);
}

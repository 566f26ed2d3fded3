using System.Buffers.Binary;

namespace Repository.Web.Media.Renditions.Headers;

/// <summary>PNG: the chunks before the pixels.</summary>
internal static class PngHeader
{
    private const int MostChunks = 1000;

    public static ImageHeader? Read(HeaderBytes bytes)
    {
        bytes.Skip(8);
        if (bytes.BigLong() != 13 || !bytes.Take(4).AsSpan().SequenceEqual("IHDR"u8)) return null;
        var header = bytes.Take(13);
        bytes.Skip(4);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        var image = new ImageHeader(ImageFormat.Png, new PixelSize(width, height)) { MayBeTransparent = (header[9] & 4) != 0 };
        for (var chunk = 0; chunk < MostChunks; chunk++)
        {
            var length = bytes.BigLong();
            var name = bytes.Take(4).AsSpan();
            if (length > int.MaxValue) return null;
            if (name.SequenceEqual("IDAT"u8)) return image;
            if (name.SequenceEqual("tRNS"u8)) image = image with { MayBeTransparent = true };
            if (name.SequenceEqual("iCCP"u8)) image = image with { HasOwnColours = true };
            if (name.SequenceEqual("eXIf"u8)) image = image with { Orientation = Orientation.Of(bytes.Take((int)length)) };
            else bytes.Skip(length);
            bytes.Skip(4);
        }

        return null;
    }
}

namespace Repository.Web.Media.Renditions.Headers;

/// <summary>JPEG: the segments up to the frame header, among them perhaps one with EXIF and some with a colour profile.</summary>
internal static class JpegHeader
{
    private const int MostSegments = 1000;
    private const int InksOfPrint = 4;

    public static ImageHeader? Read(HeaderBytes bytes)
    {
        bytes.Skip(2);
        var image = new ImageHeader(ImageFormat.Jpeg, default);
        for (var segment = 0; segment < MostSegments; segment++)
        {
            var marker = Marker(bytes);
            if (marker is >= 0xD0 and <= 0xD7 or 0x01) continue;
            if (marker is 0xD8 or 0xD9 or 0xDA or 0) return null;
            var length = bytes.BigShort() - 2;
            if (length < 0) return null;
            if (IsFrame(marker)) return Frame(bytes, image);
            if (marker is 0xE1 or 0xE2) image = Told(image, bytes.Take(length));
            else bytes.Skip(length);
        }

        return null;
    }

    /// <summary>The next marker; 0 where none stands.</summary>
    private static byte Marker(HeaderBytes bytes)
    {
        if (bytes.Byte() != 0xFF) return 0;
        byte marker;
        do
        {
            marker = bytes.Byte();
        }
        while (marker == 0xFF);
        return marker;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static ImageHeader Frame(HeaderBytes bytes, ImageHeader image)
    {
        bytes.Skip(1);
        var height = bytes.BigShort();
        image = image with { Stored = new PixelSize(bytes.BigShort(), height) };
        return bytes.Byte() == InksOfPrint ? image with { HasOwnColours = true } : image;
    }

    private static ImageHeader Told(ImageHeader image, ReadOnlySpan<byte> segment)
    {
        if (segment.StartsWith("Exif\0\0"u8)) return image with { Orientation = Orientation.Of(segment[6..]) };
        return segment.StartsWith("ICC_PROFILE\0"u8) ? image with { HasOwnColours = true } : image;
    }
}

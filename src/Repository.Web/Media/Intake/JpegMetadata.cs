using System.Buffers.Binary;

namespace Repository.Web.Media.Intake;

/// <summary>Which of a JPEG's segments are kept, and what is left of those that are kept in part.</summary>
internal static class JpegMetadata
{
    private const byte App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App13 = 0xED, App14 = 0xEE, App15 = 0xEF, Comment = 0xFE;
    private const ushort Iptc = 0x0404;

    public static ReadOnlySpan<byte> Exif => "Exif\0\0"u8;

    private static ReadOnlySpan<byte> Xmp => "http://ns.adobe.com/xap/1.0/\0"u8;

    private static ReadOnlySpan<byte> Photoshop => "Photoshop 3.0\0"u8;

    private static ReadOnlySpan<byte> Resource => "8BIM"u8;

    public static bool IsExif(byte marker, ReadOnlySpan<byte> segment) => marker == App1 && segment.StartsWith(Exif);

    /// <summary>Null for a segment that goes.</summary>
    public static byte[]? Kept(byte marker, byte[] segment) => marker switch
    {
        App0 => segment.AsSpan().StartsWith("JFIF\0"u8) ? WithoutThumbnail(segment) : null,
        App1 when segment.AsSpan().StartsWith(Exif) => Joined(Exif, ExifRemains.Read(segment.AsSpan(Exif.Length)).Write()),
        App1 when segment.AsSpan().StartsWith(Xmp) => Joined(Xmp, XmpPacket.WithoutPlace(segment.AsSpan(Xmp.Length))),
        App2 => segment.AsSpan().StartsWith("ICC_PROFILE\0"u8) ? segment : null,
        App13 => segment.AsSpan().StartsWith(Photoshop) ? Joined(Photoshop, Credits(segment.AsSpan(Photoshop.Length))) : null,
        App14 => segment.AsSpan().StartsWith("Adobe"u8) ? segment : null,
        >= App0 and <= App15 or Comment => null,
        _ => segment,
    };

    private static byte[]? Joined(ReadOnlySpan<byte> name, byte[] rest) => rest.Length == 0 || name.Length + rest.Length > ushort.MaxValue - 2 ? null : [.. name, .. rest];

    private static byte[]? WithoutThumbnail(byte[] segment) => segment.Length < 14 ? null : [.. segment.AsSpan(0, 12), 0, 0];

    /// <summary>Photoshop's resources hold thumbnails and copies of the EXIF data as well; credit and licence stand in the IPTC one.</summary>
    private static byte[] Credits(ReadOnlySpan<byte> resources)
    {
        while (resources.Length >= 12 && resources.StartsWith(Resource))
        {
            var id = BinaryPrimitives.ReadUInt16BigEndian(resources[4..]);
            var name = Even(1 + resources[6]);
            if (resources.Length < 6 + name + 4) break;
            var length = BinaryPrimitives.ReadUInt32BigEndian(resources[(6 + name)..]);
            var data = resources[(10 + name)..];
            if (length > data.Length) break;
            if (id == Iptc) return Written(data[..(int)length]);
            resources = data[Math.Min(data.Length, Even((int)length))..];
        }

        return [];
    }

    private static byte[] Written(ReadOnlySpan<byte> iptc)
    {
        var written = new byte[12 + Even(iptc.Length)];
        Resource.CopyTo(written);
        BinaryPrimitives.WriteUInt16BigEndian(written.AsSpan(4), Iptc);
        BinaryPrimitives.WriteInt32BigEndian(written.AsSpan(8), iptc.Length);
        iptc.CopyTo(written.AsSpan(12));
        return written;
    }

    private static int Even(int length) => length + (length & 1);
}

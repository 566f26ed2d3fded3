using System.Buffers.Binary;

namespace Repository.Web.Media.Renditions.Headers;

/// <summary>The one EXIF value that changes what is seen. Whatever cannot be read means upright.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const ushort ShortType = 3;

    public static Orientation Of(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return Orientation.Upright;
        var little = tiff.StartsWith("II"u8);
        if ((!little && !tiff.StartsWith("MM"u8)) || Short(tiff[2..], little) != 42) return Orientation.Upright;
        var start = Long(tiff[4..], little);
        if (start > tiff.Length - 2) return Orientation.Upright;
        var directory = tiff[(int)start..];
        var entries = Short(directory, little);
        for (var entry = 0; entry < entries && 2 + (12 * (entry + 1)) <= directory.Length; entry++)
        {
            var field = directory.Slice(2 + (12 * entry), 12);
            if (Short(field, little) != Tag) continue;
            var value = Short(field[2..], little) == ShortType ? Short(field[8..], little) : 0;
            return value is >= 1 and <= 8 ? new Orientation(value) : Orientation.Upright;
        }

        return Orientation.Upright;
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}

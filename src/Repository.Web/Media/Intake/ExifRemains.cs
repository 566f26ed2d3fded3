using System.Buffers.Binary;

namespace Repository.Web.Media.Intake;

/// <summary>What may stay of a picture's EXIF data: how to turn it, who made it, and whose it is. Position, device, times and thumbnails may not.</summary>
internal sealed record ExifRemains(ushort Orientation, string Artist, string Copyright)
{
    private const ushort OrientationTag = 0x0112, ArtistTag = 0x013B, CopyrightTag = 0x8298;
    private const ushort Ascii = 2, Short = 3;
    private const int Longest = 2_000;

    public static readonly ExifRemains None = new(1, "", "");

    /// <summary>Reads the TIFF structure; what makes no sense in it is passed over.</summary>
    public static ExifRemains Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return None;
        var isLittle = tiff.StartsWith("II"u8);
        if ((!isLittle && !tiff.StartsWith("MM"u8)) || UInt16(tiff[2..], isLittle) != 42) return None;
        var first = UInt32(tiff[4..], isLittle);
        if (first > tiff.Length - 2) return None;
        var count = UInt16(tiff[(int)first..], isLittle);
        var remains = None;
        for (var index = 0; index < count; index++)
        {
            var at = (int)first + 2 + (index * 12);
            if (at + 12 > tiff.Length) break;
            remains = remains.With(tiff, tiff.Slice(at, 12), isLittle);
        }

        return remains;
    }

    /// <summary>The least TIFF structure that says it; nothing when there is nothing to say.</summary>
    public byte[] Write()
    {
        var texts = new[] { (Tag: ArtistTag, Text: Artist), (Tag: CopyrightTag, Text: Copyright) }.Where(text => text.Text.Length > 0).ToList();
        var count = texts.Count + (Orientation == 1 ? 0 : 1);
        if (count == 0) return [];
        var dataAt = 8 + 2 + (count * 12) + 4;
        var written = new byte[dataAt + texts.Sum(text => text.Text.Length + 1)];
        "MM\0*"u8.CopyTo(written);
        BinaryPrimitives.WriteInt32BigEndian(written.AsSpan(4), 8);
        BinaryPrimitives.WriteUInt16BigEndian(written.AsSpan(8), (ushort)count);
        var at = 10;
        if (Orientation != 1)
        {
            Entry(written.AsSpan(at), OrientationTag, Short, 1);
            BinaryPrimitives.WriteUInt16BigEndian(written.AsSpan(at + 8), Orientation);
            at += 12;
        }

        foreach (var (tag, text) in texts)
        {
            Entry(written.AsSpan(at), tag, Ascii, text.Length + 1);

            // A value of four bytes or fewer stands in the entry itself.
            if (text.Length < 4) System.Text.Encoding.Latin1.GetBytes(text, written.AsSpan(at + 8));
            else BinaryPrimitives.WriteInt32BigEndian(written.AsSpan(at + 8), dataAt);
            if (text.Length >= 4) dataAt += System.Text.Encoding.Latin1.GetBytes(text, written.AsSpan(dataAt)) + 1;
            at += 12;
        }

        return written[..dataAt];
    }

    private ExifRemains With(ReadOnlySpan<byte> tiff, ReadOnlySpan<byte> entry, bool isLittle) => (UInt16(entry, isLittle), UInt16(entry[2..], isLittle)) switch
    {
        (OrientationTag, Short) when UInt16(entry[8..], isLittle) is >= 1 and <= 8 and var orientation => this with { Orientation = orientation },
        (ArtistTag, Ascii) => this with { Artist = Text(tiff, entry, isLittle) },
        (CopyrightTag, Ascii) => this with { Copyright = Text(tiff, entry, isLittle) },
        _ => this,
    };

    private static string Text(ReadOnlySpan<byte> tiff, ReadOnlySpan<byte> entry, bool isLittle)
    {
        var length = UInt32(entry[4..], isLittle);
        var at = UInt32(entry[8..], isLittle);
        if (length is 0 or > Longest) return "";
        if (length > 4 && at > tiff.Length - length) return "";
        var bytes = length <= 4 ? entry.Slice(8, (int)length) : tiff.Slice((int)at, (int)length);

        // Latin-1 gives every byte back as it was, whatever the text's encoding; an end within it parts photographer and editor.
        return System.Text.Encoding.Latin1.GetString(bytes.TrimEnd((byte)0));
    }

    private static void Entry(Span<byte> entry, ushort tag, ushort type, int count)
    {
        BinaryPrimitives.WriteUInt16BigEndian(entry, tag);
        BinaryPrimitives.WriteUInt16BigEndian(entry[2..], type);
        BinaryPrimitives.WriteInt32BigEndian(entry[4..], count);
    }

    private static ushort UInt16(ReadOnlySpan<byte> at, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint UInt32(ReadOnlySpan<byte> at, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}

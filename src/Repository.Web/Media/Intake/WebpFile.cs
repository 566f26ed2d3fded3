using System.Buffers.Binary;
using Repository.Web.Media.Renditions.Headers;

namespace Repository.Web.Media.Intake;

/// <summary>WebP. Pictures, colours and animation are copied; of EXIF and XMP stays what stays in a JPEG; unknown chunks and whatever follows the end go.</summary>
internal sealed class WebpFile : IFileFamily
{
    private const int MostOfMetadata = 1024 * 1024;
    private const byte HasExif = 0x08, HasXmp = 0x04;

    public bool Begins(ReadOnlySpan<byte> head, string extension) => head.Begins("RIFF"u8) && head.Begins("WEBP"u8, at: 8);

    public FileFinding Read(Stream file, Func<Stream> copy, string extension)
    {
        if (ImageHeader.Read(file) is not { } header) return FileFinding.Damaged;
        if (header.Stored.IsTooLarge) return FileFinding.TooManyPixels;
        file.Position = 4;
        var end = 8L + file.UInt32LittleEndian();
        if (end > file.Length) return FileFinding.Damaged;
        file.Skip(4);
        var clean = copy();
        clean.Write("RIFF\0\0\0\0WEBP"u8);
        var (hasPixels, flags, flagsAt) = (false, (byte)0, -1L);
        while (file.Position + 8 <= end)
        {
            var type = System.Text.Encoding.Latin1.GetString(file.Bytes(4));
            var length = file.UInt32LittleEndian();
            if (file.Position + length > end) return FileFinding.Damaged;
            if (type is "VP8 " or "VP8L" or "VP8X" or "ANMF")
            {
                // Each of them could be larger than the canvas.
                var told = Size(file, type, length);
                if (told.IsEmpty) return FileFinding.Damaged;
                if (told.IsTooLarge) return FileFinding.TooManyPixels;
                hasPixels |= type != "VP8X";
            }

            if (type == "VP8X")
            {
                if (flagsAt >= 0) return FileFinding.Damaged;
                flagsAt = clean.Position + 8;
                var extended = file.Bytes((int)length);
                flags = (byte)(extended[0] & ~(HasExif | HasXmp));
                Write(clean, type, extended);
            }
            else if (type is "VP8 " or "VP8L" or "ANMF" or "ANIM" or "ALPH" or "ICCP")
            {
                WriteHead(clean, type, length);
                file.CopyExactly(clean, length);
                if ((length & 1) == 1) clean.WriteByte(0);
            }
            else if (type is "EXIF" or "XMP " && length <= MostOfMetadata && flagsAt >= 0)
            {
                var data = file.Bytes((int)length);
                var kept = type == "EXIF" ? ExifRemains.Read(Tiff(data)).Write() : XmpPacket.WithoutPlace(data);
                if (kept.Length > 0)
                {
                    Write(clean, type, kept);
                    flags |= type == "EXIF" ? HasExif : HasXmp;
                }
            }
            else
            {
                file.Skip(length);
            }

            if ((length & 1) == 1 && file.Position < end) file.Skip(1);
        }

        if (!hasPixels) return FileFinding.Damaged;
        Finish(clean, flags, flagsAt);
        return new FileFinding.Fit(FileKind.Webp, header.Upright) { IsCopied = true };
    }

    /// <summary>Reads a chunk's own header and goes back to its start.</summary>
    private static PixelSize Size(Stream file, string type, uint length)
    {
        var at = file.Position;
        var head = file.Bytes((int)Math.Min(length, 16));
        file.Position = at;
        return type == "ANMF" ? WebPHeader.FrameSize(head) : WebPHeader.Size(type, head, length);
    }

    /// <summary>Some programs put JPEG's name in front of it.</summary>
    private static ReadOnlySpan<byte> Tiff(ReadOnlySpan<byte> data) => data.StartsWith(JpegMetadata.Exif) ? data[JpegMetadata.Exif.Length..] : data;

    private static void Write(Stream clean, string type, byte[] data)
    {
        WriteHead(clean, type, (uint)data.Length);
        clean.Write(data);
        if ((data.Length & 1) == 1) clean.WriteByte(0);
    }

    private static void WriteHead(Stream clean, string type, uint length)
    {
        Span<byte> head = stackalloc byte[8];
        System.Text.Encoding.Latin1.GetBytes(type, head);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], length);
        clean.Write(head);
    }

    private static void Finish(Stream clean, byte flags, long flagsAt)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)(clean.Length - 8));
        clean.Position = 4;
        clean.Write(length);
        if (flagsAt < 0) return;
        clean.Position = flagsAt;
        clean.WriteByte(flags);
    }
}

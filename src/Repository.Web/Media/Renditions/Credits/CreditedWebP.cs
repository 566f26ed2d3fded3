using System.Buffers.Binary;
using Repository.Web.Media.Renditions.Headers;

namespace Repository.Web.Media.Renditions.Credits;

/// <summary>WebP: the picture in the extended form, which alone may have more than pixels, and the packet behind it.</summary>
internal static class CreditedWebP
{
    private const byte TransparencyFlag = 0x10;
    private const byte PacketFlag = 0x04;

    public static void Copy(Stream source, Stream target, byte[] packet)
    {
        var header = ImageHeader.Read(source) ?? throw new InvalidDataException("A WebP file has no header.");
        source.Position = 12;
        target.Write("RIFF\0\0\0\0WEBPVP8X"u8);
        target.WriteLittle(10);
        target.WriteLittle(PacketFlag | (uint)(header.MayBeTransparent ? TransparencyFlag : 0));
        WriteThree(target, header.Stored.Width - 1);
        WriteThree(target, header.Stored.Height - 1);
        while (source.Position < source.Length) CopyChunk(source, target);
        target.Write("XMP "u8);
        target.WriteLittle((uint)packet.Length);
        target.Write(packet);
        if ((packet.Length & 1) != 0) target.WriteByte(0);
        target.Position = 4;
        target.WriteLittle((uint)target.Length - 8);
    }

    private static void CopyChunk(Stream source, Stream target)
    {
        var head = source.Take(8);
        var length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(4));
        var padded = length + (length & 1);
        if (!IsPicture(head.AsSpan(0, 4)))
        {
            source.Position += padded;
            return;
        }

        target.Write(head);
        target.Write(source.Take(padded));
    }

    private static bool IsPicture(ReadOnlySpan<byte> name) => name.SequenceEqual("VP8 "u8) || name.SequenceEqual("VP8L"u8) || name.SequenceEqual("ALPH"u8);

    private static void WriteThree(Stream target, int number) => target.Write([(byte)number, (byte)(number >> 8), (byte)(number >> 16)]);
}

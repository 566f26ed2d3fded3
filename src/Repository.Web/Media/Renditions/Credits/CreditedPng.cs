using System.Buffers.Binary;

namespace Repository.Web.Media.Renditions.Credits;

/// <summary>PNG: only the chunks that make the picture stay; the packet is a text chunk before them.</summary>
internal static class CreditedPng
{
    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(value => Remainder((uint)value))];

    public static void Copy(Stream source, Stream target, byte[] packet)
    {
        target.Write(source.Take(8));
        while (true)
        {
            var head = source.Take(8);
            var length = BinaryPrimitives.ReadInt32BigEndian(head);
            var name = head.AsSpan(4);
            if (IsPicture(name))
            {
                target.Write(head);
                target.Write(source.Take(length + 4));
            }
            else
            {
                source.Position += length + 4;
            }

            if (name.SequenceEqual("IHDR"u8)) Write(target, [.. "iTXtXML:com.adobe.xmp\0\0\0\0\0"u8, .. packet]);
            if (name.SequenceEqual("IEND"u8)) return;
        }
    }

    /// <summary>Critical chunks have a capital first letter; transparency has not and is part of the picture all the same.</summary>
    private static bool IsPicture(ReadOnlySpan<byte> name) => (name[0] & 0x20) == 0 || name.SequenceEqual("tRNS"u8);

    /// <param name="chunk">Its name and what it holds.</param>
    private static void Write(Stream target, byte[] chunk)
    {
        target.WriteBig((uint)chunk.Length - 4);
        target.Write(chunk);
        target.WriteBig(~chunk.Aggregate(uint.MaxValue, (sum, value) => Remainders[(byte)(sum ^ value)] ^ (sum >> 8)));
    }

    private static uint Remainder(uint value)
    {
        for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
        return value;
    }
}

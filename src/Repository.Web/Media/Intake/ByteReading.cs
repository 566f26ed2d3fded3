using System.Buffers.Binary;

namespace Repository.Web.Media.Intake;

/// <summary>Numbers and stretches of bytes out of a file. Every step beyond its end throws <see cref="EndOfStreamException"/>.</summary>
internal static class ByteReading
{
    extension(Stream stream)
    {
        public byte Byte() => stream.ReadByte() is >= 0 and var value ? (byte)value : throw new EndOfStreamException();

        public byte[] Bytes(int count)
        {
            // Asked for before it is made: a file of ten bytes that claims two gigabytes gets none of them.
            if (count > stream.Length - stream.Position) throw new EndOfStreamException();
            var bytes = new byte[count];
            stream.ReadExactly(bytes);
            return bytes;
        }

        public int UInt16() => (stream.Byte() << 8) | stream.Byte();

        public uint UInt32()
        {
            Span<byte> bytes = stackalloc byte[4];
            stream.ReadExactly(bytes);
            return BinaryPrimitives.ReadUInt32BigEndian(bytes);
        }

        public uint UInt32LittleEndian() => BinaryPrimitives.ReverseEndianness(stream.UInt32());

        public int UInt16LittleEndian() => stream.Byte() | (stream.Byte() << 8);

        public ulong UInt64() => ((ulong)stream.UInt32() << 32) | stream.UInt32();

        public void Skip(long count)
        {
            if (count < 0 || count > stream.Length - stream.Position) throw new EndOfStreamException();
            stream.Seek(count, SeekOrigin.Current);
        }

        public void CopyExactly(Stream target, long count)
        {
            var portion = new byte[(int)Math.Min(count, 64 * 1024)];
            while (count > 0)
            {
                var part = portion.AsSpan(0, (int)Math.Min(count, portion.Length));
                stream.ReadExactly(part);
                target.Write(part);
                count -= part.Length;
            }
        }
    }

    public static bool Begins(this ReadOnlySpan<byte> head, ReadOnlySpan<byte> signature, int at = 0) => head.Length >= at + signature.Length && head[at..].StartsWith(signature);
}

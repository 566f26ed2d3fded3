using System.Buffers.Binary;

namespace Repository.Web.Media.Renditions.Headers;

/// <summary>Reads a file from its beginning, number by number. Past the end it throws <see cref="EndOfStreamException"/>, which the reader of headers expects.</summary>
internal sealed class HeaderBytes(Stream file)
{
    private const int Longest = 64 * 1024;

    public long Position => file.Position;

    /// <summary>The first twelve bytes, read again afterwards.</summary>
    public byte[] Start()
    {
        var start = Take(12);
        file.Position = 0;
        return start;
    }

    /// <summary>So many bytes, at most what a header may have.</summary>
    public byte[] Take(int count)
    {
        var bytes = new byte[Math.Min(count, Longest)];
        file.ReadExactly(bytes);
        if (count > Longest) Skip(count - Longest);
        return bytes;
    }

    public byte Byte() => file.ReadByte() is >= 0 and var value ? (byte)value : throw new EndOfStreamException();

    public int BigShort() => (Byte() << 8) | Byte();

    public uint BigLong() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public uint LittleLong() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public void Skip(long count)
    {
        if (count > file.Length - file.Position) throw new EndOfStreamException();
        file.Position += count;
    }
}

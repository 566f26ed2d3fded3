using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Repository.Search.Saving;

/// <summary>Reads what a <see cref="ChecksummedWriter"/> wrote. Whatever is wrong with the file becomes an <see cref="InvalidDataException"/>.</summary>
internal sealed class ChecksummedReader(Stream stream)
{
    private Checksum _checksum = new();

    public int ReadInt()
    {
        Span<byte> bytes = stackalloc byte[4];
        Get(bytes);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes);
    }

    public long ReadLong()
    {
        Span<byte> bytes = stackalloc byte[8];
        Get(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes);
    }

    public string ReadText() => Encoding.UTF8.GetString(ReadArray<byte>());

    public T[] ReadArray<T>()
        where T : unmanaged
    {
        var length = ReadInt();
        // A damaged length must not make us ask for more memory than the file could fill.
        if (length < 0 || length * (long)Marshal.SizeOf<T>() > stream.Length - stream.Position) throw Damaged();
        var values = new T[length];
        Get(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    public T[]? ReadOptional<T>()
        where T : unmanaged => ReadInt() == 0 ? null : ReadArray<T>();

    /// <summary>Compares the checksum; to be called when all has been read.</summary>
    public void Finish()
    {
        var expected = (int)_checksum.Value;
        if (ReadInt() != expected || stream.Position != stream.Length) throw Damaged();
    }

    private static InvalidDataException Damaged() => new("The file is damaged.");

    private void Get(Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length) throw Damaged();
        _checksum.Add(bytes);
    }
}

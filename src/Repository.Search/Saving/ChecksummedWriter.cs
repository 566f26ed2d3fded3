using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Repository.Search.Saving;

/// <summary>Writes numbers, texts and arrays, and at last a checksum over them.</summary>
internal sealed class ChecksummedWriter(Stream stream)
{
    private Checksum _checksum = new();

    public void Write(int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        Put(bytes);
    }

    public void Write(long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        Put(bytes);
    }

    public void Write(string text) => Write<byte>(Encoding.UTF8.GetBytes(text));

    /// <summary>An array, its length first, as it lies in memory.</summary>
    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Write(values.Length);
        Put(MemoryMarshal.AsBytes(values));
    }

    /// <summary>Null is told from an empty array.</summary>
    public void WriteOptional<T>(T[]? values)
        where T : unmanaged
    {
        Write(values is null ? 0 : 1);
        if (values is not null) Write<T>(values);
    }

    public void Finish()
    {
        var sum = (int)_checksum.Value;
        Write(sum);
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        _checksum.Add(bytes);
        stream.Write(bytes);
    }
}

using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Repository.Search.Indexing;

/// <summary>Bytes that grow at the end.</summary>
internal sealed class ByteWriter(int capacity = 1024)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public byte[] ToArray() => Written.ToArray();

    /// <summary>Room for so many more bytes, to be filled by the caller.</summary>
    public Span<byte> Take(int count)
    {
        if (Length + count > _bytes.Length) Grow(count);
        var room = _bytes.AsSpan(Length, count);
        Length += count;
        return room;
    }

    public void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    public void WriteByte(byte value) => Take(1)[0] = value;

    public void WriteInt(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);

    /// <summary>Seven bits a byte, the lowest first; the eighth says that more follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteVarInt(int value)
    {
        if (Length + 5 > _bytes.Length) Grow(5);
        var rest = (uint)value;
        while (rest >= 0x80)
        {
            _bytes[Length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        _bytes[Length++] = (byte)rest;
    }

    private void Grow(int count) =>
        Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(_bytes.Length * 2L, (long)Length + count)));
}

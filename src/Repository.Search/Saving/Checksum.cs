using System.Buffers.Binary;
using System.Numerics;

namespace Repository.Search.Saving;

/// <summary>CRC-32C over all that passes, as the processor computes it.</summary>
internal struct Checksum()
{
    private uint _crc = uint.MaxValue;

    public readonly uint Value => ~_crc;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..]) _crc = BitOperations.Crc32C(_crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var value in bytes) _crc = BitOperations.Crc32C(_crc, value);
    }
}

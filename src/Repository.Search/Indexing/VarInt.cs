using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Repository.Search.Indexing;

/// <summary>Reads what <see cref="ByteWriter.WriteVarInt"/> wrote.</summary>
internal static class VarInt
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(byte[] bytes, ref int at)
    {
        var first = bytes[at++];
        return first < 0x80 ? first : ReadRest(bytes, ref at, first & 0x7F);
    }

    /// <summary>Where the reading stands after so many more values.</summary>
    public static int Skip(byte[] bytes, int at, int values)
    {
        // A value ends at a byte without its eighth bit: sixteen bytes are looked at together as long as they hold fewer ends than are left.
        while (values >= Vector128<byte>.Count && at + Vector128<byte>.Count <= bytes.Length)
        {
            var more = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(bytes), (nuint)at).ExtractMostSignificantBits();
            values -= Vector128<byte>.Count - System.Numerics.BitOperations.PopCount(more);
            at += Vector128<byte>.Count;
        }

        while (values > 0)
        {
            if (bytes[at++] < 0x80) values--;
        }

        return at;
    }

    private static int ReadRest(byte[] bytes, ref int at, int value)
    {
        for (var shift = 7; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}

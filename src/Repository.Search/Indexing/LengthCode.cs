using System.Numerics;

namespace Repository.Search.Indexing;

/// <summary>The length of a field squeezed into one byte, as Lucene's SmallFloat does it: exact up to 40 tokens, then rounded down to four significant bits.</summary>
internal static class LengthCode
{
    private const int FreeValues = 24;

    private static readonly int[] Lengths = [.. Enumerable.Range(0, 256).Select(code => Expand(code))];

    public static byte Encode(int length)
    {
        if (length < FreeValues) return (byte)length;
        var rest = length - FreeValues;
        var bits = 32 - BitOperations.LeadingZeroCount((uint)rest);
        if (bits < 4) return (byte)(FreeValues + rest);
        var shift = bits - 4;
        return (byte)(FreeValues + (((rest >> shift) & 7) | ((shift + 1) << 3)));
    }

    public static int Decode(byte code) => Lengths[code];

    private static int Expand(int code)
    {
        if (code < FreeValues) return code;
        var rest = code - FreeValues;
        var shift = (rest >> 3) - 1;
        return shift < 0 ? FreeValues + (rest & 7) : FreeValues + (((rest & 7) | 8) << shift);
    }
}

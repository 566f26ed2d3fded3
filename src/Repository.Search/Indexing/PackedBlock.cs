using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Repository.Search.Indexing;

/// <summary>
/// 128 small numbers packed to as few bits as the largest needs. They lie as 32 rows of four: a row is one vector, and every step of packing, unpacking and
/// summing works on four numbers at once. Ascending numbers are kept as the distance to the number four places before, which is a plain vector addition.
/// </summary>
internal static class PackedBlock
{
    public const int Size = 128;
    private const int Lanes = 4;
    private const int Rows = Size / Lanes;

    /// <summary>How many bytes a block of this width takes.</summary>
    public static int Bytes(int bits) => bits * 16;

    public static int BitsFor(ReadOnlySpan<int> values)
    {
        uint all = 0;
        foreach (var value in values) all |= (uint)value;
        return 32 - BitOperations.LeadingZeroCount(all);
    }

    /// <summary>Turns ascending numbers into distances, from the last to the first so that it can be done in place.</summary>
    public static void ToDistances(Span<int> values, int before)
    {
        for (var i = Size - 1; i >= Lanes; i--) values[i] -= values[i - Lanes];
        for (var i = 0; i < Lanes; i++) values[i] -= before;
    }

    public static void Pack(ReadOnlySpan<int> values, int bits, Span<byte> packed)
    {
        if (bits == 0) return;
        ref var source = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<int, uint>(values));
        ref var target = ref Unsafe.As<byte, uint>(ref MemoryMarshal.GetReference(packed));
        var word = Vector128<uint>.Zero;
        var used = 0;
        nuint next = 0;
        for (nuint row = 0; row < Rows; row++)
        {
            var value = Vector128.LoadUnsafe(ref source, row * Lanes);
            word |= value << used;
            used += bits;
            if (used < 32) continue;
            word.StoreUnsafe(ref target, next);
            next += Lanes;
            used -= 32;
            word = used == 0 ? Vector128<uint>.Zero : value >>> (bits - used);
        }
    }

    /// <summary>The numbers as they were packed, each plus one amount.</summary>
    public static void Unpack(ref byte packed, int bits, int plus, Span<int> values)
    {
        var add = Vector128.Create(plus);
        ref var target = ref MemoryMarshal.GetReference(values);
        if (bits == 0)
        {
            for (nuint row = 0; row < Rows; row++) add.StoreUnsafe(ref target, row * Lanes);
            return;
        }

        var rows = new PackedRows(ref packed, bits);
        for (nuint row = 0; row < Rows; row++) (rows.Next().AsInt32() + add).StoreUnsafe(ref target, row * Lanes);
    }

    /// <summary>Ascending numbers out of the distances that were packed.</summary>
    public static void UnpackAscending(ref byte packed, int bits, int before, Span<int> values)
    {
        var sum = Vector128.Create(before);
        ref var target = ref MemoryMarshal.GetReference(values);
        var rows = new PackedRows(ref packed, bits);
        for (nuint row = 0; row < Rows; row++)
        {
            sum += rows.Next().AsInt32();
            sum.StoreUnsafe(ref target, row * Lanes);
        }
    }

    /// <summary>Walks the rows of a packed block.</summary>
    private ref struct PackedRows
    {
        private readonly Vector128<uint> _mask;
        private readonly int _bits;
        private ref byte _next;
        private Vector128<uint> _word;
        private int _used;

        public PackedRows(ref byte packed, int bits)
        {
            _bits = bits;
            _mask = Vector128.Create(bits == 32 ? uint.MaxValue : (1u << bits) - 1);
            _word = Vector128.LoadUnsafe(ref packed).AsUInt32();
            _next = ref Unsafe.Add(ref packed, 16);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector128<uint> Next()
        {
            if (_used == 32) Load(usedAlready: 0);
            var value = _word >>> _used;
            var here = 32 - _used;
            if (_bits <= here)
            {
                _used += _bits;
                return value & _mask;
            }

            // The value lies across two words.
            Load(usedAlready: _bits - here);
            return (value | (_word << here)) & _mask;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Load(int usedAlready)
        {
            _word = Vector128.LoadUnsafe(ref _next).AsUInt32();
            _next = ref Unsafe.Add(ref _next, 16);
            _used = usedAlready;
        }
    }
}

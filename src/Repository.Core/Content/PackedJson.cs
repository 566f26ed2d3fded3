using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Repository.Core.Content;

/// <summary>
/// A stored text as it lies in memory for as long as it is published: a long one deflated to about half, which takes some microseconds to undo and spares a
/// hundred thousand items a quarter of a gigabyte. What readers ask for often they keep in a form of their own. Immutable.
/// </summary>
public sealed class PackedJson
{
    private const int Long = 2048;
    private const int MostOpen = 256;

    /// <summary>What was unpacked last lies open for a while, since who reads one property of an item mostly reads another. Each place is written as a whole.</summary>
    private static readonly Opened?[] Open = new Opened?[MostOpen];

    private readonly byte[] _bytes;
    private readonly int _length;

    private PackedJson(byte[] bytes, int length) => (_bytes, _length) = (bytes, length);

    /// <summary>The text, unpacked.</summary>
    public ReadOnlySpan<byte> Utf8 => _bytes.Length == _length ? _bytes : Inflated();

    /// <summary>How many bytes it takes.</summary>
    public int Size => _bytes.Length;

    /// <param name="utf8">Not to be written to afterwards.</param>
    public static PackedJson Of(byte[] utf8)
    {
        if (utf8.Length < Long) return new PackedJson(utf8, utf8.Length);
        using var packed = new MemoryStream(utf8.Length);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(utf8);
        return packed.Length < utf8.Length ? new PackedJson(packed.ToArray(), utf8.Length) : new PackedJson(utf8, utf8.Length);
    }

    private byte[] Inflated()
    {
        ref var place = ref Open[(uint)RuntimeHelpers.GetHashCode(this) % MostOpen];
        if (place is { } open && ReferenceEquals(open.Packed, this)) return open.Utf8;
        var utf8 = GC.AllocateUninitializedArray<byte>(_length);
        using var inflate = new DeflateStream(new MemoryStream(_bytes, writable: false), CompressionMode.Decompress);
        inflate.ReadExactly(utf8);
        place = new Opened(this, utf8);
        return utf8;
    }

    private sealed record Opened(PackedJson Packed, byte[] Utf8);
}

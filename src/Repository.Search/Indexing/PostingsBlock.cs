using System.Runtime.InteropServices;

namespace Repository.Search.Indexing;

/// <summary>What the directory of a long list says of one of its blocks, so that whole blocks can be passed over unread.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct PostingsBlock(int LastDocument, int Start, int PositionsStart, int MaxFrequency, byte MinLength)
{
    public static readonly int Bytes = Marshal.SizeOf<PostingsBlock>();
}

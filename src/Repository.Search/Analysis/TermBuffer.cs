using System.Runtime.CompilerServices;

namespace Repository.Search.Analysis;

/// <summary>The characters of one term while it is put together. Reused for every term of a stream.</summary>
internal struct TermBuffer(int capacity)
{
    private char[] _characters = new char[capacity];

    public int Length { get; private set; }

    public readonly Span<char> Characters => _characters.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void CutTo(int length) => Length = length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(char character)
    {
        if (Length == _characters.Length) Array.Resize(ref _characters, Length * 2);
        _characters[Length++] = character;
    }

    public void Append(ReadOnlySpan<char> characters)
    {
        foreach (var character in characters) Append(character);
    }
}

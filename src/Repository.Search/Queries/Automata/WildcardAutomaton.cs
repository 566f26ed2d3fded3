namespace Repository.Search.Queries.Automata;

/// <summary>
/// Terms of the shape of a pattern. Its state is the places of the pattern that may come next, ascending: there are never more than twice the characters read, so
/// that a pattern costs no more than the terms it is held against, however long it is.
/// </summary>
internal sealed class WildcardAutomaton : ITermAutomaton
{
    private readonly WildcardPattern _pattern;
    private int[] _places = new int[256];

    /// <summary>By bytes read: where the state ends among the places, and the code point being read.</summary>
    private int[] _ends = new int[64];
    private int[] _partial = new int[64];
    private int[] _missing = new int[64];

    public WildcardAutomaton(WildcardPattern pattern)
    {
        _pattern = pattern;
        Enter(0, ref _ends[0], from: 0);
    }

    public bool Read(int depth, byte value)
    {
        if (depth + 1 >= _missing.Length) Grow();
        var missing = value < 0x80 ? 0 : value < 0xC0 ? _missing[depth] - 1 : value >= 0xF0 ? 3 : value >= 0xE0 ? 2 : 1;
        var point = value < 0x80 ? value : value < 0xC0 ? (_partial[depth] << 6) | (value & 0x3F) : value & (0x3F >> missing);
        _partial[depth + 1] = point;
        _missing[depth + 1] = missing;
        var (from, to) = (depth == 0 ? 0 : _ends[depth - 1], _ends[depth]);
        _ends[depth + 1] = to;
        // In the midst of a code point nothing is decided yet.
        for (var i = from; i < to; i++) Step(_places[i], missing > 0, point, ref _ends[depth + 1], to);
        return _ends[depth + 1] > to;
    }

    public bool Accepts(int length) => _missing[length] == 0 && _places[_ends[length] - 1] == _pattern.Parts.Length;

    private void Step(int place, bool isPartly, int point, ref int end, int from)
    {
        if (isPartly)
        {
            Enter(place, ref end, from);
            return;
        }

        if (place == _pattern.Parts.Length) return;
        var part = _pattern.Parts[place];
        if (part == WildcardPattern.Run) Enter(place, ref end, from);
        else if (part == WildcardPattern.One || part == point) Enter(place + 1, ref end, from);
    }

    /// <summary>Reaches a place; a run may be empty, so what follows it is reached with it.</summary>
    private void Enter(int place, ref int end, int from)
    {
        if (end + 2 > _places.Length) Array.Resize(ref _places, _places.Length * 2);
        if (end == from || _places[end - 1] < place) _places[end++] = place;
        if (place < _pattern.Parts.Length && _pattern.Parts[place] == WildcardPattern.Run && _places[end - 1] == place) _places[end++] = place + 1;
    }

    private void Grow()
    {
        Array.Resize(ref _ends, _ends.Length * 2);
        Array.Resize(ref _partial, _partial.Length * 2);
        Array.Resize(ref _missing, _missing.Length * 2);
    }
}


namespace Repository.Search.Queries.Automata;

/// <summary>Terms of the shape of a pattern. Its state is the set of places in the pattern that may come next.</summary>
internal sealed class WildcardAutomaton : ITermAutomaton
{
    private readonly WildcardPattern _pattern;
    private readonly int _width;
    private bool[] _states;
    private int[] _partial = new int[64];
    private int[] _missing = new int[64];

    public WildcardAutomaton(WildcardPattern pattern)
    {
        _pattern = pattern;
        _width = pattern.Parts.Length + 1;
        _states = new bool[_width * 64];
        Enter(_states.AsSpan(0, _width), 0);
    }

    public bool Read(int depth, byte value)
    {
        if (depth + 1 >= _missing.Length) Grow();
        var missing = value < 0x80 ? 0 : value < 0xC0 ? _missing[depth] - 1 : value >= 0xF0 ? 3 : value >= 0xE0 ? 2 : 1;
        var point = value < 0x80 ? value : value < 0xC0 ? (_partial[depth] << 6) | (value & 0x3F) : value & (0x3F >> missing);
        _partial[depth + 1] = point;
        _missing[depth + 1] = missing;
        var here = _states.AsSpan(depth * _width, _width);
        var next = _states.AsSpan((depth + 1) * _width, _width);
        if (missing > 0)
        {
            // In the midst of a code point nothing is decided yet.
            here.CopyTo(next);
            return true;
        }

        next.Clear();
        return Step(here, next, point);
    }

    public bool Accepts(int length) => _missing[length] == 0 && _states[(length * _width) + _width - 1];

    private bool Step(ReadOnlySpan<bool> here, Span<bool> next, int point)
    {
        var alive = false;
        for (var i = 0; i < _pattern.Parts.Length; i++)
        {
            if (!here[i]) continue;
            var part = _pattern.Parts[i];
            if (part == WildcardPattern.Run) Enter(next, i);
            else if (part == WildcardPattern.One || part == point) Enter(next, i + 1);
            else continue;
            alive = true;
        }

        return alive;
    }

    /// <summary>Reaches a place; a run may be empty, so what follows it is reached with it.</summary>
    private void Enter(Span<bool> states, int place)
    {
        states[place] = true;
        if (place < _pattern.Parts.Length && _pattern.Parts[place] == WildcardPattern.Run) states[place + 1] = true;
    }

    private void Grow()
    {
        Array.Resize(ref _states, _states.Length * 2);
        Array.Resize(ref _partial, _partial.Length * 2);
        Array.Resize(ref _missing, _missing.Length * 2);
    }
}

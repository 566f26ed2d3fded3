namespace Repository.Search.Queries.Automata;

/// <summary>
/// Terms within a number of edits of a word: insert, drop, replace, or swap neighbours, each counting one and none edited twice (optimal string alignment, as
/// in Lucene). Its state is a row of the table of distances, of which only the band that can stay within the limit is computed.
/// </summary>
internal sealed class EditAutomaton : ITermAutomaton
{
    private readonly int[] _word;
    private readonly int _maxEdits;
    private readonly int _width;

    /// <summary>By bytes read: how many code points that are, and the code point being read.</summary>
    private int[] _depths = new int[64];
    private int[] _partial = new int[64];
    private int[] _missing = new int[64];

    /// <summary>By code points read: the code point, and its row of distances.</summary>
    private int[] _read = new int[64];
    private byte[] _rows;

    public EditAutomaton(string word, int maxEdits)
    {
        _word = [.. word.EnumerateRunes().Select(rune => rune.Value)];
        _maxEdits = maxEdits;
        _width = _word.Length + 1;
        _rows = new byte[_width * 64];
        for (var i = 0; i < _width; i++) _rows[i] = Capped(i);
    }

    /// <summary>How far the term last accepted is from the word.</summary>
    public int Edits { get; private set; }

    public bool Read(int depth, byte value)
    {
        if (depth + 1 >= _depths.Length) Grow();
        var points = _depths[depth];
        if (value < 0x80) return Point(depth, points, value);
        if (value >= 0xC0)
        {
            var length = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2;
            return Partly(depth, points, value & (0xFF >> (length + 1)), length - 1);
        }

        var point = (_partial[depth] << 6) | (value & 0x3F);
        return _missing[depth] > 1 ? Partly(depth, points, point, _missing[depth] - 1) : Point(depth, points, point);
    }

    public bool Accepts(int length)
    {
        Edits = _rows[(_depths[length] * _width) + _word.Length];
        return Edits <= _maxEdits;
    }

    private bool Partly(int depth, int points, int partial, int missing)
    {
        _depths[depth + 1] = points;
        _partial[depth + 1] = partial;
        _missing[depth + 1] = missing;
        return true;
    }

    private bool Point(int depth, int points, int point)
    {
        _depths[depth + 1] = points + 1;
        _read[points] = point;
        return Row(points + 1, point) <= _maxEdits;
    }

    /// <summary>Computes the row after so many code points; gives its smallest distance.</summary>
    private int Row(int points, int point)
    {
        if ((points + 1) * _width > _rows.Length) Array.Resize(ref _rows, _rows.Length * 2);
        var above = _rows.AsSpan((points - 1) * _width, _width);
        var row = _rows.AsSpan(points * _width, _width);
        var swapped = points >= 2 ? _rows.AsSpan((points - 2) * _width, _width) : [];
        var before = points >= 2 ? _read[points - 2] : -1;
        var from = Math.Max(1, points - _maxEdits);
        var to = Math.Min(_word.Length, points + _maxEdits);
        row[from - 1] = from == 1 ? Capped(points) : Capped(int.MaxValue);
        int least = row[from - 1];
        for (var i = from; i <= to; i++)
        {
            var distance = above[i - 1] + (_word[i - 1] == point ? 0 : 1);
            distance = Math.Min(distance, row[i - 1] + 1);
            if (i < points + _maxEdits) distance = Math.Min(distance, above[i] + 1);
            if (i >= 2 && _word[i - 1] == before && _word[i - 2] == point) distance = Math.Min(distance, swapped[i - 2] + 1);
            row[i] = Capped(distance);
            least = Math.Min(least, row[i]);
        }

        if (to < _word.Length) row.Slice(to + 1, 1).Fill(Capped(int.MaxValue));
        row[_word.Length] = to == _word.Length ? row[_word.Length] : Capped(int.MaxValue);
        return least;
    }

    private byte Capped(int distance) => (byte)Math.Min(distance, _maxEdits + 1);

    private void Grow()
    {
        Array.Resize(ref _depths, _depths.Length * 2);
        Array.Resize(ref _partial, _partial.Length * 2);
        Array.Resize(ref _missing, _missing.Length * 2);
        Array.Resize(ref _read, _read.Length * 2);
    }
}

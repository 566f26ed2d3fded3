namespace Repository.Search.Analysis;

/// <summary>
/// Finds words between Unicode word boundaries (UAX #29), as Lucene's StandardTokenizer does: a stretch that holds a letter or a digit is a word, at most 255
/// characters long. Vanishing characters are passed over on the way, and what is found is already in lower case and folded.
/// </summary>
internal struct StandardTokenizer()
{
    private const int LongestToken = 255;

    private string _text = string.Empty;
    private int _at;
    private TermBuffer _term = new(LongestToken + 1);

    public readonly Span<char> Term => _term.Characters;

    public int Start { get; private set; }

    public int End { get; private set; }

    public void Reset(string text)
    {
        _text = text;
        _at = 0;
    }

    public void CutTermTo(int length) => _term.CutTo(length);

    public bool Next()
    {
        while (SkipToStart(out var kind, out var units))
        {
            Start = _at;
            _term.Clear();
            if (ReadWord(kind, units)) return true;
        }

        return false;
    }

    /// <summary>To the next character that a word can begin with.</summary>
    private bool SkipToStart(out WordBreak kind, out int units)
    {
        for (; _at < _text.Length; _at += units)
        {
            kind = Kind(_at, out units);
            if (kind is WordBreak.Letter or WordBreak.Numeric or WordBreak.ExtendNumLet or WordBreak.Katakana or WordBreak.Single) return true;
        }

        (kind, units) = (WordBreak.Other, 0);
        return false;
    }

    /// <summary>Reads on from the start of a word as long as nothing breaks it. False when it was only connectors.</summary>
    private bool ReadWord(WordBreak kind, int units)
    {
        var isWord = false;
        var length = 0;
        while (true)
        {
            Take(units, ref length);
            isWord |= kind != WordBreak.ExtendNumLet;
            SkipExtending(ref length);
            if (kind == WordBreak.Single || length >= LongestToken || !Goes(ref kind, ref length, out units)) break;
        }

        return isWord;
    }

    /// <summary>Whether the word goes on with the next character; marks that stand between letters or digits are taken along.</summary>
    private bool Goes(ref WordBreak kind, ref int length, out int units)
    {
        units = 0;
        if (_at >= _text.Length) return false;
        var next = Kind(_at, out units);
        if (Joins(kind, next))
        {
            if (length + units > LongestToken) return false;
            kind = next;
            return true;
        }

        if (!IsMark(kind, next)) return false;
        var behind = Behind(_at + units, length + 1, out var last, out var room);
        if (behind != kind || room > LongestToken) return false;
        while (_at < last) Take(1, ref length);
        _ = Kind(_at, out units);
        return true;
    }

    /// <summary>What stands behind a mark, past all that only extends it.</summary>
    private readonly WordBreak Behind(int at, int length, out int place, out int lengthThen)
    {
        while (at < _text.Length)
        {
            var kind = Kind(at, out var units);
            if (kind is not (WordBreak.Vanishing or WordBreak.Extend))
            {
                (place, lengthThen) = (at, length + units);
                return kind;
            }

            if (kind == WordBreak.Extend) length += units;
            at += units;
        }

        (place, lengthThen) = (at, length);
        return WordBreak.Other;
    }

    private void SkipExtending(ref int length)
    {
        while (_at < _text.Length)
        {
            var kind = Kind(_at, out var units);
            if (kind == WordBreak.Vanishing) End = ++_at;
            else if (kind == WordBreak.Extend && length + units <= LongestToken) Take(units, ref length);
            else return;
        }
    }

    /// <summary>Takes the next characters into the word; one that vanishes moves only the end.</summary>
    private void Take(int units, ref int length)
    {
        for (var taken = 0; taken < units;)
        {
            if (WordBreaks.Of(_text[_at]) == WordBreak.Vanishing)
            {
                taken++;
                _at++;
                continue;
            }

            var step = CharacterForms.Append(_text, _at, ref _term);
            taken += step;
            length += step;
            _at += step;
        }

        End = _at;
    }

    private readonly WordBreak Kind(int at, out int units)
    {
        units = 1;
        var kind = WordBreaks.Of(_text[at]);
        if (kind != WordBreak.Surrogate) return kind;
        if (at + 1 >= _text.Length || !char.IsSurrogatePair(_text[at], _text[at + 1])) return WordBreak.Other;
        units = 2;
        return WordBreaks.OfPair(_text[at], _text[at + 1]);
    }

    private static bool Joins(WordBreak before, WordBreak next) => next switch
    {
        WordBreak.Letter or WordBreak.Numeric => before is WordBreak.Letter or WordBreak.Numeric or WordBreak.ExtendNumLet,
        WordBreak.ExtendNumLet => true,
        WordBreak.Katakana => before is WordBreak.Katakana or WordBreak.ExtendNumLet,
        _ => false,
    };

    private static bool IsMark(WordBreak before, WordBreak next) =>
        (before == WordBreak.Letter && next is WordBreak.MidLetter or WordBreak.MidNumLet) || (before == WordBreak.Numeric && next is WordBreak.MidNum or WordBreak.MidNumLet);
}

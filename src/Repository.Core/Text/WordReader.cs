using System.Net;

namespace Repository.Core.Text;

/// <summary>A word of a text as it is compared: folded, and whether more than blanks part it from the word before.</summary>
internal readonly record struct WordRead(int Start, int End, char[] Folded, int Length, bool IsCapital, bool IsParted)
{
    private const char Parted = ',';

    /// <summary>What the word is looked up by. In the middle of a phrase a comma counts: "datos, abiertos" are two things. Valid until the next word is read.</summary>
    public ReadOnlySpan<char> Key(bool isFirst)
    {
        Folded[0] = Parted;
        return isFirst || !IsParted ? Folded.AsSpan(1, Length) : Folded.AsSpan(0, Length + 1);
    }
}

/// <summary>
/// Reads a text word by word: runs of letters and digits, and whatever joins two of them without a blank, so that no part of an address or a compound is a word. A copy
/// reads on by itself.
/// </summary>
internal struct WordReader(string text, bool isMarkup)
{
    /// <summary>Nothing that is looked for is longer.</summary>
    private const int Longest = 64;

    private const int LongestReference = 32;
    private const string Joining = "-./@_:'’&#%=+~";
    private const char Unknown = 'x';

    /// <summary>What begins with these is the end of an address, or a name in another place.</summary>
    private const string Leading = "/@#";

    private readonly char[] _folded = new char[Longest + 2];
    private int _at;

    /// <summary>Goes on reading at a place in the text.</summary>
    public void GoTo(int at) => _at = at;

    /// <summary>Null at the end of the text.</summary>
    public WordRead? Read()
    {
        var (isParted, before) = (false, ' ');
        for (var start = _at; _at < text.Length; start = _at)
        {
            var letter = Next();
            if (IsOfWord(letter))
            {
                var word = Word(start, letter, isParted);
                if (!Leading.Contains(before, StringComparison.Ordinal)) return word;
                letter = Leading[0];
            }

            isParted |= !char.IsWhiteSpace(letter);
            before = letter;
        }

        return null;
    }

    private WordRead Word(int start, char letter, bool isParted)
    {
        var (length, isCapital) = (0, true);
        while (true)
        {
            if (!Letters.IsAccent(letter) || length == 0) Put(ref length, Letters.Folded(letter));
            else if (letter == Letters.Tilde && _folded[length] == 'n' && length <= Longest) _folded[length] = 'ñ';
            isCapital &= !char.IsLower(letter);
            var end = _at;
            if (_at >= text.Length) return new WordRead(start, end, _folded, length, isCapital, isParted);
            letter = Next();
            if (IsOfWord(letter)) continue;
            if (!Joining.Contains(letter, StringComparison.Ordinal) || _at >= text.Length || !IsOfWord(letter = Next()))
            {
                _at = end;
                return new WordRead(start, end, _folded, length, isCapital, isParted);
            }

            Put(ref length, '-');
        }
    }

    /// <summary>A word that is too long is compared by its beginning and a sign that no phrase has.</summary>
    private readonly void Put(ref int length, char letter)
    {
        if (length < Longest) _folded[++length] = letter;
        else _folded[Longest] = '\0';
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || Letters.IsAccent(letter) || char.IsSurrogate(letter);

    /// <summary>The next letter; a character reference is the letter it stands for, or one that belongs to some word where nobody knows it.</summary>
    private char Next()
    {
        var letter = text[_at];
        if (letter == '&' && isMarkup)
        {
            var length = text.AsSpan(_at, Math.Min(LongestReference, text.Length - _at)).IndexOf(';') + 1;
            if (length > 0 && !text.AsSpan(_at, length).ContainsAny(' ', '\n', '\t'))
            {
                var meant = WebUtility.HtmlDecode(text.Substring(_at, length));
                _at += length;
                return meant.Length == 1 ? meant[0] : Unknown;
            }
        }

        _at++;
        return letter;
    }
}

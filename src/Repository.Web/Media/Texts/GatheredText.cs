using System.Text;

namespace Repository.Web.Media.Texts;

/// <summary>Text as it is gathered: blanks run together, empty lines go, and what is beyond the limit is not kept.</summary>
internal sealed class GatheredText
{
    /// <summary>A book of a thousand pages.</summary>
    public const int Most = 2_000_000;

    private readonly StringBuilder _text = new();
    private bool _isApart;
    private bool _isNewLine;

    public bool IsFull => _text.Length >= Most;

    public void Add(ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
        {
            if (IsFull) return;
            if (letter is '\n' or '\r' or '\f' or '\u0085' or '\u2028' or '\u2029') _isNewLine = true;
            else if (char.IsWhiteSpace(letter) || char.IsControl(letter)) _isApart = true;
            else Append(letter);
        }
    }

    /// <summary>What follows is not one word with what was before.</summary>
    public void Blank() => _isApart = true;

    public void NewLine() => _isNewLine = true;

    /// <summary>A limit may fall into the middle of a character of two halves.</summary>
    public override string ToString() => _text is { Length: > 0 } && char.IsHighSurrogate(_text[^1]) ? _text.ToString(0, _text.Length - 1) : _text.ToString();

    private void Append(char letter)
    {
        if (_text.Length > 0 && (_isNewLine || _isApart)) _text.Append(_isNewLine ? '\n' : ' ');
        (_isNewLine, _isApart) = (false, false);
        _text.Append(letter);
    }
}

using System.Globalization;

namespace Repository.Core.Forms.Entries;

/// <summary>
/// The name of an entry for people: <c>EGA-2026-000042-K</c>, prefix of the form, year, running number and a letter that tells most slips of the
/// tongue. It is no secret.
/// </summary>
public static class Folio
{
    // Without letters that are taken for another or for a figure.
    private const string CheckLetters = "ABCDEFGHJKLMNPQRSTUVWXY";

    public static string Of(string prefix, int year, long number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{year:0000}-{number:000000}");
        return $"{body}-{CheckLetter(body)}";
    }

    /// <summary>The folio somebody typed, in the form it is kept in; null when its letter does not fit the rest.</summary>
    public static string? Read(string typed)
    {
        var folio = string.Concat(typed.Trim().ToUpperInvariant().Where(letter => !char.IsWhiteSpace(letter)));
        return folio.Length is > 2 and <= 40 && folio[^2] == '-' && CheckLetter(folio[..^2]) == folio[^1] ? folio : null;
    }

    /// <summary>Weights that grow by place: a wrong letter and two that changed places give another remainder.</summary>
    private static char CheckLetter(string body)
    {
        var sum = 0;
        for (var place = 0; place < body.Length; place++) sum += (place + 1) * body[place];
        return CheckLetters[sum % CheckLetters.Length];
    }
}

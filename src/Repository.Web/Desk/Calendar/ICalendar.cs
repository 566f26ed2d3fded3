using System.Globalization;
using System.Text;

namespace Repository.Web.Desk.Calendar;

/// <summary>
/// Writes a calendar as RFC 5545 has it: lines end with CR LF and are folded after at most 75 octets, never within a letter; texts are escaped; instants are in UTC,
/// so that no time zone need be described.
/// </summary>
internal sealed class ICalendar
{
    public const string ContentType = "text/calendar; charset=utf-8";

    private const int MostOctets = 75;
    private readonly StringBuilder _text = new();

    public ICalendar(string name)
    {
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//Repositorio de practicas comunitarias//Escritorio editorial//ES");
        Line("CALSCALE:GREGORIAN");
        Line("METHOD:PUBLISH");
        Line($"X-WR-CALNAME:{Escaped(name)}");
    }

    public void Add(ICalendarEvent happening)
    {
        Line("BEGIN:VEVENT");
        Line($"UID:{Escaped(happening.Uid)}");
        Line($"DTSTAMP:{Instant(happening.Stamp)}");
        if (happening.At is { } at)
        {
            Line($"DTSTART:{Instant(at)}");
            Line($"DTEND:{Instant(at)}");
        }
        else
        {
            Line($"DTSTART;VALUE=DATE:{Day(happening.Day)}");
            Line($"DTEND;VALUE=DATE:{Day(happening.Day.AddDays(1))}");
        }

        Line($"SUMMARY:{Escaped(happening.Summary)}");
        Line($"URL:{happening.Url}");
        Line("TRANSP:TRANSPARENT");
        Line("END:VEVENT");
    }

    public string Finish()
    {
        Line("END:VCALENDAR");
        return _text.ToString();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => string.Concat(text.Where(letter => letter == '\n' || !char.IsControl(letter)))
        .Replace(@"\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);

    /// <summary>A line that goes on begins with a blank, which counts.</summary>
    private void Line(string line)
    {
        var octets = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > MostOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }

            _text.Append(letter.ToString());
            octets += letter.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }
}

/// <param name="At">Null: the whole day.</param>
internal sealed record ICalendarEvent(string Uid, DateTimeOffset Stamp, DateOnly Day, DateTimeOffset? At, string Summary, string Url);

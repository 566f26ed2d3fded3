using System.Text.RegularExpressions;

namespace Repository.Core.Editors.Dates;

/// <summary>The stored form that the newer date editors share: <c>{"date":"2026-05-11T00:00:00+00:00","timeZone":null}</c>.</summary>
internal readonly partial record struct StoredMoment(DateTimeOffset Date, string? TimeZone)
{
    /// <summary>Null when the text is not that JSON. Zones are names of the IANA list; here only their form is looked at.</summary>
    public static StoredMoment? Parse(string stored)
    {
        if (!stored.AsSpan().TrimStart().StartsWith('{') || StoredJson.Parse(stored) is not { } root) return null;
        if (root.Text("date") is not { } text || IsoText.Moment(text) is not { } date) return null;
        var zone = root.Text("timeZone");
        return zone is null || ZonePattern().IsMatch(zone) ? new StoredMoment(date, zone) : null;
    }

    public string Write(EditorContext context)
    {
        var (date, zone) = (IsoText.Write(Date), TimeZone);
        return StoredJson.Write(context, json =>
        {
            json.WriteStartObject();
            json.WriteString("date"u8, date);
            json.WriteString("timeZone"u8, zone);
            json.WriteEndObject();
        });
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_+\-/]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ZonePattern();
}

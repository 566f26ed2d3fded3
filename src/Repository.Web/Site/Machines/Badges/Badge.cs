using System.Globalization;
using System.Security;
using System.Text.Json;
using System.Text.Json.Nodes;
using Repository.Core.Calls;
using Repository.Web.Site.Machines.Sharing;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Machines.Badges;

/// <summary>What a recognition shows of itself elsewhere: for what, whose, and whether it holds at the moment it is asked.</summary>
internal sealed record Badge(string Title, string Holder, string Folio, RecognitionState State, string Word, string Told, string Heading, string Site)
{
    public const int Width = 600;
    public const int Height = 240;

    private const string Name = "insignia";
    private const int LetterSize = 27;
    private const int LineHeight = 34;
    private const int FirstLine = 92;
    private const double LineWidth = 395.0 / LetterSize;
    private const double HolderWidth = 395.0 / 18;

    private static readonly string[] Formats = ["svg", "png", "json"];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All), WriteIndented = true };

    public static string AddressOf(SeenItem recognition, string format) => $"{recognition.Path}{Name}.{format}";

    /// <summary>The recognition's own path and the format, where an address asks for a badge.</summary>
    public static (string Path, string Format)? At(string path)
    {
        var (start, format) = (path.LastIndexOf('/') + 1, path[(path.LastIndexOf('.') + 1)..]);
        return Formats.Contains(format) && path[start..] == $"{Name}.{format}" ? (path[..start], format) : null;
    }

    /// <summary>Null where nobody can say whether it holds.</summary>
    public static Badge? Of(ItemValues values)
    {
        var (reader, item) = (values.Reader, values.Seen);
        if (reader.Almanac.Recognition(item.Item.Key)?.At(reader.Now) is not { } state) return null;
        return new Badge(
            values.Picked("practice")?.Name ?? item.Name,
            (values.Picked("holder") ?? values.Picked("municipalities"))?.Name ?? "",
            values.Text("folio") ?? "",
            state,
            reader.Texts[$"RecognitionState.{state}"],
            ClockWords.Of(item, reader) ?? "",
            reader.Texts["Badge.Heading"],
            reader.Texts["Site.Name"]);
    }

    /// <summary>All that decides what it looks like.</summary>
    public override string ToString() => string.Join('\n', Title, Holder, Folio, State, Word, Told, Heading, Site);

    public string Draw() => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" role="img" aria-labelledby="t d"><title id="t">{Escaped($"{Heading}: {Title}")}</title><desc id="d">{Escaped(Told)}</desc>
        <rect width="{Width}" height="{Height}" rx="14" fill="#16372f"/><path d="M0 188h{Width}v38a14 14 0 0 1-14 14H14a14 14 0 0 1-14-14z" fill="{Colour}"/>
        <g transform="translate(26 38) scale(1.9)">{Rosette()}</g>
        <g font-family="'Noto Sans','Segoe UI',Roboto,sans-serif"><text x="172" y="52" font-weight="700" font-size="17" fill="#e9ad57">{Escaped(Heading)}</text>{Lines()}
        <text x="24" y="221" font-weight="700" font-size="21" fill="{Ink}">{Escaped(Told)}</text></g></svg>
        """);

    public string Json(SeenItem item, SiteReader reader)
    {
        var recognition = reader.Almanac.Recognition(item.Item.Key)!;
        var values = reader.Values(item);
        var json = new JsonObject
        {
            ["folio"] = Folio,
            ["name"] = item.Name,
            ["state"] = JsonNamingPolicy.CamelCase.ConvertName(State.ToString()),
            ["stateText"] = Told,
            ["holds"] = State is RecognitionState.InForce or RecognitionState.Expiring,
            ["start"] = recognition.Term?.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["end"] = recognition.Term?.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["timeZone"] = recognition.Term?.Zone.Id,
            ["changesAt"] = recognition.ChangesAt(reader.Now)?.ToString("o", CultureInfo.InvariantCulture),
            ["score"] = values.Number("score"),
            ["holder"] = Picked("holder"),
            ["practice"] = Picked("practice"),
            ["call"] = Picked("call"),
            ["page"] = reader.Origin + item.Path,
            ["badge"] = new JsonObject { ["svg"] = reader.Origin + AddressOf(item, "svg"), ["png"] = reader.Origin + AddressOf(item, "png") },
        };
        return json.ToJsonString(Readable);

        JsonNode? Picked(string alias) => values.Picked(alias) is { } picked ? new JsonObject { ["name"] = picked.Name, ["page"] = reader.Origin + picked.Path } : null;
    }

    private string Colour => State switch
    {
        RecognitionState.InForce => "#8ea352",
        RecognitionState.Expiring => "#e9ad57",
        RecognitionState.Renewed or RecognitionState.Upcoming => "#2f6d8a",
        RecognitionState.Revoked => "#8f3b26",
        _ => "#555c58",
    };

    private string Ink => State is RecognitionState.InForce or RecognitionState.Expiring ? "#10231e" : "#ffffff";

    private string Lines()
    {
        var lines = TitleLines.Of(Title, LineWidth, 2);
        var title = lines.Select((line, number) => string.Create(CultureInfo.InvariantCulture, $"<text x=\"172\" y=\"{FirstLine + (number * LineHeight)}\" font-family=\"'Noto Serif',Georgia,serif\" font-weight=\"700\" font-size=\"{LetterSize}\" fill=\"#f4f7f1\">{Escaped(line)}</text>"));
        var holder = Holder.Length == 0 ? "" : string.Concat(TitleLines.Of(Holder, HolderWidth, 1).Select(line => $"<text x=\"172\" y=\"{FirstLine + (lines.Length * LineHeight) - 4}\" font-size=\"18\" fill=\"#cfdcd2\">{Escaped(line)}</text>"));
        return string.Concat(title) + holder + $"<text x=\"24\" y=\"176\" font-size=\"14\" fill=\"#cfdcd2\">{Escaped(Folio)}</text>";
    }

    /// <summary>The mark of the site, as many petals as it has.</summary>
    private static string Rosette() => string.Concat(Enumerable.Range(0, 8).Select(petal => string.Create(
        CultureInfo.InvariantCulture, $"<rect x=\"26\" y=\"5\" width=\"12\" height=\"9\" rx=\"2.2\" transform=\"rotate({petal * 45} 32 32)\" fill=\"{(petal == 4 ? "#e9ad57" : "#f4f7f1")}\"/>")));

    private static string Escaped(string text) => SecurityElement.Escape(XmlText.Legal(text))!;
}

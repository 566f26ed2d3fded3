using System.Globalization;
using System.Text.Json.Nodes;

namespace Repository.Web.Seed;

/// <summary>When an activity of a plan is due: the plan's words, and the days they stand for.</summary>
internal static class Deadlines
{
    /// <summary>Written out: the seed must be the same on machines that know no cultures.</summary>
    private static readonly string[] Months = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    /// <summary>The plan's own words where the facts have them, and the months they stand for.</summary>
    public static JsonObject? Of(Fact activity)
    {
        var (first, last) = (activity["mes_inicio"], activity["mes_fin"]);
        var literal = activity["fecha_original"] is { Length: > 0 } words ? words : InWords(first, last);
        return literal.Length == 0 ? null : new JsonObject
        {
            ["literal"] = literal,
            ["from"] = first.Length == 0 ? null : $"{first}-01",
            ["to"] = last.Length == 0 ? null : LastDay(last),
            ["kind"] = KindOf(activity, first, last),
        };
    }

    /// <summary>Where the facts give months alone, they are said the way the plans say theirs.</summary>
    private static string InWords(string first, string last) => (first, last) switch
    {
        ("", "") => "",
        (_, "") => $"Desde {Month(first)}",
        ("", _) => $"Hasta {Month(last)}",
        _ when first == last => Capital(Month(first)),
        _ => $"De {Month(first)} a {Month(last)}",
    };

    private static string Month(string month) => $"{Months[int.Parse(month.AsSpan(5), CultureInfo.InvariantCulture) - 1]} de {month[..4]}";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string KindOf(Fact activity, string first, string last) => activity["periodicidad"] switch
    {
        "permanente" => "permanent",
        "cuatrimestral" => "quadrimestral",
        _ when activity["fecha_original"].StartsWith("Sujet", StringComparison.Ordinal) => "conditional",
        _ when first.Length == 0 => "unknown",
        _ => first == last ? "month" : "range",
    };

    private static string LastDay(string month) => DateOnly.ParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(1).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

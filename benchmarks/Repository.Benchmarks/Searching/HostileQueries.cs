namespace Repository.Benchmarks.Searching;

/// <summary>What someone might ask who wants to keep a search engine busy, in words that are common in the corpus.</summary>
internal static class HostileQueries
{
    private static readonly string[] Common =
    [
        "agua", "asamblea", "comunidad", "gobierno", "municipio", "derecho", "acceso", "trabajo", "mujer", "proyecto",
        "acuerdo", "comité", "pueblo", "acción", "programa", "oaxaca", "región", "estado", "información", "parte",
    ];

    private static readonly string[] Letters = [.. "abcdefghijklmnopqrstuvwxyz0123456789".Select(letter => letter.ToString())];

    public static IEnumerable<(string Name, string Text)> All() => [.. Nested(), .. ManyClauses(), .. Patterns(), .. Fuzzy(), .. Phrases(), .. Ranges(), .. Endless()];

    private static IEnumerable<(string, string)> Nested() =>
    [
        ("49 brackets inside each other, clauses in each", Times(49, "(agua ") + "bosque" + Times(49, ")")),
        ("49 brackets inside each other, signs in each", Times(49, "+(+agua asamblea -tequio ") + "bosque" + Times(49, ")")),
        ("39 brackets inside each other, a prefix in each", Times(39, "(a* ") + "b*" + Times(39, ")")),
        ("100,000 brackets inside each other", Times(100_000, "(") + "agua" + Times(100_000, ")")),
    ];

    private static IEnumerable<(string, string)> ManyClauses() =>
    [
        ("1,000 times the same common word", Times(1000, "agua ")),
        ("1,000 clauses of 20 common words", Each(1000, place => Of(Common, place))),
        ("1,000 required clauses", Each(1000, place => "+" + Of(Common, place))),
        ("1,000 excluded clauses", "*:* " + Each(1000, place => "-" + Of(Common, place))),
        ("1,000 times a common word, boosted otherwise each time", Each(1000, place => $"{Of(Common, place)}^{place + 1}")),
        ("51 groups of 20 words, each boosted otherwise", Each(51, place => $"({Each(20, next => $"{Of(Common, next)}^{place + 1}")})")),
        ("300 required groups that share a common word", Each(300, place => $"+(agua {Of(Common, place)})")),
        ("1,000 groups of 3 words", Each(1000, place => $"({Each(3, next => Of(Common, place + next))})")),
    ];

    private static IEnumerable<(string, string)> Patterns() =>
    [
        ("*a*", "*a*"),
        ("a*", "a*"),
        ("a?*b*", "a?*b*"),
        ("c*o*n*?", "c*o*n*?"),
        ("a*a*a*… 200 times", "a" + Times(200, "*a")),
        ("a*?*?*?… 30,000 times", "a" + Times(30_000, "*?")),
        ("a prefix for each letter and digit", Each(36, place => Of(Letters, place) + "*")),
        ("40 wildcards", Each(40, place => $"{Of(Letters, place)}*{Of(Letters, place * 7)}*")),
        ("1,000 wildcards", Each(1000, place => $"{Of(Letters, place)}*a*{place}")),
    ];

    private static IEnumerable<(string, string)> Fuzzy() =>
    [
        ("ab~2", "ab~2"),
        ("electroencefalografistas~2", "electroencefalografistas~2"),
        ("255 letters ~2", Times(255, "a") + "~2"),
        ("60,000 letters ~2", Times(60_000, "a") + "~2"),
        ("20 words ~2", Each(20, place => Of(Common, place) + "~2")),
        ("40 words ~2", Each(40, place => Of(Common, place)[..(3 + (place / 20))] + "~2")),
    ];

    private static IEnumerable<(string, string)> Phrases() =>
    [
        ("a phrase of 1,000 times the same word", $"\"{Times(1000, "agua ")}\""),
        ("a phrase of 1,000 common words", $"\"{Each(1000, place => Of(Common, place))}\""),
        ("the same with a slop of a thousand million", $"\"{Each(1000, place => Of(Common, place))}\"~1000000000"),
        ("five common words, a slop of a thousand million", $"\"{Each(5, place => Of(Common, place))}\"~1000000000"),
        ("40 phrases of two common words", Each(40, place => $"\"{Of(Common, place)} {Of(Common, place + 1 + (place / 20))}\"")),
        ("the same with a slop of a thousand million each", Each(40, place => $"\"{Of(Common, place)} {Of(Common, place + 1 + (place / 20))}\"~1000000000")),
    ];

    private static IEnumerable<(string, string)> Ranges() =>
    [
        ("everything there is, in every field", "[* TO *]"),
        ("40 ranges over nearly everything", Each(40, place => $"[{Of(Letters, place % 10)} TO z{Of(Letters, place / 2)}]")),
        ("all years, 40 times", Each(40, place => $"year:[{place} TO 3000]")),
    ];

    private static IEnumerable<(string, string)> Endless() =>
    [
        ("1 MB of words", Times(200_000, "agua ")),
        ("1 MB in one word", Times(1_000_000, "a")),
        ("1 MB of quotes", Times(1_000_000, "\"")),
        ("60,000 quotes", Times(60_000, "\"")),
        ("60,000 signs and spaces", Times(30_000, "+ ")),
        ("60,000 letters of stop words", Times(20_000, "de ")),
        ("60,000 letters in one word of 1,000 parts", Times(1000, "agua-") + Times(55_000, "x")),
    ];

    private static string Times(int count, string text) => string.Concat(Enumerable.Repeat(text, count));

    private static string Each(int count, Func<int, string> write) => string.Join(' ', Enumerable.Range(0, count).Select(write));

    private static string Of(string[] words, int place) => words[place % words.Length];
}

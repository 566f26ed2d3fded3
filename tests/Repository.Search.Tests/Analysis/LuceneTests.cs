using System.Globalization;
using System.Text.Json;
using Repository.Search.Analysis;

namespace Repository.Search.Tests.Analysis;

/// <summary>What Apache Lucene 8.8.1 made of the same texts and characters.</summary>
public sealed class LuceneTests
{
    public static TheoryData<string, string, string, string> Texts()
    {
        var texts = new TheoryData<string, string, string, string>();
        foreach (var line in Golden("analysis.jsonl"))
        {
            using var json = JsonDocument.Parse(line);
            var row = json.RootElement;
            texts.Add(row.GetProperty("field").GetString()!, row.GetProperty("text").GetString()!,
                row.GetProperty("tokens").GetRawText(), row.GetProperty("normalized").GetString()!);
        }
        return texts;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void a_text_gives_the_tokens_that_lucene_gives(string field, string text, string tokens, string normalized)
    {
        Analyzer analyzer = field is "region" or "kind" or "themes" or "ods" or "language" ? KeywordAnalyzer.Instance : SpanishAnalyzer.Instance;

        var ours = Tokens.Of(analyzer, text);
        var pattern = analyzer.Normalize(text);

        Assert.Equal(Parsed(tokens), ours);
        Assert.Equal(normalized, pattern);
    }

    [Fact]
    public void every_character_folds_as_in_lucene()
    {
        var table = Golden("folding.tsv").Select(line => line.Split('\t', 2))
            .ToDictionary(row => (char)int.Parse(row[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), row => row[1]);

        var folded = Enumerable.Range(0, char.MaxValue + 1).Select(c => (Character: (char)c, Folded: Folded((char)c)));

        Assert.DoesNotContain(folded, row => row.Folded != table.GetValueOrDefault(row.Character, row.Character.ToString()));
    }

    private static string Folded(char c)
    {
        var folded = new char[AsciiFolding.MaxExpansion];
        return new string(folded, 0, AsciiFolding.Copy([c], folded));
    }

    private static Token[] Parsed(string tokens)
    {
        using var json = JsonDocument.Parse(tokens);
        return [.. json.RootElement.EnumerateArray().Select(token =>
            new Token(token[0].GetString()!, token[1].GetInt32(), token[2].GetInt32(), token[3].GetInt32()))];
    }

    private static string[] Golden(string file) => File.ReadAllLines(GoldenFiles.Find(file));
}

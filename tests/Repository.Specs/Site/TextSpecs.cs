using System.Text.RegularExpressions;
using System.Xml.Linq;
using Repository.Testing;

namespace Repository.Specs.Site;

/// <summary>The words of the interface: each in every language, each used, none in the markup.</summary>
public sealed partial class TextSpecs
{
    private static readonly string[] Views = Directory.GetFiles(ProjectFolder.Find("src/Repository.Web/Site"), "*.cshtml", SearchOption.AllDirectories);
    private static readonly string[] OfTheSite = [.. Views, .. CodeOf("Site")];

    /// <summary>Letters to visitors, and what is told of applications, ask for some as well.</summary>
    private static readonly string[] Sources = [.. OfTheSite, .. CodeOf("Forms"), .. CodeOf("Calls")];

    [Fact]
    public void every_language_has_the_same_texts_with_the_same_gaps()
    {
        var (spanish, english) = (Texts("SiteTexts.resx"), Texts("SiteTexts.en.resx"));

        Assert.Equal(spanish.Keys.Order(), english.Keys.Order());
        Assert.All(spanish, text => Assert.Equal(Gaps(text.Value), Gaps(english[text.Key])));
    }

    [Fact]
    public void every_text_that_is_asked_for_is_there()
    {
        var known = Texts("SiteTexts.resx").Keys.ToHashSet();
        var asked = OfTheSite.SelectMany(file => KeyPattern().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct();

        Assert.All(asked, key => Assert.True(known.Contains(key) || known.Contains($"{key}.One"), $"There is no text \"{key}\"."));
    }

    [Fact]
    public void every_text_is_asked_for_somewhere()
    {
        var sources = string.Concat(Sources.Select(File.ReadAllText));

        Assert.All(Texts("SiteTexts.resx").Keys, key => Assert.True(IsAsked(key, sources), $"Nobody asks for \"{key}\"."));
    }

    [Fact]
    public void no_view_holds_words_of_its_own() => Assert.All(Views, view =>
    {
        var words = MarkupText().Matches(Code().Replace(File.ReadAllText(view), "")).Select(match => match.Groups[1].Value.Trim()).Where(text => Letters().IsMatch(text));

        Assert.Empty(words);
    });

    /// <summary>Keys may be put together: <c>Facet.</c> and the facet's alias.</summary>
    private static bool IsAsked(string key, string sources)
    {
        var bare = key.EndsWith(".One", StringComparison.Ordinal) || key.EndsWith(".Many", StringComparison.Ordinal) ? key[..key.LastIndexOf('.')] : key;
        return sources.Contains($"\"{bare}\"", StringComparison.Ordinal) || sources.Contains($"$\"{bare[..(bare.IndexOf('.', StringComparison.Ordinal) + 1)]}{{", StringComparison.Ordinal);
    }

    private static string[] CodeOf(string room) => Directory.GetFiles(ProjectFolder.Find($"src/Repository.Web/{room}"), "*.cs", SearchOption.AllDirectories);

    private static Dictionary<string, string> Texts(string file) =>
        XDocument.Load(ProjectFolder.Find($"src/Repository.Web/Resources/{file}")).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static string[] Gaps(string text) => [.. GapPattern().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order()];

    [GeneratedRegex("(?:\\bT\\(|Counted\\(|[Tt]exts\\[)\"([A-Za-z.]+)\"")]
    private static partial Regex KeyPattern();

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex GapPattern();

    [GeneratedRegex(@"@functions \{[\s\S]*|@\{[\s\S]*?\n\}|@\*[\s\S]*?\*@")]
    private static partial Regex Code();

    [GeneratedRegex(@"<[a-z0-9]+(?:\s[^<>]*)?>([^<>@{}]+)</")]
    private static partial Regex MarkupText();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Letters();
}

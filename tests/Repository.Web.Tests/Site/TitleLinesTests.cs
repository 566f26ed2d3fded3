using Repository.Web.Site.Machines.Sharing;

namespace Repository.Web.Tests.Site;

public sealed class TitleLinesTests
{
    private const double Width = 13.8;

    [Theory]
    [InlineData("Siembra de agua y gestión comunitaria del acuífero (COPUDA)", "Siembra de agua y gestión|comunitaria del acuífero|(COPUDA)")]
    [InlineData("  Tequio \n para  el camino ", "Tequio para el camino")]
    [InlineData("", "")]
    public void a_title_is_broken_between_words(string title, string lines) => Assert.Equal(lines, string.Join('|', TitleLines.Of(title, Width, 4)));

    [Fact]
    public void what_does_not_fit_into_four_lines_ends_in_an_ellipsis()
    {
        var lines = TitleLines.Of(string.Join(' ', Enumerable.Repeat("asamblea comunitaria,", 30)), Width, 4);

        Assert.Equal(4, lines.Length);
        Assert.EndsWith("comunitaria…", lines[3], StringComparison.Ordinal);
        Assert.All(lines[..3], line => Assert.DoesNotContain('…', line));
    }

    [Fact]
    public void a_word_that_is_longer_than_a_line_goes_on_in_the_next()
    {
        var lines = TitleLines.Of(new string('m', 20), Width, 4);

        Assert.Equal([new string('m', 13), new string('m', 7)], lines);
    }

    [Fact]
    public void letters_with_marks_are_as_wide_as_without_and_are_never_torn_apart()
    {
        var composed = TitleLines.Of(new string('ñ', 60), Width, 4);
        var decomposed = TitleLines.Of(string.Concat(Enumerable.Repeat("n\u0303", 60)), Width, 4);
        var faces = TitleLines.Of(string.Concat(Enumerable.Repeat("\U0001F33D", 60)), Width, 4);

        Assert.Equal(composed.Select(line => line.Length * 2), decomposed.Select(line => line.Length));
        Assert.All(faces, line => Assert.False(char.IsLowSurrogate(line[0]) || char.IsHighSurrogate(line[^1])));
    }
}

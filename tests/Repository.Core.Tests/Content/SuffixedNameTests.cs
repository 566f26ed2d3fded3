using Repository.Core.Content;

namespace Repository.Core.Tests.Content;

public sealed class SuffixedNameTests
{
    [Theory]
    [InlineData("Tequio", "Tequio (1)")]
    [InlineData("", " (1)")]
    public void what_fits_stands_whole(string name, string expected) => Assert.Equal(expected, SuffixedName.Of(name, " (1)"));

    [Fact]
    public void a_long_name_gives_way()
    {
        var name = SuffixedName.Of(new string('a', 255), " (12)");

        Assert.Equal(new string('a', 250) + " (12)", name);
    }

    [Fact]
    public void no_character_is_cut_in_two()
    {
        var name = SuffixedName.Of(string.Concat(Enumerable.Repeat("🌽", 127)), " (1)");

        Assert.Equal(string.Concat(Enumerable.Repeat("🌽", 125)) + " (1)", name);
    }
}

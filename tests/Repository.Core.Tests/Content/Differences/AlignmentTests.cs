using Repository.Core.Content.Differences;

namespace Repository.Core.Tests.Content.Differences;

public sealed class AlignmentTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("abc", "abc", "a b c")]
    [InlineData("", "ab", "+a +b")]
    [InlineData("ab", "", "-a -b")]
    [InlineData("abc", "adc", "a -b +d c")]
    [InlineData("abcabba", "cbabac", "-a -b c +b a b -b a +c")]
    public void what_stays_stays_and_what_goes_is_told_first(string before, string after, string steps) => Assert.Equal(steps, Told(before, after));

    [Fact]
    public void the_steps_always_lead_from_one_to_the_other_by_the_shortest_way()
    {
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var (before, after) = (Word(random), Word(random));

            var steps = Alignment.Of([.. before], (IReadOnlyList<char>)[.. after]);

            Assert.Equal(Enumerable.Range(0, before.Length), steps.Where(step => step.Before is not null).Select(step => step.Before!.Value));
            Assert.Equal(Enumerable.Range(0, after.Length), steps.Where(step => step.After is not null).Select(step => step.After!.Value));
            var kept = steps.Where(step => step is { Before: not null, After: not null }).ToList();
            Assert.All(kept, step => Assert.Equal(before[step.Before!.Value], after[step.After!.Value]));
            Assert.Equal(LongestCommon(before, after), kept.Count);
        }
    }

    [Fact]
    public void what_has_nothing_in_common_is_told_at_once()
    {
        var (before, after) = (Enumerable.Range(0, 20_000).ToArray(), Enumerable.Range(100_000, 20_000).ToArray());

        var steps = Alignment.Of(before, after);

        Assert.Equal(40_000, steps.Count);
        Assert.All(steps.Take(20_000), step => Assert.Null(step.After));
    }

    private static string Told(string before, string after) => string.Join(' ', Alignment.Of([.. before], (IReadOnlyList<char>)[.. after]).Select(step => step switch
    {
        { Before: not null, After: { } now } => $"{after[now]}",
        { After: { } now } => $"+{after[now]}",
        _ => $"-{before[step.Before!.Value]}",
    }));

    private static string Word(Random random) => new([.. Enumerable.Range(0, random.Next(12)).Select(_ => (char)('a' + random.Next(3)))]);

    private static int LongestCommon(string one, string other)
    {
        var lengths = new int[one.Length + 1, other.Length + 1];
        for (var row = 1; row <= one.Length; row++)
        {
            for (var column = 1; column <= other.Length; column++)
            {
                lengths[row, column] = one[row - 1] == other[column - 1] ? lengths[row - 1, column - 1] + 1 : Math.Max(lengths[row - 1, column], lengths[row, column - 1]);
            }
        }

        return lengths[one.Length, other.Length];
    }
}

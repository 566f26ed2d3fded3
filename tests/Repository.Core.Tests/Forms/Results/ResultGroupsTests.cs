using FsCheck;
using FsCheck.Fluent;
using Repository.Core.Forms;
using Repository.Core.Forms.Results;

namespace Repository.Core.Tests.Forms.Results;

public sealed class ResultGroupsTests
{
    private const int Least = 10;

    [Fact]
    public void trying_every_size_shows_that_no_region_can_be_told_to_be_small()
    {
        string[] regions = ["a", "b", "c"];
        var sizes = from a in Enumerable.Range(0, 26) from b in Enumerable.Range(0, 26) from c in Enumerable.Range(0, 26) where a + b + c >= Least select new Dictionary<string, int> { ["a"] = a, ["b"] = b, ["c"] = c };
        var told = sizes.ToLookup(size => string.Join(' ', ResultGroups.Regions(size, Least).Select(group => $"{string.Concat(group)}={group.Sum(region => size[region])}")));

        Assert.All(told, same => Assert.All(regions, region =>
        {
            var values = same.Select(size => size[region]).ToList();
            // Either it cannot be told that the region is small, or not which of the small numbers it is.
            if (values.Max() < PublishedResults.Threshold) Assert.Superset(Enumerable.Range(0, PublishedResults.Threshold).ToHashSet(), values.ToHashSet());
        }));
    }

    [Fact]
    public void every_region_is_in_one_group_and_no_group_is_small() => Prop.ForAll(
        Gen.Frequency((2, Gen.Choose(0, 9)), (1, Gen.Choose(0, 80))).ArrayOf(9).ToArbitrary(),
        drawn =>
        {
            var sizes = drawn.Select((size, place) => (Key: $"r{place}", size)).ToDictionary(region => region.Key, region => region.size);
            if (drawn.Sum() < Least) return true;

            var groups = ResultGroups.Regions(sizes, Least);

            return groups.SelectMany(group => group).Order(StringComparer.Ordinal).SequenceEqual(sizes.Keys.Order(StringComparer.Ordinal)) && groups.All(group => group.Sum(region => sizes[region]) >= Least);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void months_wait_for_one_another_until_enough_people_are_together()
    {
        List<CountedAnswers> people = [.. In(2026, 1, 4), .. In(2026, 3, 7), .. In(2026, 4, 30), .. In(2026, 5, 2), .. In(2026, 6, 90)];

        var periods = ResultGroups.Periods(people, null, new DateOnly(2026, 6, 30), Least).ToList();

        Assert.Equal(
            [(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), 11), (new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 30), 30)],
            periods.Select(period => (period.From, period.Until, period.People.Count)));
    }

    private static IEnumerable<CountedAnswers> In(int year, int month, int count) => Enumerable.Range(0, count).Select(day => new CountedAnswers(new DateOnly(year, month, 1 + (day % 28)), "", Answers.None));
}

using System.Collections.Immutable;

namespace Repository.Core.Forms.Results;

/// <summary>
/// Parts everybody into the groups that are published: each person is in one, and none is small. Only how many answered decides, never what: so
/// nothing about an answer can be read off the groups.
/// </summary>
internal static class ResultGroups
{
    /// <summary>Whole months that are over, put together until enough people are in them. What is left at the end waits.</summary>
    /// <param name="after">Months up to this day are published already.</param>
    public static IEnumerable<(DateOnly From, DateOnly Until, List<CountedAnswers> People)> Periods(IEnumerable<CountedAnswers> everybody, DateOnly? after, DateOnly today, int leastGroup)
    {
        var thisMonth = Month(today);
        var months = everybody.Where(person => person.Day < thisMonth && !(person.Day <= after)).GroupBy(person => Month(person.Day)).OrderBy(month => month.Key);
        var from = after?.AddDays(1);
        var people = new List<CountedAnswers>();
        foreach (var month in months)
        {
            from ??= month.Key;
            people.AddRange(month);
            if (people.Count < leastGroup) continue;
            var until = month.Key.AddMonths(1).AddDays(-1);
            yield return (from.Value, until, people);
            (from, people) = (until.AddDays(1), []);
        }
    }

    /// <summary>Regions with enough people by themselves; all others together, with the smallest of the large ones where they would still be few or one alone.</summary>
    public static ImmutableArray<ImmutableArray<string>> Regions(IReadOnlyDictionary<string, int> sizes, int leastGroup)
    {
        var alone = sizes.Where(region => region.Value >= leastGroup).OrderBy(region => region.Value).ThenBy(region => region.Key, StringComparer.Ordinal).Select(region => region.Key).ToList();
        var together = sizes.Keys.Except(alone, StringComparer.Ordinal).ToList();
        while (together.Count > 0 && alone.Count > 0 && (together.Count < 2 || together.Sum(region => sizes[region]) < leastGroup))
        {
            together.Add(alone[0]);
            alone.RemoveAt(0);
        }

        IEnumerable<ImmutableArray<string>> groups = [.. alone.Order(StringComparer.Ordinal).Select(region => ImmutableArray.Create(region)), [.. together.Order(StringComparer.Ordinal)]];
        return [.. groups.Where(group => !group.IsEmpty)];
    }

    private static DateOnly Month(DateOnly day) => new(day.Year, day.Month, 1);
}

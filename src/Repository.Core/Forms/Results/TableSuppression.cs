using System.Collections.Immutable;

namespace Repository.Core.Forms.Results;

/// <summary>
/// What of one table of one group may be told (docs/forms.md, "Suppression", has the proof). The size of the group is public; nothing told of one
/// table says anything of another. A cell under the threshold is told as <c>0–4</c>, whatever it holds. Where choices have a sum, the largest cell
/// gives up its exact number too and becomes a range wide enough for every value of the small ones; where there is no room for that, nothing is told.
/// </summary>
internal static class TableSuppression
{
    /// <summary>
    /// How far the largest cell must stay above the next, so that it is the largest for every value of the small ones. Two, and not one, because
    /// what is withheld must not tell odd from even.
    /// </summary>
    private const int Lead = 2;

    /// <returns>A range for each option, or nothing when the table is withheld.</returns>
    public static ImmutableArray<CellRange> Tell(AnswerTable table, IReadOnlyList<long> counts, long people, int threshold)
    {
        var ranges = counts.Select(count => Window(table, count, people, threshold)).ToArray();
        if (ranges.All(range => range.IsExact)) return [.. ranges];
        return table.Shape == TableShape.AnyOf ? AsManyAsApply(table, ranges, people) : WithASum(table, ranges, counts, people, threshold);
    }

    /// <summary>Few who chose it are as telling as few who did not – unless everybody chooses one option: then those few are in the other cells.</summary>
    private static CellRange Window(AnswerTable table, long count, long people, int threshold)
    {
        if (count < threshold) return new(0, threshold - 1);
        return table.Shape != TableShape.OneOf && count > people - threshold ? new(people - threshold + 1, people) : CellRange.Exactly(count);
    }

    /// <summary>What people must choose at least is met by the cells that are told, so it says nothing of the others.</summary>
    private static ImmutableArray<CellRange> AsManyAsApply(AnswerTable table, CellRange[] ranges, long people) => ranges.Sum(range => range.Least) >= table.Least * people ? [.. ranges] : [];

    private static ImmutableArray<CellRange> WithASum(AnswerTable table, CellRange[] ranges, IReadOnlyList<long> counts, long people, int threshold)
    {
        var told = Enumerable.Range(0, ranges.Length).Where(cell => ranges[cell].IsExact).OrderByDescending(cell => counts[cell]).ToList();
        if (told.Count == 0) return [];
        var largest = told[0];
        var next = told.Count > 1 ? counts[told[1]] : 0;
        var others = ranges.Where((_, cell) => cell != largest).Aggregate(new CellRange(0, 0), (sum, range) => sum + range);
        var sum = table.Most * people;
        var room = new CellRange(sum - others.Most, sum - others.Least);
        if (room.Least < Math.Max(next + Lead, threshold)) return [];
        if (table.Shape == TableShape.SomeOf && room.Most > people - threshold) return [];
        ranges[largest] = room;
        return [.. ranges];
    }
}

namespace Repository.Core.Content.Differences;

/// <summary>Lays two sequences side by side with as few additions and removals as possible (Myers 1986). Pure.</summary>
internal static class Alignment
{
    /// <summary>Sequences that differ in more places have nothing to do with each other, as far as a reader can tell: all of one goes, all of the other comes.</summary>
    private const int MostDifferences = 1000;

    /// <summary>The steps from one sequence to the other, in order: both places where an element stays, one where it is only on one side. What goes is told before what comes.</summary>
    public static List<(int? Before, int? After)> Of<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, IEqualityComparer<T>? comparer = null)
    {
        comparer ??= EqualityComparer<T>.Default;
        var steps = new List<(int?, int?)>(Math.Max(before.Count, after.Count));
        var start = 0;
        while (start < before.Count && start < after.Count && comparer.Equals(before[start], after[start])) steps.Add((start, start++));
        var end = 0;
        while (end < before.Count - start && end < after.Count - start && comparer.Equals(before[^(end + 1)], after[^(end + 1)])) end++;

        Middle(before, after, start, end, comparer, steps);
        for (var left = end; left > 0; left--) steps.Add((before.Count - left, after.Count - left));
        return steps;
    }

    private static void Middle<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, int start, int end, IEqualityComparer<T> comparer, List<(int?, int?)> steps)
    {
        var (rows, columns) = (before.Count - start - end, after.Count - start - end);
        var kept = rows == 0 || columns == 0 ? [] : Kept(rows, columns, (row, column) => comparer.Equals(before[start + row], after[start + column]));
        var (from, to) = (0, 0);
        foreach (var (row, column) in kept.Append((rows, columns)))
        {
            for (; from < row; from++) steps.Add((start + from, null));
            for (; to < column; to++) steps.Add((null, start + to));
            if (row == rows && column == columns) return;
            steps.Add((start + from++, start + to++));
        }
    }

    /// <summary>The pairs that stay, in order. Walks the edit graph breadth first, one frontier for each number of differences, and back along the way it came.</summary>
    private static List<(int Row, int Column)> Kept(int rows, int columns, Func<int, int, bool> same)
    {
        var most = Math.Min(rows + columns, MostDifferences);
        var frontiers = new List<int[]>();
        var frontier = new int[(2 * most) + 3];
        for (var distance = 0; distance <= most; distance++)
        {
            frontiers.Add(frontier[(most + 1 - distance - 1)..(most + 1 + distance + 2)]);
            for (var diagonal = -distance; diagonal <= distance; diagonal += 2)
            {
                var at = most + 1 + diagonal;
                var row = diagonal == -distance || (diagonal != distance && frontier[at - 1] < frontier[at + 1]) ? frontier[at + 1] : frontier[at - 1] + 1;
                while (row < rows && row - diagonal < columns && row - diagonal >= 0 && same(row, row - diagonal)) row++;
                frontier[at] = row;
                if (row >= rows && row - diagonal >= columns) return Back(rows, columns, frontiers, distance);
            }
        }

        return [];
    }

    private static List<(int Row, int Column)> Back(int rows, int columns, List<int[]> frontiers, int distance)
    {
        var kept = new List<(int, int)>();
        var (row, column) = (rows, columns);
        for (; distance > 0; distance--)
        {
            var frontier = frontiers[distance];
            var diagonal = row - column;
            var centre = distance + 1;
            var isDown = diagonal == -distance || (diagonal != distance && frontier[centre + diagonal - 1] < frontier[centre + diagonal + 1]);
            var cameFrom = isDown ? diagonal + 1 : diagonal - 1;
            var cameRow = frontier[centre + cameFrom];
            var beginning = isDown ? cameRow : cameRow + 1;
            while (row > beginning) kept.Add((--row, --column));
            (row, column) = (cameRow, cameRow - cameFrom);
        }

        while (row > 0 && column > 0) kept.Add((--row, --column));
        kept.Reverse();
        return kept;
    }
}

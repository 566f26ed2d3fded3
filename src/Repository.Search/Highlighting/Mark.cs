namespace Repository.Search.Highlighting;

/// <summary>A token to be marked, by its offsets in the original text, and the term it stands for.</summary>
internal readonly record struct Mark(int Start, int End, string Term)
{
    /// <summary>All marks in their order. Fields that cut a text differently may overlap: what overlaps becomes one mark.</summary>
    public static List<Mark> Merge(List<Mark> marks)
    {
        if (marks.Count < 2) return marks;
        var merged = new List<Mark>(marks.Count);
        foreach (var mark in marks.OrderBy(mark => mark.Start))
        {
            if (merged is [.., var last] && mark.Start < last.End) merged[^1] = last with { End = Math.Max(last.End, mark.End) };
            else merged.Add(mark);
        }

        return merged;
    }
}

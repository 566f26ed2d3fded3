using System.Globalization;

namespace Repository.Search.Highlighting;

/// <summary>
/// Chooses the part of a long text to show: where most different terms are marked, then where most marks are, then the first. What room is left is shared between
/// before and behind, and the cuts are moved to white space.
/// </summary>
internal static class FragmentWindow
{
    public static (int Start, int End) Choose(string text, IReadOnlyList<Mark> marks, int length)
    {
        var (from, to) = Richest(marks, length);
        var room = length - (to - from);
        if (room <= 0) return (from, to);
        var start = Math.Max(0, Math.Min(from - (room / 2), text.Length - length));
        if (start > 0 && marks.Count > 0) start = FirstBreak(text, start, from);
        var end = Math.Min(text.Length, start + length);
        if (end < text.Length) end = LastBreak(text, end, to);
        while (start < from && char.IsWhiteSpace(text[start])) start++;
        while (end > to && char.IsWhiteSpace(text[end - 1])) end--;
        return Whole(marks, start, end);
    }

    private static (int From, int To) Richest(IReadOnlyList<Mark> marks, int length)
    {
        var best = (Terms: 0, Marks: 0);
        var (from, to) = (0, 0);
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int first = 0, end = 0; first < marks.Count; first++)
        {
            for (; end < marks.Count && (end == first || marks[end].End - marks[first].Start <= length); end++)
            {
                terms[marks[end].Term] = terms.GetValueOrDefault(marks[end].Term) + 1;
            }

            if ((terms.Count, end - first).CompareTo(best) > 0)
            {
                best = (terms.Count, end - first);
                (from, to) = (marks[first].Start, marks[end - 1].End);
            }

            if (--terms[marks[first].Term] == 0) terms.Remove(marks[first].Term);
        }

        return (from, to);
    }

    /// <summary>Behind the first white space, or at the latest place there is.</summary>
    private static int FirstBreak(string text, int start, int latest)
    {
        for (var at = start; at < latest; at++)
        {
            if (char.IsWhiteSpace(text[at - 1])) return at;
        }

        return latest;
    }

    /// <summary>At the last white space, or at the earliest place there is; where nothing has to be shown, anywhere that leaves characters whole.</summary>
    private static int LastBreak(string text, int end, int earliest)
    {
        for (var at = end; at > earliest; at--)
        {
            if (char.IsWhiteSpace(text[at])) return at;
        }

        if (earliest > 0) return earliest;
        while (end > 1 && (char.IsLowSurrogate(text[end]) || CharUnicodeInfo.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark)) end--;
        return end;
    }

    /// <summary>Some characters are white space and part of words: a word that would be cut is left out.</summary>
    private static (int Start, int End) Whole(IReadOnlyList<Mark> marks, int start, int end)
    {
        foreach (var mark in marks)
        {
            if (mark.Start < start && mark.End > start) start = mark.End;
            if (mark.Start < end && mark.End > end) end = mark.Start;
        }

        return (start, end);
    }
}

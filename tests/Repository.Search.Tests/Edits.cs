namespace Repository.Search.Tests;

/// <summary>The distance of two words by the whole table: insert, drop, replace, swap neighbours, no place edited twice.</summary>
internal static class Edits
{
    public static int Between(string one, string other)
    {
        var (a, b) = (one.EnumerateRunes().ToList(), other.EnumerateRunes().ToList());
        var table = new int[a.Count + 1, b.Count + 1];
        for (var i = 0; i <= a.Count; i++)
        {
            for (var j = 0; j <= b.Count; j++)
            {
                table[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)),
                };
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[a.Count, b.Count];
    }
}

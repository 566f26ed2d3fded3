namespace Repository.Search.Queries.Scoring;

/// <summary>Counts the places where all terms of a phrase stand exactly as it has them. As soon as no place is left, the other terms are not even read.</summary>
internal sealed class ExactPhrase(PhraseTerm[] terms)
{
    private int[] _places = new int[16];

    public int Count()
    {
        terms[0].Read();
        var first = terms[0].Positions;
        if (first.Length > _places.Length) _places = new int[first.Length * 2];
        first.CopyTo(_places);
        var count = first.Length;
        for (var i = 1; i < terms.Length && count > 0; i++)
        {
            terms[i].Read();
            count = Intersect(_places.AsSpan(0, count), terms[i].Positions);
        }

        return count;
    }

    /// <summary>Moves the places that are among the positions to the front; says how many they are.</summary>
    private static int Intersect(Span<int> places, ReadOnlySpan<int> positions)
    {
        var (count, next) = (0, 0);
        foreach (var place in places)
        {
            while (next < positions.Length && positions[next] < place) next++;
            if (next == positions.Length) break;
            if (positions[next] == place) places[count++] = place;
        }

        return count;
    }
}

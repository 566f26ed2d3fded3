namespace Repository.Search.Queries.Scoring;

/// <summary>Counts the places where all terms of a phrase stand exactly as it has them.</summary>
internal static class ExactPhrase
{
    public static int Count(ReadOnlySpan<PhraseTerm> terms)
    {
        var count = 0;
        foreach (var position in terms[0].Positions)
        {
            var all = true;
            for (var i = 1; i < terms.Length && all; i++)
            {
                if (!terms[i].MoveTo(position)) return count;
                all = terms[i].Position == position;
            }

            if (all) count++;
        }

        return count;
    }
}

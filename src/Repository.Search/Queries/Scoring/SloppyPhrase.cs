namespace Repository.Search.Queries.Scoring;

/// <summary>
/// Sums up how near the terms of a phrase come to the places it gives them, as Lucene's SloppyPhraseMatcher does: each narrowest window of width up to the slop
/// counts 1 / (1 + width). Windows are found by always moving the term that is furthest behind.
/// </summary>
internal static class SloppyPhrase
{
    public static float Frequency(ReadOnlySpan<PhraseTerm> terms, int slop)
    {
        var waiting = new PriorityQueue<PhraseTerm, (int Position, int Offset)>(terms.Length);
        var end = int.MinValue;
        foreach (var term in terms)
        {
            waiting.Enqueue(term, (term.Position, term.Offset));
            end = Math.Max(end, term.Position);
        }

        var frequency = 0f;
        var last = waiting.Dequeue();
        var width = end - last.Position;
        var next = waiting.Peek().Position;
        while (last.Move())
        {
            end = Math.Max(end, last.Position);
            if (last.Position > next)
            {
                if (width <= slop) frequency += 1f / (1 + width);
                waiting.Enqueue(last, (last.Position, last.Offset));
                last = waiting.Dequeue();
                next = waiting.Peek().Position;
                width = end - last.Position;
            }
            else
            {
                width = Math.Min(width, end - last.Position);
            }
        }

        return width <= slop ? frequency + (1f / (1 + width)) : frequency;
    }
}

namespace Repository.Search.Queries.Scoring;

/// <summary>
/// Sums up how near the terms of a phrase come to the places it gives them, as Lucene's SloppyPhraseMatcher does: each narrowest window of width up to the slop
/// counts 1 / (1 + width). Windows are found by always moving the term that is furthest behind.
/// </summary>
internal sealed class SloppyPhrase(PhraseTerm[] terms, int slop)
{
    /// <summary>The terms in the order of their positions, from a place on: those before it have been taken.</summary>
    private readonly PhraseTerm[] _waiting = [.. terms];

    public float Frequency()
    {
        foreach (var term in terms) term.Read();
        _waiting.AsSpan().Sort(ByPosition);
        var end = _waiting[^1].Position;
        var frequency = 0f;
        var last = _waiting[0];
        var width = end - last.Position;
        while (last.Move())
        {
            end = Math.Max(end, last.Position);
            if (last.Position > _waiting[1].Position)
            {
                if (width <= slop) frequency += 1f / (1 + width);
                PutBack(last);
                last = _waiting[0];
                width = end - last.Position;
            }
            else
            {
                width = Math.Min(width, end - last.Position);
            }
        }

        return width <= slop ? frequency + (1f / (1 + width)) : frequency;
    }

    /// <summary>Puts the first term, which has moved, where it now belongs.</summary>
    private void PutBack(PhraseTerm term)
    {
        var place = 1;
        for (; place < _waiting.Length && ByPosition(_waiting[place], term) < 0; place++) _waiting[place - 1] = _waiting[place];
        _waiting[place - 1] = term;
    }

    private static int ByPosition(PhraseTerm one, PhraseTerm other)
    {
        var byPosition = one.Position.CompareTo(other.Position);
        return byPosition != 0 ? byPosition : one.Offset.CompareTo(other.Offset);
    }
}

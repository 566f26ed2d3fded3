using System.Collections.Immutable;

namespace Repository.Core.Content.Differences;

/// <summary>Compares texts line by line, and lines that took each other's place word by word. Pure.</summary>
internal static class TextDifference
{
    private static readonly IEqualityComparer<ImmutableArray<TextPiece>> SameLine = EqualityComparer<ImmutableArray<TextPiece>>.Create(
        (one, other) => one.AsSpan().SequenceEqual(other.AsSpan()),
        line => line.Length == 0 ? 0 : HashCode.Combine(line.Length, line[0].Text, line[^1].Text));

    public static ImmutableArray<TextLine> Of(List<ImmutableArray<TextPiece>> before, List<ImmutableArray<TextPiece>> after)
    {
        var lines = ImmutableArray.CreateBuilder<TextLine>();
        var (gone, come) = (new List<ImmutableArray<TextPiece>>(), new List<ImmutableArray<TextPiece>>());
        foreach (var (old, now) in Alignment.Of(before, after, SameLine))
        {
            if (old is not null && now is not null)
            {
                Settle();
                lines.Add(Whole(DifferenceKind.Same, after[now.Value]));
            }
            else if (old is { } place) gone.Add(before[place]);
            else come.Add(after[now!.Value]);
        }

        Settle();
        return lines.ToImmutable();

        void Settle()
        {
            Pair(gone, come, lines);
            gone.Clear();
            come.Clear();
        }
    }

    /// <summary>Lines that went where others came: the first with the first, as long as they have something in common.</summary>
    private static void Pair(List<ImmutableArray<TextPiece>> gone, List<ImmutableArray<TextPiece>> come, ImmutableArray<TextLine>.Builder lines)
    {
        for (var at = 0; at < Math.Max(gone.Count, come.Count); at++)
        {
            if (at >= gone.Count) lines.Add(Whole(DifferenceKind.Added, come[at]));
            else if (at >= come.Count) lines.Add(Whole(DifferenceKind.Removed, gone[at]));
            else lines.AddRange(Words(gone[at], come[at]));
        }
    }

    private static IEnumerable<TextLine> Words(ImmutableArray<TextPiece> before, ImmutableArray<TextPiece> after)
    {
        var steps = Alignment.Of(before, after);
        var kept = steps.Where(step => step is { Before: not null, After: not null }).Sum(step => Weight(after[step.After!.Value]));
        if (3 * kept < Math.Min(before.Sum(Weight), after.Sum(Weight))) return [Whole(DifferenceKind.Removed, before), Whole(DifferenceKind.Added, after)];
        return [new TextLine(DifferenceKind.Changed, Runs(steps.Select(step => step switch
        {
            { Before: not null, After: { } now } => (DifferenceKind.Same, after[now]),
            { After: { } now } => (DifferenceKind.Added, after[now]),
            _ => (DifferenceKind.Removed, before[step.Before!.Value]),
        })))];
    }

    private static int Weight(TextPiece piece) => string.IsNullOrWhiteSpace(piece.Text) ? 0 : piece.Text.Length;

    private static TextLine Whole(DifferenceKind kind, ImmutableArray<TextPiece> line) => new(kind, Runs(line.Select(piece => (kind, piece))));

    private static ImmutableArray<TextRun> Runs(IEnumerable<(DifferenceKind Kind, TextPiece Piece)> pieces)
    {
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        foreach (var same in pieces.ChunkBy(piece => (piece.Kind, piece.Piece.Marks, piece.Piece.Target)))
        {
            runs.Add(new TextRun(same[0].Kind, string.Concat(same.Select(piece => piece.Piece.Text)), same[0].Piece.Marks, same[0].Piece.Target));
        }

        return runs.ToImmutable();
    }

    private static IEnumerable<List<T>> ChunkBy<T, TKey>(this IEnumerable<T> source, Func<T, TKey> key)
    {
        var chunk = new List<T>();
        foreach (var element in source)
        {
            if (chunk.Count > 0 && !EqualityComparer<TKey>.Default.Equals(key(chunk[0]), key(element)))
            {
                yield return chunk;
                chunk = [];
            }

            chunk.Add(element);
        }

        if (chunk.Count > 0) yield return chunk;
    }
}

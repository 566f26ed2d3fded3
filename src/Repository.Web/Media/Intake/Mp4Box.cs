using System.Text;

namespace Repository.Web.Media.Intake;

/// <summary>One box of an MP4 file: what it is, where it begins, where its content begins, where it ends, and in what it stands.</summary>
internal sealed record Mp4Box(string Type, long Start, long Body, long End, Mp4Box? Around)
{
    private const int MostBoxes = 100_000;
    private const int Deepest = 8;

    /// <summary>Boxes that hold boxes.</summary>
    private static readonly HashSet<string> Nests = ["moov", "trak", "mdia", "minf", "stbl", "mvex", "udta", "meta", "ilst"];

    /// <summary>What is said of a film, not what it is made of: many programs write here what is no box.</summary>
    private bool IsTalk => Type is "udta" or "meta" or "ilst" || Around is { IsTalk: true };

    public bool IsIn(string type) => Around is { } around && (around.Type == type || around.IsIn(type));

    /// <summary>The track it stands in.</summary>
    public Mp4Box? Track => Type == "trak" ? this : Around?.Track;

    /// <summary>All boxes, each before those in it. What ends too early, or does not end, makes this throw <see cref="EndOfStreamException"/>.</summary>
    public static IEnumerable<Mp4Box> All(Stream file)
    {
        var left = MostBoxes;
        foreach (var box in In(file, null, 0, file.Length, 0))
        {
            if (--left < 0) throw new EndOfStreamException();
            yield return box;
        }
    }

    private static IEnumerable<Mp4Box> In(Stream file, Mp4Box? around, long start, long end, int depth)
    {
        while (start < end)
        {
            if (Read(file, around, start, end) is not { } box) yield break;
            yield return box;
            if (depth < Deepest && Nests.Contains(box.Type))
            {
                foreach (var inner in In(file, box, box.Body + Prefix(file, box), box.End, depth + 1)) yield return inner;
            }

            start = box.End;
        }
    }

    /// <summary>Null where no box stands any more: behind what is said of a film four zeros may, or anything.</summary>
    private static Mp4Box? Read(Stream file, Mp4Box? around, long start, long end)
    {
        var isTalk = around is { IsTalk: true };
        if (end - start < 8) return isTalk ? null : throw new EndOfStreamException();
        file.Position = start;
        long size = file.UInt32();
        var type = Encoding.Latin1.GetString(file.Bytes(4));
        if (size == 1) size = (long)Math.Min(file.UInt64(), long.MaxValue);
        var next = size == 0 ? end : start + size;
        if (next >= file.Position && next <= end) return new Mp4Box(type, start, file.Position, next, around);
        return isTalk ? null : throw new EndOfStreamException();
    }

    /// <summary>In MP4 a version stands in front of what <c>meta</c> holds; in QuickTime none does.</summary>
    private static int Prefix(Stream file, Mp4Box box)
    {
        if (box.Type != "meta" || box.End - box.Body < 12) return 0;
        file.Position = box.Body + 4;
        return file.Bytes(4).AsSpan().SequenceEqual("hdlr"u8) ? 0 : 4;
    }
}

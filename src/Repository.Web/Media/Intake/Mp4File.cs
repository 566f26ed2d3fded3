namespace Repository.Web.Media.Intake;

/// <summary>MP4 and M4A: a tree of boxes. Whether there is a picture in it decides which of the two it is. What tells a place is freed, and no byte moves.</summary>
internal sealed class Mp4File : IFileFamily
{
    /// <summary>Pictures and QuickTime films come in the same boxes.</summary>
    private static readonly HashSet<string> Others = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis", "crx ", "qt  "];

    public bool Begins(ReadOnlySpan<byte> head, string extension) => head.Begins("ftyp"u8, at: 4) && head.Length >= 12 && !Others.Contains(System.Text.Encoding.Latin1.GetString(head.Slice(8, 4)));

    public FileFinding Read(Stream file, Func<Stream> copy, string extension)
    {
        var (measures, place) = (new Mp4Measures(file), new Mp4Place(file));
        foreach (var box in Mp4Box.All(file))
        {
            measures.Look(box);
            place.Look(box);
        }

        if (!measures.HasPicture && !measures.HasSound) return FileFinding.Damaged;
        var isCopied = place.Freed.Count > 0 || place.Changes.Count > 0;
        if (isCopied) Clean(file, copy(), place);
        return measures.HasPicture
            ? new FileFinding.Fit(FileKind.Mp4, measures.Size) { IsCopied = isCopied, Duration = measures.Duration }
            : new FileFinding.Fit(FileKind.M4a) { IsCopied = isCopied, Duration = measures.Duration };
    }

    private static void Clean(Stream file, Stream clean, Mp4Place place)
    {
        file.Position = 0;
        file.CopyExactly(clean, file.Length);
        foreach (var (at, length) in place.Recorded()) Blank(clean, at, length);
        foreach (var box in place.Freed)
        {
            clean.Position = box.Start + 4;
            clean.Write("free"u8);
            Blank(clean, box.Body, box.End - box.Body);
        }

        foreach (var (at, bytes) in place.Changes)
        {
            clean.Position = at;
            clean.Write(bytes);
        }

        clean.Position = clean.Length;
    }

    private static void Blank(Stream clean, long at, long length)
    {
        var zeros = new byte[(int)Math.Min(length, 64 * 1024)];
        clean.Position = at;
        for (var left = length; left > 0; left -= Math.Min(left, zeros.Length)) clean.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
    }
}

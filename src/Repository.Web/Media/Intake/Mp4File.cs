namespace Repository.Web.Media.Intake;

/// <summary>MP4 and M4A: a tree of boxes. Whether there is a picture in it decides which of the two it is.</summary>
internal sealed class Mp4File : IFileFamily
{
    private const int MostBoxes = 100_000;

    /// <summary>Pictures and QuickTime films come in the same boxes.</summary>
    private static readonly HashSet<string> Others = ["heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif", "avis", "crx ", "qt  "];

    private static readonly HashSet<string> Nests = ["moov", "trak", "mdia"];

    public bool Begins(ReadOnlySpan<byte> head, string extension) => head.Begins("ftyp"u8, at: 4) && head.Length >= 12 && !Others.Contains(System.Text.Encoding.Latin1.GetString(head.Slice(8, 4)));

    public FileFinding Read(Stream file, Func<Stream> copy, string extension)
    {
        var tracks = new HashSet<string>(StringComparer.Ordinal);
        var left = MostBoxes;
        Walk(file, file.Length, tracks, ref left, depth: 0);
        if (left <= 0) return FileFinding.Damaged;
        if (tracks.Contains("vide")) return new FileFinding.Fit(FileKind.Mp4);
        return tracks.Contains("soun") ? new FileFinding.Fit(FileKind.M4a) : FileFinding.Damaged;
    }

    private static void Walk(Stream file, long end, HashSet<string> tracks, ref int left, int depth)
    {
        while (file.Position < end && --left > 0)
        {
            var start = file.Position;
            long size = file.UInt32();
            var type = System.Text.Encoding.Latin1.GetString(file.Bytes(4));
            if (size == 1) size = (long)Math.Min(file.UInt64(), long.MaxValue);
            var next = size == 0 ? end : start + size;
            if (next < file.Position || next > end) throw new EndOfStreamException();
            if (Nests.Contains(type) && depth < 4) Walk(file, next, tracks, ref left, depth + 1);
            else if (type == "hdlr" && next - file.Position >= 12) tracks.Add(System.Text.Encoding.Latin1.GetString(file.Bytes(12).AsSpan(8)));
            file.Position = next;
        }
    }
}

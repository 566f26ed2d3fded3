namespace Repository.Web.Media.Intake;

/// <summary>Ogg with sound in it, page by page to its end.</summary>
internal sealed class OggFile : IFileFamily
{
    private const int PageHead = 27;

    public bool Begins(ReadOnlySpan<byte> head, string extension) => head.Begins("OggS"u8);

    public FileFinding Read(Stream file, Func<Stream> copy, string extension)
    {
        var isSound = false;
        while (file.Position < file.Length)
        {
            var isFirst = file.Position == 0;
            var head = file.Bytes(PageHead);
            if (!head.AsSpan().StartsWith("OggS"u8) || head[4] != 0) return FileFinding.Damaged;
            var length = file.Bytes(head[26]).Sum(segment => segment);
            if (isFirst)
            {
                isSound = IsSound(file.Bytes(Math.Min(length, 8)));
                length -= Math.Min(length, 8);
                if (!isSound) return FileFinding.Unsupported;
            }

            file.Skip(length);
        }

        return new FileFinding.Fit(FileKind.Ogg);
    }

    private static bool IsSound(ReadOnlySpan<byte> packet) =>
        packet.StartsWith("\u0001vorbis"u8) || packet.StartsWith("OpusHead"u8) || packet.StartsWith("\u007FFLAC"u8) || packet.StartsWith("Speex   "u8);
}

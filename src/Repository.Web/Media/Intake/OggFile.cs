using System.Buffers.Binary;

namespace Repository.Web.Media.Intake;

/// <summary>Ogg with sound in it, page by page to its end. The first stream's last page tells how long it is.</summary>
internal sealed class OggFile : IFileFamily
{
    private const int PageHead = 27;
    private const int LongestOpening = 64;

    public bool Begins(ReadOnlySpan<byte> head, string extension) => head.Begins("OggS"u8);

    public FileFinding Read(Stream file, Func<Stream> copy, string extension)
    {
        OggSound? sound = null;
        var (stream, last) = (0u, 0L);
        while (file.Position < file.Length)
        {
            var isFirst = file.Position == 0;
            var head = file.Bytes(PageHead);
            if (!head.AsSpan().StartsWith("OggS"u8) || head[4] != 0) return FileFinding.Damaged;
            var length = file.Bytes(head[26]).Sum(segment => segment);
            var number = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(14));
            if (isFirst)
            {
                var opening = file.Bytes(Math.Min(length, LongestOpening));
                length -= opening.Length;
                stream = number;
                if ((sound = OggSound.Read(opening)) is null) return FileFinding.Unsupported;
            }

            // A page on which no packet ends tells nothing.
            if (number == stream && BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(6)) is > 0 and var samples) last = Math.Max(last, samples);
            file.Skip(length);
        }

        return new FileFinding.Fit(FileKind.Ogg) { Duration = sound?.Duration(last) };
    }

    /// <summary>How many samples a second has, and how many in front are not heard.</summary>
    private sealed record OggSound(uint Hertz, int Unheard)
    {
        public TimeSpan? Duration(long samples) => Hertz == 0 ? null : FileFinding.Seconds((double)(samples - Unheard) / Hertz);

        /// <summary>By the first packet; null for what is no sound.</summary>
        public static OggSound? Read(ReadOnlySpan<byte> opening)
        {
            if (opening.StartsWith("\u0001vorbis"u8)) return new OggSound(UInt32(opening, 12), 0);
            if (opening.StartsWith("OpusHead"u8)) return new OggSound(48_000, opening.Length >= 12 ? BinaryPrimitives.ReadUInt16LittleEndian(opening[10..]) : 0);
            if (opening.StartsWith("Speex   "u8)) return new OggSound(UInt32(opening, 36), 0);
            // Its own header stands behind nine bytes of Ogg's and eight of its own; twenty bits of it are the frequency.
            return opening.StartsWith("\u007FFLAC"u8) ? new OggSound(opening.Length >= 30 ? BinaryPrimitives.ReadUInt32BigEndian(opening[26..]) >> 12 : 0, 0) : null;
        }

        private static uint UInt32(ReadOnlySpan<byte> bytes, int at) => bytes.Length >= at + 4 ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) : 0;
    }
}

namespace Repository.Web.Media.Intake;

/// <summary>
/// MP3: frames of MPEG audio, layer III, perhaps behind an ID3 tag. Two frames in a row are taken for sound; one could be anything. How long it is stands
/// in the first frame, where a program wrote it; otherwise all frames are taken to be as long as that one.
/// </summary>
internal sealed class Mp3File : IFileFamily
{
    private const int FramesAsked = 2;
    private const int TagLength = 128;

    private static readonly int[] RatesOfOne = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] RatesOfTwo = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] Frequencies = [44_100, 48_000, 32_000];

    public bool Begins(ReadOnlySpan<byte> head, string extension) => head.Begins("ID3"u8) || (head.Length >= 4 && FrameLength(head) > 0);

    public FileFinding Read(Stream file, Func<Stream> copy, string extension)
    {
        if (file.Bytes(3).AsSpan().SequenceEqual("ID3"u8))
        {
            file.Skip(3);
            var size = file.Bytes(4);
            if (size.Any(part => part > 0x7F)) return FileFinding.Damaged;
            file.Skip((size[0] << 21) | (size[1] << 14) | (size[2] << 7) | size[3]);
            SkipPadding(file);
        }
        else
        {
            file.Position = 0;
        }

        var first = file.Position;
        for (var frame = 0; frame < FramesAsked; frame++)
        {
            var length = FrameLength(file.Bytes(4));
            if (length < 4) return frame == 0 ? FileFinding.Unsupported : FileFinding.Damaged;
            file.Skip(length - 4);
        }

        return new FileFinding.Fit(FileKind.Mp3) { Duration = Duration(file, first) };
    }

    private static TimeSpan? Duration(Stream file, long first)
    {
        file.Position = first;
        var head = file.Bytes(4);
        var frame = file.Bytes(FrameLength(head) - head.Length);
        var (samples, hertz) = (Version(head) == 3 ? 1152 : 576, Hertz(head));
        if (Frames(head, frame) is { } frames) return FileFinding.Seconds((double)frames * samples / hertz);
        var sound = file.Length - first - (EndsWithTag(file) ? TagLength : 0);
        return FileFinding.Seconds(sound / (double)FrameLength(head) * samples / hertz);
    }

    /// <summary>How many frames follow, as Xing's (LAME's "Info") or Fraunhofer's header tells.</summary>
    private static uint? Frames(ReadOnlySpan<byte> head, ReadOnlySpan<byte> frame)
    {
        var isOneChannel = head[3] >> 6 == 3;
        var xing = (Version(head) == 3, isOneChannel) switch { (true, true) => 17, (true, false) => 32, (false, true) => 9, _ => 17 };
        if (frame.Length >= xing + 12 && (frame[xing..].StartsWith("Xing"u8) || frame[xing..].StartsWith("Info"u8)) && (frame[xing + 7] & 1) == 1) return Number(frame[(xing + 8)..]);
        const int Vbri = 32;
        return frame.Length >= Vbri + 18 && frame[Vbri..].StartsWith("VBRI"u8) ? Number(frame[(Vbri + 14)..]) : null;

        static uint? Number(ReadOnlySpan<byte> at) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(at) is > 0 and var number ? number : null;
    }

    private static bool EndsWithTag(Stream file)
    {
        if (file.Length < TagLength) return false;
        file.Position = file.Length - TagLength;
        return file.Bytes(3).AsSpan().SequenceEqual("TAG"u8);
    }

    private static void SkipPadding(Stream file)
    {
        while (file.Byte() == 0)
        {
        }

        file.Seek(-1, SeekOrigin.Current);
    }

    /// <summary>0 for what is no frame header of layer III.</summary>
    private static int FrameLength(ReadOnlySpan<byte> head)
    {
        if (head[0] != 0xFF || (head[1] & 0xE0) != 0xE0) return 0;
        var (version, layer, rate, frequency) = (Version(head), (head[1] >> 1) & 3, head[2] >> 4, (head[2] >> 2) & 3);
        if (version == 1 || layer != 1 || rate is 0 or 15 || frequency == 3) return 0;
        var isOne = version == 3;
        var padding = (head[2] >> 1) & 1;
        return ((isOne ? 144_000 : 72_000) * (isOne ? RatesOfOne : RatesOfTwo)[rate] / Hertz(head)) + padding;
    }

    /// <summary>3 for MPEG 1, 2 for MPEG 2, 0 for the later version 2.5.</summary>
    private static int Version(ReadOnlySpan<byte> head) => (head[1] >> 3) & 3;

    private static int Hertz(ReadOnlySpan<byte> head) => Frequencies[(head[2] >> 2) & 3] / (Version(head) switch { 3 => 1, 2 => 2, _ => 4 });
}

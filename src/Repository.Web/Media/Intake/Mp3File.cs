namespace Repository.Web.Media.Intake;

/// <summary>MP3: frames of MPEG audio, layer III, perhaps behind an ID3 tag. Two frames in a row are taken for sound; one could be anything.</summary>
internal sealed class Mp3File : IFileFamily
{
    private const int FramesAsked = 2;

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

        for (var frame = 0; frame < FramesAsked; frame++)
        {
            var length = FrameLength(file.Bytes(4));
            if (length < 4) return frame == 0 ? FileFinding.Unsupported : FileFinding.Damaged;
            file.Skip(length - 4);
        }

        return new FileFinding.Fit(FileKind.Mp3);
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
        var (version, layer, rate, frequency) = ((head[1] >> 3) & 3, (head[1] >> 1) & 3, head[2] >> 4, (head[2] >> 2) & 3);
        if (version == 1 || layer != 1 || rate is 0 or 15 || frequency == 3) return 0;
        var isOne = version == 3;
        var hertz = Frequencies[frequency] / (version switch { 3 => 1, 2 => 2, _ => 4 });
        var padding = (head[2] >> 1) & 1;
        return ((isOne ? 144_000 : 72_000) * (isOne ? RatesOfOne : RatesOfTwo)[rate] / hertz) + padding;
    }
}

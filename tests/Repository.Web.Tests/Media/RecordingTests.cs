using System.Text;
using Repository.Testing;
using Repository.Web.Media;

namespace Repository.Web.Tests.Media;

/// <summary>How long a recording is and how large its picture, from its headers alone; and no word of where it was made.</summary>
public sealed class RecordingTests : IDisposable
{
    private static readonly byte[] Iso6709 = [0, 14, 0x15, 0xC7, .. "+17.06-096.72/"u8];

    private readonly AnIntake _intake = new();

    public void Dispose() => _intake.Dispose();

    [Theory]
    [InlineData("voz.mp3", 0.34, 0, 0)]
    [InlineData("voz.ogg", 0.3, 0, 0)]
    [InlineData("voz.opus", 0.3, 0, 0)]
    [InlineData("voz.m4a", 0.3, 0, 0)]
    [InlineData("video.mp4", 0.3, 32, 24)]
    [InlineData("video.webm", 0.3, 32, 24)]
    public async Task a_recording_tells_its_length_and_its_size(string file, double seconds, int width, int height)
    {
        var (taken, _) = await _intake.TakenAsync(RealFiles.Bytes(file), file);

        Assert.InRange(taken.Duration!.Value.TotalSeconds, seconds - 0.06, seconds + 0.06);
        Assert.Equal((width, height), (taken.Size?.Width ?? 0, taken.Size?.Height ?? 0));
    }

    [Fact]
    public async Task the_length_of_an_mp3_stands_in_its_first_frame_or_follows_from_its_bytes()
    {
        var frame = Frame(channels: 0);
        var plain = Enumerable.Repeat(frame, 100).SelectMany(bytes => bytes).ToArray();
        var told = With(frame, 4 + 32, [.. "Xing"u8, 0, 0, 0, 1, 0, 0, 0x27, 0x10]);
        var mono = With(Frame(channels: 3), 4 + 17, [.. "Info"u8, 0, 0, 0, 1, 0, 0, 0x27, 0x10]);
        var vbri = With(frame, 4 + 32, [.. "VBRI"u8, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x27, 0x10]);

        Assert.Equal(100 * 1152 / 44_100d, await SecondsAsync(plain), 2);
        Assert.Equal(100 * 1152 / 44_100d, await SecondsAsync([.. "ID3"u8, 4, 0, 0, 0, 0, 0, 10, .. new byte[10], .. plain, .. "TAG"u8, .. new byte[125]]), 2);
        Assert.Equal(10_000 * 1152 / 44_100d, await SecondsAsync([.. told, .. frame]), 2);
        Assert.Equal(10_000 * 1152 / 44_100d, await SecondsAsync([.. mono, .. frame]), 2);
        Assert.Equal(10_000 * 1152 / 44_100d, await SecondsAsync([.. vbri, .. frame]), 2);

        async Task<double> SecondsAsync(byte[] bytes) => (await _intake.TakenAsync(bytes, "a.mp3")).File.Duration!.Value.TotalSeconds;
    }

    [Fact]
    public async Task a_film_that_lies_on_its_side_is_as_large_as_it_is_shown()
    {
        Assert.SkipUnless(Tool.Exiftool.IsInstalled, Tool.Exiftool.WhyAbsent);
        using var folder = new TemporaryFolder();
        var turned = folder.CopyTo(RealFiles.Path("video.mp4"), "turned.mp4");
        Tool.Exiftool.Run("-q", "-overwrite_original", "-Rotation=90", turned);

        var (taken, _) = await _intake.TakenAsync(await File.ReadAllBytesAsync(turned, TestContext.Current.CancellationToken), "turned.mp4");

        Assert.Equal(new PixelSize(24, 32), taken.Size);
    }

    [Fact]
    public async Task what_a_recording_does_not_tell_is_not_made_up()
    {
        var webm = RealFiles.Bytes("video.webm");
        webm.AsSpan(webm.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x44, 0x89, 0x88]) + 3, 8).Clear();
        var mp4 = RealFiles.Bytes("video.mp4");
        mp4.AsSpan(mp4.AsSpan().IndexOf("mvhd"u8) + 16, 8).Clear();

        Assert.Null((await _intake.TakenAsync(webm, "a.webm")).File.Duration);
        Assert.Null((await _intake.TakenAsync(mp4, "a.mp4")).File.Duration);
    }

    public static TheoryData<string, byte[]> Places => new()
    {
        { "\u00A9xyz", Iso6709 },
        { "loci", [.. new byte[8], .. "Asamblea\0"u8, 0, .. "+17.06"u8] },
        { "uuid", [.. Convert.FromHexString("0102030405060708090A0B0C0D0E0F10"), .. Iso6709] },
        { "uuid", Iso6709[..8] },
        { "uuid", [.. Convert.FromHexString("BE7ACFCB97A942E89C71999491E3AFAC"), .. "<x:xmpmeta xmlns:x='adobe:ns:meta/' roto +17.06-096.72"u8] },
        { "meta", Keyed("com.apple.quicktime.location.ISO6709", Iso6709) },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task where_it_was_recorded_goes_and_no_other_byte_moves(string type, byte[] content)
    {
        var plain = RealFiles.Bytes("video.mp4");
        var told = MadeFiles.WithBox(plain, "udta", MadeFiles.WithBox([], type, content));

        var (taken, bytes) = await _intake.TakenAsync(told, "video.mp4");

        Assert.Equal(told.Length, bytes.Length);
        Assert.Equal(plain, bytes[..plain.Length]);
        Assert.DoesNotContain("17.06", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(taken.Hash, (await _intake.TakenAsync(bytes, "video.mp4")).File.Hash);
        if (Tool.Exiftool.IsInstalled) Assert.DoesNotContain("GPS", Tool.Exiftool.Run("-a", "-G1", "-s", _intake.Store.Find(taken.Hash)!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("video.mp4")]
    [InlineData("voz.m4a")]
    public async Task what_cameras_and_phones_write_goes_and_credit_stays(string file)
    {
        Assert.SkipUnless(Tool.Exiftool.IsInstalled, Tool.Exiftool.WhyAbsent);
        using var folder = new TemporaryFolder();
        var copy = folder.CopyTo(RealFiles.Path(file), file);
        Tool.Exiftool.Run(
            "-q", "-overwrite_original", "-UserData:GPSCoordinates=17.06, -96.72, 1550", "-Keys:GPSCoordinates=17.06, -96.72, 1550", "-XMP:GPSLatitude=17.06", "-XMP:GPSLongitude=-96.72", "-XMP-dc:Creator=Ana López",
            "-XMP-dc:Rights=CC BY 4.0", copy);
        Assert.Contains("GPS", Tool.Exiftool.Run("-a", "-G1", "-s", copy), StringComparison.Ordinal);

        var (taken, _) = await _intake.TakenAsync(await File.ReadAllBytesAsync(copy, TestContext.Current.CancellationToken), file);
        var said = Tool.Exiftool.Run("-a", "-G1", "-s", _intake.Store.Find(taken.Hash)!);

        Assert.All((string[])["GPS", "17 deg", "Warning", "Error"], gone => Assert.DoesNotContain(gone, said, StringComparison.Ordinal));
        Assert.All((string[])["Ana López", "CC BY 4.0"], kept => Assert.Contains(kept, said, StringComparison.Ordinal));
        Assert.InRange(taken.Duration!.Value.TotalSeconds, 0.24, 0.36);
    }

    [Fact]
    public async Task a_track_of_positions_is_no_track_any_more_and_its_positions_are_gone()
    {
        var film = RealFiles.Bytes("video.mp4");
        var at = film.Length + 8 + 4;
        byte[] tables =
        [
            .. MadeFiles.WithBox([], "stsd", [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 16, .. "gpmd"u8, .. new byte[8]]),
            .. MadeFiles.WithBox([], "stsz", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 8, 0, 0, 0, 6]),
            .. MadeFiles.WithBox([], "stsc", [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1]),
            .. MadeFiles.WithBox([], "stco", [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, (byte)(at >> 8), (byte)at]),
        ];
        var track = MadeFiles.WithBox([], "trak", MadeFiles.WithBox([], "mdia", MadeFiles.WithBox([], "minf", MadeFiles.WithBox([], "stbl", tables))));
        var told = MadeFiles.WithBox(MadeFiles.WithBox(film, "mdat", [1, 2, 3, 4, .. "+17.0612-96.72"u8, 5, 6, 7, 8]), "moov", track);

        var (taken, bytes) = await _intake.TakenAsync(told, "video.mp4");

        Assert.DoesNotContain("gpmd", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal([1, 2, 3, 4, .. new byte[14], 5, 6, 7, 8], bytes[(film.Length + 8)..(film.Length + 30)]);
        Assert.Equal(film, bytes[..film.Length]);
        Assert.Equal(told.Length, bytes.Length);
        Assert.Equal(taken.Hash, (await _intake.TakenAsync(bytes, "video.mp4")).File.Hash);
    }

    /// <summary>A box of Apple's: words with their numbers, and under each number what is said of it.</summary>
    private static byte[] Keyed(string key, byte[] value) =>
    [
        .. MadeFiles.WithBox([], "hdlr", [0, 0, 0, 0, 0, 0, 0, 0, .. "mdta"u8, .. new byte[13]]),
        .. MadeFiles.WithBox([], "keys", [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, (byte)(key.Length + 8), .. "mdta"u8, .. Encoding.ASCII.GetBytes(key)]),
        .. MadeFiles.WithBox([], "ilst", MadeFiles.WithBox([], "\0\0\0\u0001", MadeFiles.WithBox([], "data", [0, 0, 0, 1, 0, 0, 0, 0, .. value]))),
    ];

    /// <summary>A frame of MPEG 1 with 128 kbit and 44,100 samples a second.</summary>
    private static byte[] Frame(int channels) => [0xFF, 0xFB, 0x90, (byte)(channels << 6), .. new byte[413]];

    private static byte[] With(byte[] frame, int at, byte[] bytes)
    {
        var changed = (byte[])frame.Clone();
        bytes.CopyTo(changed, at);
        return changed;
    }
}

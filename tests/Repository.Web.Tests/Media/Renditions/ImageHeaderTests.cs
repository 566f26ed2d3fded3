using FsCheck;
using FsCheck.Fluent;
using Repository.Testing;
using Repository.Web.Media;
using Repository.Web.Media.Renditions;
using Repository.Web.Media.Renditions.Headers;

namespace Repository.Web.Tests.Media.Renditions;

public sealed class ImageHeaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("a.jpg", ImageFormat.Jpeg)]
    [InlineData("a.png", ImageFormat.Png)]
    [InlineData("a.gif", ImageFormat.Gif)]
    [InlineData("a.webp", ImageFormat.WebP)]
    [InlineData("a.webp[lossless]", ImageFormat.WebP)]
    internal void a_picture_tells_its_format_and_size_whatever_its_name(string name, ImageFormat format)
    {
        Assert.SkipUnless(Tool.Vips.IsInstalled, Tool.Vips.WhyAbsent);
        new APicture(123, 45).Write(_folder.File(name));
        File.Move(_folder.File(name.Split('[')[0]), _folder.File("a.pdf"));

        var header = ImageHeader.Read(_folder.File("a.pdf"));

        Assert.Equal((format, new PixelSize(123, 45)), (header?.Format, header?.Stored));
    }

    [Theory]
    [InlineData("a.jpg")]
    [InlineData("a.png")]
    [InlineData("a.webp")]
    public void a_turned_picture_tells_how_it_stands_upright(string name)
    {
        Assert.SkipUnless(Tool.Vips.IsInstalled && Tool.Exiftool.IsInstalled, Tool.Exiftool.WhyAbsent);
        new APicture(123, 45).Write(_folder.File(name));
        Tool.Exiftool.Run("-q", "-overwrite_original", "-n", "-Orientation=6", _folder.File(name));

        var header = ImageHeader.Read(_folder.File(name));

        Assert.Equal(new PixelSize(45, 123), header?.Upright);
    }

    [Fact]
    public void bytes_that_are_no_picture_have_no_header() => Prop.ForAll(Gen.ArrayOf(Gen.Elements(Pieces)).ToArbitrary(), pieces =>
    {
        using var file = new MemoryStream([.. pieces.SelectMany(piece => piece)]);

        return ImageHeader.Read(file) is null or { Stored: { Width: > 0, Height: > 0 } };
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_picture_that_breaks_off_or_was_spoilt_is_read_or_not_but_never_fails()
    {
        Assert.SkipUnless(Tool.Vips.IsInstalled, Tool.Vips.WhyAbsent);
        var random = new Random(7);
        foreach (var name in (string[])["a.jpg", "a.png", "a.gif", "a.webp"])
        {
            new APicture(40, 30).Write(_folder.File(name));
            var whole = File.ReadAllBytes(_folder.File(name));
            for (var length = 0; length < Math.Min(whole.Length, 400); length++) Read(whole[..length]);
            for (var round = 0; round < 2000; round++)
            {
                var spoilt = whole.ToArray();
                for (var bytes = 0; bytes < 3; bytes++) spoilt[random.Next(Math.Min(200, spoilt.Length))] = (byte)random.Next(256);
                Read(spoilt);
            }
        }

        static void Read(byte[] bytes)
        {
            using var file = new MemoryStream(bytes);
            Assert.True(ImageHeader.Read(file) is null or { Stored: { Width: > 0, Height: > 0 } });
        }
    }

    public void Dispose() => _folder.Dispose();

    private static readonly byte[][] Pieces =
    [
        [0xFF, 0xD8, 0xFF], [0xE1, 0, 30], [.. "Exif\0\0II*\0"u8], [8, 0, 0, 0], [1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0], [0xFF, 0xC0, 0, 11, 8, 0, 20, 0, 30], [0xFF, 0xFF, 0xFF],
        [0x89, .. "PNG\r\n\u001a\n"u8], [0, 0, 0, 13, .. "IHDR"u8], [0, 0, 1, 0, 0, 0, 1, 0, 8, 6, 0, 0, 0], [0, 0, 0, 0, .. "IDAT"u8], [255, 255, 255, 255, .. "eXIf"u8],
        [.. "GIF89a"u8], [10, 0, 10, 0], [.. "RIFF"u8], [.. "WEBPVP8 "u8], [.. "WEBPVP8L"u8], [.. "WEBPVP8X"u8, 10, 0, 0, 0], [0x9D, 1, 0x2A], [0x2F, 1, 2, 3, 4], [.. "EXIF"u8], [0, 0, 0, 0], [255],
    ];
}

using System.Diagnostics;
using Repository.Testing;

namespace Repository.Web.Tests.Media;

/// <summary>Where a picture was taken does not stay in it; who made it and on which terms does, and not one pixel changes. exiftool and libvips judge.</summary>
public sealed class PictureMetadataTests : IDisposable
{
    private readonly AnIntake _intake = new();

    public void Dispose() => _intake.Dispose();

    [Theory]
    [InlineData("foto.jpg")]
    [InlineData("progresiva.jpg")]
    [InlineData("foto.png")]
    [InlineData("foto.webp")]
    public async Task position_device_and_times_go_and_credit_stays(string file)
    {
        Assert.SkipUnless(IsInstalled("exiftool"), "exiftool is not installed.");
        Assert.Contains("GPS", Said("exiftool", "-a", "-G1", "-s", RealFiles.Path(file)), StringComparison.Ordinal);

        var (taken, _) = await _intake.TakenAsync(RealFiles.Bytes(file), file);
        var said = Said("exiftool", "-a", "-G1", "-s", _intake.Store.Find(taken.Hash)!);

        Assert.All((string[])["GPS", "Acme", "DateTimeOriginal", "Comment", "Warning", "Error"], gone => Assert.DoesNotContain(gone, said, StringComparison.Ordinal));
        Assert.All((string[])["Ana López", "CC BY 4.0"], kept => Assert.Contains(kept, said, StringComparison.Ordinal));
        Assert.Matches(@"Orientation\s*: Rotate 90 CW", said);
    }

    [Fact]
    public async Task credit_in_iptc_and_the_licence_in_xmp_stay_in_a_jpeg()
    {
        Assert.SkipUnless(IsInstalled("exiftool"), "exiftool is not installed.");

        var (taken, _) = await _intake.TakenAsync(RealFiles.Bytes("foto.jpg"), "foto.jpg");
        var said = Said("exiftool", "-a", "-G1", "-s", _intake.Store.Find(taken.Hash)!);

        Assert.Matches(@"\[IPTC\]\s+Credit\s*: Repositorio", said);
        Assert.Contains("https://creativecommons.org/licenses/by/4.0/", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("foto.jpg")]
    [InlineData("progresiva.jpg")]
    [InlineData("foto.png")]
    [InlineData("foto.webp")]
    [InlineData("sinperdida.webp")]
    [InlineData("animacion.gif")]
    public async Task not_one_pixel_changes(string file)
    {
        Assert.SkipUnless(IsInstalled("vips"), "libvips is not installed.");
        using var folder = new TemporaryFolder();

        var (taken, _) = await _intake.TakenAsync(RealFiles.Bytes(file), file);

        Assert.Equal(Pixels(RealFiles.Path(file), folder.File("before")), Pixels(_intake.Store.Find(taken.Hash)!, folder.File("after")));
    }

    /// <summary>The inks of print, sixteen bits for each colour, and pictures that move.</summary>
    [Theory]
    [InlineData("cmyk.jpg", "icc_transform", "cmyk", "--input-profile", "srgb")]
    [InlineData("deep.png", "colourspace", "rgb16")]
    [InlineData("moving.webp[page-height=20]", "copy")]
    [InlineData("moving.gif[page-height=20]", "copy")]
    public async Task a_rare_picture_comes_in_as_it_is(string name, string operation, params string[] words)
    {
        Assert.SkipUnless(IsInstalled("vips"), "libvips is not installed.");
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.File("plain.png"), new APicture(80, 60).Png(), TestContext.Current.CancellationToken);
        Tool.Vips.Run([operation, folder.File("plain.png"), folder.File(name), .. words]);
        var file = name.Split('[')[0];

        var (taken, _) = await _intake.TakenAsync(await File.ReadAllBytesAsync(folder.File(file), TestContext.Current.CancellationToken), file);

        Assert.Equal((80, name.Contains('[') ? 20 : 60), (taken.Size!.Value.Width, taken.Size.Value.Height));
        Assert.Equal(Pixels(folder.File(file), folder.File("before")), Pixels(_intake.Store.Find(taken.Hash)!, folder.File("after")));
    }

    [Theory]
    [InlineData("foto.jpg")]
    [InlineData("progresiva.jpg")]
    [InlineData("foto.png")]
    [InlineData("foto.webp")]
    [InlineData("sinperdida.webp")]
    [InlineData("animacion.gif")]
    public async Task a_clean_picture_is_clean(string file)
    {
        var (once, bytes) = await _intake.TakenAsync(RealFiles.Bytes(file), file);

        var (twice, _) = await _intake.TakenAsync(bytes, file);

        Assert.Equal(once.Hash, twice.Hash);
    }

    private static byte[] Pixels(string picture, string target)
    {
        Said("vips", "rawsave", picture, target);
        return File.ReadAllBytes(target);
    }

    private static bool IsInstalled(string program) => File.Exists($"/usr/bin/{program}");

    private static string Said(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said;
    }
}

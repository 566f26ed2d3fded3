using System.Text;
using Repository.Testing;

namespace Repository.Specs.Media;

/// <summary>Files that nobody means well with.</summary>
internal static class HostilePictures
{
    /// <summary>Those of which no rendition can be: their originals are served.</summary>
    public static readonly string[] Hopeless =
        ["text.jpg", "empty.png", "page.gif", "drawing.jpg", "head.jpg", "head.png", "vast.png", "vast.gif", "vips.png", "picture.svg", "leaflet.pdf", "archive.webp"];

    /// <summary>Those that can be shown, at least in part.</summary>
    public static readonly string[] Bearable = ["half.jpg", "half.png", "polyglot.jpg", "polyglot.gif", "even.png", "liar.png", "long.png"];

    public static IEnumerable<(string Name, byte[] Bytes)> In(TemporaryFolder workshop)
    {
        var picture = new APicture(800, 600);
        var jpeg = File.ReadAllBytes(workshop.File("photo.jpg"));
        var gif = File.ReadAllBytes(workshop.File("logo.gif"));
        yield return ("text.jpg", "Esto no es una imagen."u8.ToArray());
        yield return ("empty.png", []);
        yield return ("page.gif", "<html><script>alert(1)</script></html>"u8.ToArray());
        yield return ("drawing.jpg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><image href=\"file:///etc/passwd\"/></svg>"u8.ToArray());
        yield return ("picture.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>"u8.ToArray());
        yield return ("leaflet.pdf", "%PDF-1.4 folleto"u8.ToArray());
        yield return ("head.jpg", jpeg[..20]);
        yield return ("head.png", picture.Png()[..33]);
        yield return ("half.jpg", jpeg[..(jpeg.Length / 2)]);
        yield return ("half.png", Half(picture.Png()));
        yield return ("polyglot.jpg", [.. jpeg, .. Encoding.UTF8.GetBytes("PK\u0003\u0004<script>alert(1)</script>")]);
        yield return ("polyglot.gif", [.. gif, .. "/*<script>alert(1)</script>*/"u8]);
        yield return ("archive.webp", [.. "RIFF\u0010\0\0\0WEBPALPH"u8, .. new byte[40]]);

        // Libvips' own format would be read into memory as it stands.
        File.WriteAllBytes(workshop.File("small.png"), new APicture(8, 8).Png());
        Tool.Vips.Run("copy", workshop.File("small.png"), workshop.File("small.v"));
        yield return ("vips.png", File.ReadAllBytes(workshop.File("small.v")));

        // A few hundred kilobytes that unfold to 400 megabytes: the most that is decoded, and more than that.
        yield return ("even.png", APicture.PngOf(new PixelGrid(10_000, 10_000), new byte[40_001], 10_000));
        yield return ("vast.png", APicture.PngOf(new PixelGrid(30_000, 30_000), new byte[120_001], 100));
        yield return ("vast.gif", [.. "GIF89a"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, .. gif[13..]]);

        // Pixels for ten rows of nine thousand, and a picture with hardly a second side.
        yield return ("liar.png", APicture.PngOf(new PixelGrid(9_000, 9_000), new byte[36_001], 10));
        yield return ("long.png", APicture.PngOf(new PixelGrid(60_000, 1), new byte[240_001], 1));
    }

    private static byte[] Half(byte[] png) => png[..(png.Length / 2)];
}

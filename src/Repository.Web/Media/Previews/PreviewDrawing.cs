using System.Globalization;
using Repository.Web.Media.Intake;
using Repository.Web.Media.Renditions.Making;

namespace Repository.Web.Media.Previews;

/// <summary>
/// Draws the picture that shows a drawing or the first page of a document, in a folder of its own that nothing else needs. A picture is at most 1,600 wide:
/// enough for every use on a page, and small enough that a hostile file cannot ask for more.
/// </summary>
internal sealed class PreviewDrawing(Vips vips, Poppler poppler)
{
    private const int Widest = 1600;
    private const int Highest = 4800;

    /// <summary>The longer side of a page: that of a sheet of the A series is then 1,600 wide.</summary>
    private const int Page = 2263;

    private const string Drawn = "drawn.png";

    /// <summary>The native tools that are missing, by the names people install them by.</summary>
    public IEnumerable<string> MissingTools
    {
        get
        {
            if (vips.Path is null) yield return "libvips";
            if (poppler.Path is null) yield return "poppler";
        }
    }

    public bool CanDraw(FileKind kind) => (kind == FileKind.Pdf ? poppler.Path : vips.Path) is not null;

    /// <summary>Null when the picture is there, otherwise why not.</summary>
    public async Task<string?> DrawAsync(FileKind kind, string source, string folder, CancellationToken cancellation)
    {
        File.CreateSymbolicLink(Path.Combine(folder, "in"), source);
        var complaint = kind == FileKind.Pdf
            ? await poppler.DrawAsync(folder, "in", Drawn, Page, cancellation)
            // The intake wrote the drawing anew from what is harmless; libvips holds no drawing for that.
            : await vips.RunAsync(folder, ["thumbnail", "in", Drawn, Number(Widest), "--height", Number(Highest)], fromOutside: false, cancellation);
        return complaint ?? (File.Exists(Picture(folder)) ? null : "It left no picture.");
    }

    public static string Picture(string folder) => Path.Combine(folder, Drawn);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

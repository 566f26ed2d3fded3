using Repository.Web.Media.Renditions;

namespace Repository.Web.Media.Kits.Making;

/// <summary>
/// How much of a picture a preset shows when nothing may be cut away at random: all of it, or the head of a sheet so long that nobody could read it
/// whole. <see cref="Part"/> is in pixels of the picture, <see cref="Scaled"/> in those of the preset. Pure.
/// </summary>
internal sealed record PresetLayout(PixelBox? Part, PixelSize Scaled)
{
    /// <summary>A poster or a page; whatever is longer is a sheet to scroll.</summary>
    private const double Page = 1.7;

    /// <summary>A long sheet that fills so much of the width can still be read.</summary>
    private const double Readable = 0.75;

    /// <summary>A picture is not enlarged further than this.</summary>
    private const double Largest = 2;

    /// <summary>Only a head may end before its box does.</summary>
    public bool IsHead { get; private init; }

    /// <param name="inner">What of the picture is worth showing, where it has a border that the canvas gives it anyway.</param>
    public static PresetLayout Of(PixelSize picture, KitPreset preset, PixelBox? inner)
    {
        var (shown, box) = (inner?.Size ?? picture, preset.Content.Size);
        var inside = Math.Min(Largest, Math.Min((double)box.Width / shown.Width, (double)box.Height / shown.Height));
        var whole = new PixelSize(Side(shown.Width * inside, box.Width), Side(shown.Height * inside, box.Height));
        var isLong = picture.Height > picture.Width * Page;
        if (!isLong || whole.Width >= box.Width * Readable) return new PresetLayout(inner, whole);
        var wide = Math.Min(Largest, box.Width * preset.HeadWidth / picture.Width);
        var rows = Side(box.Height / wide, picture.Height);
        return new PresetLayout(new PixelBox(0, 0, picture.Width, rows), new PixelSize(Side(picture.Width * wide, box.Width), Side(rows * wide, box.Height))) { IsHead = true };
    }

    private static int Side(double length, int most) => Math.Clamp((int)Math.Round(length), 1, most);
}

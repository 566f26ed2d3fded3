using Repository.Web.Media.Renditions;

namespace Repository.Web.Media.Kits.Making;

/// <summary>The part of a picture inside a border of one colour: a canvas of that colour needs no border within. Pure.</summary>
internal static class PlainBorder
{
    private const int Alike = 8;

    /// <summary>So much of the longer side of what is kept stays around it.</summary>
    private const double Air = 0.07;

    /// <summary>In pixels of the picture, of which the raster is a small copy; null where there is no such border all around, or hardly any.</summary>
    public static PixelBox? Inside(Raster small, PixelSize picture)
    {
        var (width, height) = (small.Size.Width, small.Size.Height);
        var ground = small[0, 0].ToArray();
        var (left, top, right, bottom) = (width, height, -1, -1);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                if (DrawnLook.AreAlike(ground, small[x, y], Alike)) continue;
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
            }
        }

        if (right < 0 || left == 0 || top == 0 || right == width - 1 || bottom == height - 1) return null;
        var scale = (double)picture.Width / width;
        var air = Math.Max(right - left, bottom - top) * Air;
        var (x1, y1) = ((int)(Math.Max(0, left - air) * scale), (int)(Math.Max(0, top - air) * scale));
        var (x2, y2) = ((int)Math.Min(picture.Width, (right + 1 + air) * scale), (int)Math.Min(picture.Height, (bottom + 1 + air) * scale));
        var kept = new PixelBox(x1, y1, x2 - x1, y2 - y1);
        return kept.Size.Area < picture.Area * 0.9 ? kept : null;
    }
}

using Repository.Web.Media.Renditions;

namespace Repository.Web.Media.Kits.Making;

/// <summary>
/// Puts a picture upon a larger canvas and carries it on to the canvas' edges: where the picture ends in plain colours, those colours go on, beside it band
/// by band, above and below it in that of its ground, and nobody sees where it ended; where it ends in the middle of something, as a photograph
/// does, it stands upon a soft tone of its own colours. Pure.
/// </summary>
internal static class Surround
{
    /// <summary>The outermost pixels are half of something else when a picture was scaled.</summary>
    private const int Margin = 2;

    /// <summary>So many of them are covered on the sides that are carried on.</summary>
    private const int Seam = 1;

    private const int Alike = 12;
    private const double Plain = 0.9;
    private const double Softness = 0.8;
    private static readonly byte[] Paper = [251, 248, 242];

    public static Raster Fill(Raster picture, PixelSize canvas, int left, int top)
    {
        var filled = new Raster(canvas);
        var isBeside = left > 0 || left + picture.Size.Width < canvas.Width;
        var isAbove = top > 0 || top + picture.Size.Height < canvas.Height;
        var seam = new PixelSize(isBeside ? Seam : 0, isAbove ? Seam : 0);
        var shown = new PixelBox(left + seam.Width, top + seam.Height, picture.Size.Width - (2 * seam.Width), picture.Size.Height - (2 * seam.Height));
        var edges = new Edges(picture);
        var isPlain = (!isBeside || (IsPlain(edges.Left) && IsPlain(edges.Right))) && (!isAbove || (IsPlain(edges.Top) && IsPlain(edges.Bottom)));
        if (isPlain) Carry(filled, edges, top, shown);
        else Tint(filled, picture);
        for (var y = 0; y < shown.Height; y++) picture.Row(y + seam.Height).Slice(seam.Width * 3, shown.Width * 3).CopyTo(filled.Row(shown.Top + y)[(shown.Left * 3)..]);
        return filled;
    }

    private static void Carry(Raster filled, Edges edges, int startTop, PixelBox shown)
    {
        var (above, below) = (Ground(edges.Top), Ground(edges.Bottom));
        for (var y = 0; y < filled.Size.Height; y++)
        {
            var row = Math.Clamp(y - startTop, 0, edges.Left.Length - 1);
            for (var x = 0; x < filled.Size.Width; x++)
            {
                var colour = y < shown.Top ? above : y >= shown.Top + shown.Height ? below : x < shown.Left ? edges.Left[row] : edges.Right[row];
                colour.CopyTo(filled[x, y]);
            }
        }
    }

    private static void Tint(Raster filled, Raster picture)
    {
        var sums = new long[3];
        for (var y = 0; y < picture.Size.Height; y++)
        {
            for (var x = 0; x < picture.Size.Width; x++)
            {
                for (var channel = 0; channel < 3; channel++) sums[channel] += picture[x, y][channel];
            }
        }

        byte[] tone = [.. sums.Select((sum, channel) => (byte)((sum / (double)picture.Size.Area * (1 - Softness)) + (Paper[channel] * Softness)))];
        for (var y = 0; y < filled.Size.Height; y++)
        {
            for (var x = 0; x < filled.Size.Width; x++) tone.CopyTo(filled[x, y]);
        }
    }

    /// <summary>The colour behind what stands at an edge: that of its two ends, or where they differ the one that most of it is like.</summary>
    private static byte[] Ground(byte[][] edge) => DrawnLook.AreAlike(edge[0], edge[^1], Alike)
        ? edge[0]
        : edge.GroupBy(colour => (colour[0] >> 3, colour[1] >> 3, colour[2] >> 3)).MaxBy(alike => alike.Count())!.First();

    private static bool IsPlain(byte[][] edge)
    {
        var alike = 0;
        for (var place = 1; place < edge.Length; place++)
        {
            if (DrawnLook.AreAlike(edge[place], edge[place - 1], Alike)) alike++;
        }

        return alike >= (edge.Length - 1) * Plain;
    }

    /// <summary>The colours along the four sides, without what is only a thin line there: a leaf that touches the edge would be drawn out into a streak.</summary>
    private sealed class Edges(Raster picture)
    {
        private const int Reach = 24;

        public byte[][] Left { get; } = Calmed([.. Enumerable.Range(0, picture.Size.Height).Select(y => picture[Inside(picture.Size.Width), Place(y, picture.Size.Height)].ToArray())]);

        public byte[][] Right { get; } = Calmed([.. Enumerable.Range(0, picture.Size.Height).Select(y => picture[picture.Size.Width - 1 - Inside(picture.Size.Width), Place(y, picture.Size.Height)].ToArray())]);

        public byte[][] Top { get; } = Calmed([.. Enumerable.Range(0, picture.Size.Width).Select(x => picture[Place(x, picture.Size.Width), Inside(picture.Size.Height)].ToArray())]);

        public byte[][] Bottom { get; } = Calmed([.. Enumerable.Range(0, picture.Size.Width).Select(x => picture[Place(x, picture.Size.Width), picture.Size.Height - 1 - Inside(picture.Size.Height)].ToArray())]);

        private static int Inside(int length) => Math.Min(Margin, (length - 1) / 2);

        private static int Place(int place, int length) => Math.Clamp(place, Inside(length), length - 1 - Inside(length));

        /// <summary>A median along the edge, by brightness, keeps the borders between bands where they are and lets go of what is thinner than its reach.</summary>
        private static byte[][] Calmed(byte[][] edge)
        {
            var calmed = new byte[edge.Length][];
            for (var place = 0; place < edge.Length; place++)
            {
                var reach = Math.Min(Reach, Math.Min(place, edge.Length - 1 - place));
                calmed[place] = edge[(place - reach)..(place + reach + 1)].OrderBy(Brightness).ElementAt(reach);
            }

            return calmed;
        }

        private static int Brightness(byte[] colour) => (299 * colour[0]) + (587 * colour[1]) + (114 * colour[2]);
    }
}

using Repository.Web.Media.Renditions.Commands;

namespace Repository.Web.Media.Renditions.Making;

/// <summary>
/// The steps from an upright picture to its rendition: perhaps cut <see cref="Before"/>, scale to <see cref="Scaled"/>, perhaps cut <see cref="After"/>,
/// perhaps put upon a <see cref="Canvas"/>. Pure; every size is exact.
/// </summary>
internal sealed record RenditionPlan(PixelBox? Before, PixelSize Scaled, PixelBox? After, PixelBox? Canvas)
{
    /// <summary>What is scaled beyond what is shown may not cost more than this many pixels.</summary>
    private const long Spare = 16_000_000;

    public PixelSize Size => Canvas?.Size ?? After?.Size ?? Scaled;

    public static RenditionPlan Of(PixelSize picture, RenditionRequest request)
    {
        var part = Kept(picture, request.Trim);
        var fitting = Fitting.Of(part.Size, request);
        PixelBox? canvas = fitting.Canvas == fitting.Shown.Size ? null : new PixelBox(fitting.Left, fitting.Top, fitting.Canvas.Width, fitting.Canvas.Height);
        var isWhole = part == PixelBox.Whole(picture) && fitting.Shown.Size == fitting.Scaled;
        var plan = isWhole ? new RenditionPlan(null, fitting.Scaled, null, null) : Cut(picture, part, fitting);
        return plan with { Canvas = canvas };
    }

    /// <summary>All four are distances from their own side. Where nothing would be left nothing is cut.</summary>
    private static PixelBox Kept(PixelSize picture, Trim? trim)
    {
        var whole = PixelBox.Whole(picture);
        if (trim is not { } cut) return whole;
        var left = (int)Math.Round(picture.Width * cut.Left);
        var top = (int)Math.Round(picture.Height * cut.Top);
        var width = (int)Math.Round(picture.Width * (1 - cut.Right)) - left;
        var height = (int)Math.Round(picture.Height * (1 - cut.Bottom)) - top;
        return width > 0 && height > 0 ? new PixelBox(left, top, width, height) : whole;
    }

    /// <summary>
    /// A decoder that shrinks while it reads is by far the fastest way: so the whole is scaled and then cut, unless that would make a picture many
    /// times larger than what is kept of it.
    /// </summary>
    private static RenditionPlan Cut(PixelSize picture, PixelBox part, Fitting fitting)
    {
        var (across, down) = ((double)fitting.Scaled.Width / part.Width, (double)fitting.Scaled.Height / part.Height);
        var shown = fitting.Shown;
        var (wide, high) = (Math.Max(shown.Width, picture.Width * across), Math.Max(shown.Height, picture.Height * down));
        if (wide * high <= Math.Max(Spare, 4 * shown.Size.Area))
        {
            var whole = new PixelSize((int)Math.Round(wide), (int)Math.Round(high));
            var left = Math.Clamp((int)Math.Round(part.Left * across) + shown.Left, 0, whole.Width - shown.Width);
            var top = Math.Clamp((int)Math.Round(part.Top * down) + shown.Top, 0, whole.Height - shown.Height);
            return new RenditionPlan(null, whole, shown.Size == whole ? null : new PixelBox(left, top, shown.Width, shown.Height), null);
        }

        var (x, width) = Span(part.Left + (shown.Left / across), shown.Width / across, picture.Width);
        var (y, height) = Span(part.Top + (shown.Top / down), shown.Height / down, picture.Height);
        return new RenditionPlan(new PixelBox(x, y, width, height), shown.Size, null, null);
    }

    private static (int Start, int Length) Span(double start, double length, int whole)
    {
        var pixels = Math.Clamp((int)Math.Round(length), 1, whole);
        return (Math.Clamp((int)Math.Round(start), 0, whole - pixels), pixels);
    }
}

using Repository.Web.Media.Renditions.Commands;

namespace Repository.Web.Media.Renditions.Making;

/// <summary>
/// How a picture comes into the box that was asked for: scaled to <see cref="Scaled"/>, of which <see cref="Shown"/> stays in view, upon a canvas at
/// <see cref="Left"/>, <see cref="Top"/>. Without bars the canvas is what is shown. The rules are those of ImageSharp 3.
/// </summary>
internal sealed record Fitting(PixelSize Scaled, PixelBox Shown, PixelSize Canvas, int Left, int Top)
{
    public static Fitting Of(PixelSize picture, RenditionRequest request)
    {
        if (request is { Width: null, Height: null }) return As(picture);
        var box = Box(picture, request);
        return request is { Width: not null, Height: not null } ? Of(picture, box, request) : OfOneSide(picture, box, request);
    }

    private static Fitting Of(PixelSize picture, PixelSize box, RenditionRequest request) => request.Mode switch
    {
        ResizeMode.Stretch => As(box),
        ResizeMode.Max => As(Inside(picture, box)),
        ResizeMode.Min => As(Reaching(picture, box)),
        ResizeMode.Pad => Barred(Inside(picture, box), box, request.Place),
        ResizeMode.BoxPad => Barred(FitsInto(picture, box) ? picture : Inside(picture, box), box, request.Place),
        _ => Cut(picture, box, request.Place),
    };

    /// <summary>The box has the proportions of the picture already.</summary>
    private static Fitting OfOneSide(PixelSize picture, PixelSize box, RenditionRequest request) => request.Mode switch
    {
        ResizeMode.Min when FitsInto(picture, box) => As(picture),
        ResizeMode.BoxPad when FitsInto(picture, box) => Barred(picture, box, request.Place),
        _ => As(box),
    };

    /// <summary>The box; a side that was not asked for follows from the other.</summary>
    private static PixelSize Box(PixelSize picture, RenditionRequest request) => new(
        request.Width ?? Round((double)picture.Width * request.Height!.Value / picture.Height),
        request.Height ?? Round((double)picture.Height * request.Width!.Value / picture.Width));

    private static Fitting As(PixelSize size) => new(size, PixelBox.Whole(size), size, 0, 0);

    private static Fitting Cut(PixelSize picture, PixelSize box, Place place)
    {
        var scale = Math.Max((double)box.Width / picture.Width, (double)box.Height / picture.Height);
        var scaled = new PixelSize(Math.Max(box.Width, Round(picture.Width * scale)), Math.Max(box.Height, Round(picture.Height * scale)));
        var left = Start(scaled.Width, box.Width, place.X);
        var top = Start(scaled.Height, box.Height, place.Y);
        return new Fitting(scaled, new PixelBox(left, top, box.Width, box.Height), box, 0, 0);
    }

    private static Fitting Barred(PixelSize scaled, PixelSize box, Place place) =>
        new(scaled, PixelBox.Whole(scaled), box, (int)Math.Round((box.Width - scaled.Width) * place.X), (int)Math.Round((box.Height - scaled.Height) * place.Y));

    private static PixelSize Inside(PixelSize picture, PixelSize box)
    {
        var scale = Math.Min((double)box.Width / picture.Width, (double)box.Height / picture.Height);
        return new PixelSize(Math.Min(box.Width, Round(picture.Width * scale)), Math.Min(box.Height, Round(picture.Height * scale)));
    }

    /// <summary>The side that has fewer pixels to go reaches the box.</summary>
    private static PixelSize Reaching(PixelSize picture, PixelSize box)
    {
        if (box.Width > picture.Width || box.Height > picture.Height) return picture;
        return picture.Width - box.Width < picture.Height - box.Height
            ? new PixelSize(box.Width, Round((double)picture.Height * box.Width / picture.Width))
            : new PixelSize(Round((double)picture.Width * box.Height / picture.Height), box.Height);
    }

    private static bool FitsInto(PixelSize picture, PixelSize box) => picture.Width <= box.Width && picture.Height <= box.Height;

    /// <summary>The place stands in the middle of what is kept, as far as the picture reaches.</summary>
    private static int Start(int whole, int kept, double place) => Math.Clamp((int)Math.Round((whole * place) - (kept / 2.0)), 0, whole - kept);

    private static int Round(double pixels) => (int)Math.Clamp(Math.Round(pixels, MidpointRounding.AwayFromZero), 1, int.MaxValue);
}

using FsCheck;
using FsCheck.Fluent;
using Repository.Web.Media;
using Repository.Web.Media.Renditions;
using Repository.Web.Media.Renditions.Commands;
using Repository.Web.Media.Renditions.Making;

namespace Repository.Web.Tests.Media.Renditions;

/// <summary>The algebra of sizes: what becomes of a picture, before any pixel is touched.</summary>
public sealed class RenditionPlanTests
{
    private static readonly Arbitrary<PixelSize> Pictures = Gen.Choose(1, 12_000).Two().Select(sides => new PixelSize(sides.Item1, sides.Item2)).Where(size => size.Area <= 100_000_000).ToArbitrary();

    private static readonly Arbitrary<RenditionRequest> Requests = (
        from width in Gen.Choose(1, 5000)
        from height in Gen.Choose(1, 5000)
        from mode in Gen.Elements(Enum.GetValues<ResizeMode>())
        from x in Gen.Choose(0, 100)
        from y in Gen.Choose(0, 100)
        select new RenditionRequest { Width = width, Height = height, Mode = mode, Place = new Place(x / 100.0, y / 100.0) }).ToArbitrary();

    [Fact]
    public void no_mode_leaves_the_box_and_three_fill_it() => Prop.ForAll(Pictures, Requests, (picture, request) =>
    {
        var size = RenditionPlan.Of(picture, request).Size;

        return request.Mode switch
        {
            ResizeMode.Max => size.Width <= request.Width && size.Height <= request.Height && (size.Width == request.Width || size.Height == request.Height),
            ResizeMode.Min => size.Width <= picture.Width && size.Height <= picture.Height,
            _ => size.Width == request.Width && size.Height == request.Height,
        };
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void all_modes_but_one_keep_the_proportions() => Prop.ForAll(Pictures, Requests, (picture, request) =>
    {
        if (request.Mode == ResizeMode.Stretch) return true;

        var scaled = Fitting.Of(picture, request).Scaled;

        return Follows(scaled.Width, picture.Width, scaled.Height, picture.Height) || Follows(scaled.Height, picture.Height, scaled.Width, picture.Width);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void the_focal_point_stays_in_view() => Prop.ForAll(Pictures, Requests, (picture, request) =>
    {
        var fitting = Fitting.Of(picture, request with { Mode = ResizeMode.Crop });

        var (x, y) = (request.Place.X * fitting.Scaled.Width, request.Place.Y * fitting.Scaled.Height);
        return fitting.Shown.Left - 1 <= x && x <= fitting.Shown.Left + fitting.Shown.Width + 1
            && fitting.Shown.Top - 1 <= y && y <= fitting.Shown.Top + fitting.Shown.Height + 1
            && IsInside(fitting.Shown, fitting.Scaled);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void the_picture_stands_wholly_upon_its_canvas() => Prop.ForAll(Pictures, Requests, (picture, request) =>
    {
        var fitting = Fitting.Of(picture, request with { Mode = ResizeMode.Pad });

        return IsInside(new PixelBox(fitting.Left, fitting.Top, fitting.Scaled.Width, fitting.Scaled.Height), fitting.Canvas);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void nothing_is_enlarged_where_the_mode_says_so() => Prop.ForAll(Pictures, Requests, (picture, request) =>
        ((ResizeMode[])[ResizeMode.BoxPad, ResizeMode.Min]).All(mode =>
        {
            var scaled = Fitting.Of(picture, request with { Mode = mode }).Scaled;
            return scaled.Width <= picture.Width && scaled.Height <= picture.Height;
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void one_side_alone_keeps_the_proportions_in_every_mode() => Prop.ForAll(Pictures, Requests, (picture, request) =>
    {
        if (request.Mode is ResizeMode.Min or ResizeMode.BoxPad) return true;

        var size = RenditionPlan.Of(picture, request with { Height = null }).Size;

        return size.Width == request.Width && Math.Abs(size.Height - Math.Max(1, (double)picture.Height * size.Width / picture.Width)) <= 0.5;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void every_step_stays_within_the_one_before() => Prop.ForAll(Pictures, Requests, Trims(), (picture, request, trim) =>
    {
        var plan = RenditionPlan.Of(picture, request with { Trim = trim });

        return (plan.Before is not { } before || IsInside(before, picture))
            && (plan.After is not { } after || IsInside(after, plan.Scaled))
            && plan.Scaled is { Width: > 0, Height: > 0 }
            && plan.Scaled.Area <= Math.Max(100_000_000, Math.Max(picture.Area, 4L * 25_000_000));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void what_is_cut_are_distances_from_each_side()
    {
        var plan = RenditionPlan.Of(new PixelSize(1000, 500), new RenditionRequest { Trim = new Trim(0.1, 0.2, 0.1, 0) });

        Assert.Equal(new PixelBox(100, 100, 800, 400), plan.After);
        Assert.Equal(new PixelSize(800, 400), plan.Size);
    }

    [Fact]
    public void a_cut_that_leaves_nothing_cuts_nothing() =>
        Assert.Equal(new PixelSize(1000, 500), RenditionPlan.Of(new PixelSize(1000, 500), new RenditionRequest { Trim = new Trim(0.6, 0, 0.5, 0) }).Size);

    [Fact]
    public void a_cut_comes_before_everything_else()
    {
        var plan = RenditionPlan.Of(new PixelSize(4000, 2000), new RenditionRequest { Trim = new Trim(0.5, 0, 0, 0), Width = 500, Height = 500 });

        Assert.Equal(new RenditionPlan(null, new PixelSize(1000, 500), new PixelBox(500, 0, 500, 500), null), plan);
    }

    [Theory]
    [InlineData(4000, 3000, 400, 400, 533, 400)]
    [InlineData(4000, 3000, 400, 100, 133, 100)]
    [InlineData(300, 200, 400, 100, 300, 200)]
    public void the_side_with_fewer_pixels_to_go_reaches_the_box(int width, int height, int boxWidth, int boxHeight, int expectedWidth, int expectedHeight) => Assert.Equal(
        new PixelSize(expectedWidth, expectedHeight),
        RenditionPlan.Of(new PixelSize(width, height), new RenditionRequest { Width = boxWidth, Height = boxHeight, Mode = ResizeMode.Min }).Size);

    [Fact]
    public void a_part_of_a_turned_picture_is_found_among_its_stored_pixels() => Prop.ForAll(
        Gen.Choose(1, 8).ToArbitrary(),
        Gen.Choose(1, 30).Four().ToArbitrary(),
        (orientation, sides) =>
        {
            var turned = new Orientation(orientation);
            var stored = new PixelSize(sides.Item1 + 5, sides.Item2 + 3);
            var upright = turned.Turned(stored);
            var part = new PixelBox(sides.Item3 % upright.Width, sides.Item4 % upright.Height, 1, 1);

            var found = turned.Stored(part, stored);

            return (found.Left, found.Top) == StoredAt(orientation, part.Left, part.Top, stored);
        }).QuickCheckThrowOnFailure();

    /// <summary>The definition of EXIF: which side of what is seen the first stored row and the first stored column are.</summary>
    private static (int X, int Y) StoredAt(int orientation, int x, int y, PixelSize stored) => orientation switch
    {
        1 => (x, y),
        2 => (stored.Width - 1 - x, y),
        3 => (stored.Width - 1 - x, stored.Height - 1 - y),
        4 => (x, stored.Height - 1 - y),
        5 => (y, x),
        6 => (y, stored.Height - 1 - x),
        7 => (stored.Width - 1 - y, stored.Height - 1 - x),
        _ => (stored.Width - 1 - y, x),
    };

    /// <summary>Does a side follow from the other, to the whole pixel?</summary>
    private static bool Follows(int scaled, int picture, int otherScaled, int otherPicture) =>
        Math.Abs(Math.Max(1, (double)scaled / picture * otherPicture) - otherScaled) <= 0.501;

    private static bool IsInside(PixelBox box, PixelSize size) =>
        box is { Left: >= 0, Top: >= 0, Width: > 0, Height: > 0 } && box.Left + box.Width <= size.Width && box.Top + box.Height <= size.Height;

    private static Arbitrary<Trim?> Trims() => Gen.Choose(0, 60).Four().Select(sides => (Trim?)new Trim(sides.Item1 / 100.0, sides.Item2 / 100.0, sides.Item3 / 100.0, sides.Item4 / 100.0)).ToArbitrary();
}

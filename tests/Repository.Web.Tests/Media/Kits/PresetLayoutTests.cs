using Repository.Web.Media;
using Repository.Web.Media.Kits;
using Repository.Web.Media.Kits.Making;
using Repository.Web.Media.Renditions;

namespace Repository.Web.Tests.Media.Kits;

/// <summary>What a preset shows of a picture, and what stands around it.</summary>
public sealed class PresetLayoutTests
{
    private static readonly byte[] White = [255, 255, 255];
    private static readonly byte[] Green = [31, 58, 52];
    private static readonly byte[] Black = [0, 0, 0];

    [Theory]
    [InlineData(1600, 900)]
    [InlineData(1000, 1000)]
    [InlineData(1600, 2400)]
    [InlineData(1600, 2467)]
    public void a_poster_or_a_page_is_shown_whole(int width, int height)
    {
        foreach (var preset in KitPreset.All)
        {
            var layout = PresetLayout.Of(new PixelSize(width, height), preset, null);

            Assert.False(layout.IsHead);
            Assert.Null(layout.Part);
            Assert.True(layout.Scaled.Width == preset.Content.Width || layout.Scaled.Height == preset.Content.Height);
        }
    }

    [Fact]
    public void of_a_sheet_too_long_to_be_read_the_head_is_shown()
    {
        var layout = PresetLayout.Of(new PixelSize(1600, 5242), KitPreset.Square, null);

        Assert.True(layout.IsHead);
        Assert.Equal(new PixelBox(0, 0, 1600, 1600), layout.Part);
        Assert.Equal(new PixelSize(1080, 1080), layout.Scaled);
    }

    [Fact]
    public void a_small_picture_is_not_blown_up()
    {
        var layout = PresetLayout.Of(new PixelSize(100, 50), KitPreset.Card, null);

        Assert.Equal(new PixelSize(200, 100), layout.Scaled);
    }

    [Fact]
    public void a_head_ends_between_lines_and_never_within_one()
    {
        var sheet = Filled(200, 200, White);
        foreach (var top in (int[])[20, 60, 100, 140, 188]) Stripes(sheet, top, 12);

        var (rows, isCalm) = CalmCut.Of(sheet, 0.55, 0.55);

        Assert.InRange(rows, 153, 187);
        Assert.True(isCalm);
    }

    [Fact]
    public void where_two_bands_meet_is_the_best_place_to_end()
    {
        var sheet = Filled(100, 200, White);
        for (var y = 130; y < 200; y++) Fill(sheet, y, 0, 100, Green);
        Stripes(sheet, 100, 12);
        Stripes(sheet, 180, 12);

        Assert.Equal((130, true), CalmCut.Of(sheet, 0.55, 0.55));
    }

    [Fact]
    public void a_head_does_not_end_above_its_title_where_it_can_end_below()
    {
        var sheet = Filled(100, 200, White);
        for (var y = 0; y < 90; y++) Fill(sheet, y, 0, 100, Green);
        foreach (var top in (int[])[110, 126, 140, 180]) Stripes(sheet, top, 12);

        var (rows, isCalm) = CalmCut.Of(sheet, 0.62, 0.4);

        Assert.InRange(rows, 153, 179);
        Assert.True(isCalm);
    }

    [Fact]
    public void where_there_is_no_lower_end_a_title_will_do()
    {
        var sheet = Filled(100, 200, White);
        Stripes(sheet, 40, 12);
        for (var y = 100; y < 200; y++) Stripes(sheet, y, 1);

        var (rows, isCalm) = CalmCut.Of(sheet, 0.62, 0.4);

        Assert.InRange(rows, 80, 100);
        Assert.True(isCalm);
    }

    [Fact]
    public void past_a_road_a_head_may_end_where_no_letters_are()
    {
        var sheet = Filled(200, 200, White);
        for (var y = 0; y < 200; y++) Fill(sheet, y, 10, 30, Green);
        foreach (var top in (int[])[20, 60, 100, 140, 186]) Stripes(sheet, top, 12);

        var (rows, isCalm) = CalmCut.Of(sheet, 0.55, 0.55);

        Assert.InRange(rows, 153, 185);
        Assert.False(isCalm);
    }

    [Fact]
    public void what_is_full_everywhere_ends_where_the_box_does()
    {
        var sheet = Filled(100, 100, White);
        for (var y = 0; y < 100; y++) Stripes(sheet, y, 1);

        Assert.Equal((100, false), CalmCut.Of(sheet, 0.55, 0.55));
    }

    [Fact]
    public void bands_go_on_beside_a_picture()
    {
        var picture = Filled(40, 80, White);
        for (var y = 60; y < 80; y++) Fill(picture, y, 0, 40, Green);

        var filled = Surround.Fill(picture, new PixelSize(100, 80), 30, 0);

        Assert.Equal(White, filled[0, 10].ToArray());
        Assert.Equal(Green, filled[99, 75].ToArray());
        Assert.Equal(Green, filled[2, 79].ToArray());
    }

    [Fact]
    public void a_leaf_at_the_edge_is_not_drawn_out_into_a_streak()
    {
        var picture = Filled(40, 200, White);
        for (var y = 100; y < 104; y++) Fill(picture, y, 0, 10, Green);

        var filled = Surround.Fill(picture, new PixelSize(100, 200), 30, 0);

        Assert.Equal(White, filled[0, 102].ToArray());
        Assert.Equal(Green, filled[33, 102].ToArray());
    }

    [Fact]
    public void above_and_below_stands_the_ground_and_never_black()
    {
        var picture = Filled(100, 40, Green);
        for (var y = 0; y < 40; y++) Fill(picture, y, 45, 50, Black);

        var filled = Surround.Fill(picture, new PixelSize(100, 100), 0, 30);

        Assert.Equal(Green, filled[47, 5].ToArray());
        Assert.Equal(Green, filled[47, 95].ToArray());
    }

    [Fact]
    public void a_photograph_stands_upon_a_soft_tone_of_its_own()
    {
        var photograph = Noise(60, 60);

        var filled = Surround.Fill(photograph, new PixelSize(120, 60), 30, 0);

        Assert.Equal(filled[0, 0].ToArray(), filled[119, 59].ToArray());
        Assert.All(filled[0, 0].ToArray(), channel => Assert.InRange(channel, (byte)200, (byte)254));
    }

    [Fact]
    public void letters_on_paper_are_drawn_and_noise_is_not()
    {
        var page = Filled(200, 200, White);
        foreach (var top in (int[])[20, 60, 100, 140]) Stripes(page, top, 12);

        Assert.True(DrawnLook.Is(page));
        Assert.False(DrawnLook.Is(Noise(200, 200)));
    }

    [Fact]
    public void a_border_of_one_colour_all_around_is_left_to_the_canvas()
    {
        var page = Filled(100, 150, White);
        for (var y = 50; y < 80; y++) Fill(page, y, 30, 70, Green);

        Assert.Equal(new PixelBox(272, 472, 455, 355), PlainBorder.Inside(page, new PixelSize(1000, 1500)));
        Assert.Null(PlainBorder.Inside(Filled(100, 100, White), new PixelSize(1000, 1000)));
        Fill(page, 149, 0, 100, Green);
        Assert.Null(PlainBorder.Inside(page, new PixelSize(1000, 1500)));
    }

    private static Raster Filled(int width, int height, byte[] colour)
    {
        var raster = new Raster(new PixelSize(width, height));
        for (var y = 0; y < height; y++) Fill(raster, y, 0, width, colour);
        return raster;
    }

    private static void Fill(Raster raster, int y, int from, int to, byte[] colour)
    {
        for (var x = from; x < to; x++) colour.CopyTo(raster[x, y]);
    }

    /// <summary>Something like a line of letters, which no row of it leaves calm.</summary>
    private static void Stripes(Raster raster, int top, int height)
    {
        for (var y = top; y < top + height; y++)
        {
            for (var x = 40; x < raster.Size.Width - 10; x += 8) Fill(raster, y, x + (y % 2 * 3), x + 3 + (y % 2 * 3), Black);
        }
    }

    private static Raster Noise(int width, int height)
    {
        var (raster, state) = (new Raster(new PixelSize(width, height)), 12345u);
        for (var y = 0; y < height; y++)
        {
            foreach (ref var channel in raster.Row(y))
            {
                state = (state * 1664525) + 1013904223;
                channel = (byte)(state >> 24);
            }
        }

        return raster;
    }
}

using System.Net;

namespace Repository.Specs.Media;

/// <summary>What comes back when a picture is asked for in another size or form. The stripes of a picture are red, green, blue and yellow.</summary>
public sealed class RenditionSpecs(Gallery gallery)
{
    private static readonly double[] Red = [200, 30, 30];
    private static readonly double[] Green = [30, 200, 30];
    private static readonly double[] Blue = [30, 30, 200];
    private static readonly double[] Yellow = [220, 220, 40];

    [Theory]
    [InlineData("width=400", 400, 300)]
    [InlineData("height=300", 400, 300)]
    [InlineData("WIDTH=400&height=300", 400, 300)]
    [InlineData("width=1000", 1000, 750)]
    [InlineData("width=300&height=300", 300, 300)]
    [InlineData("width=300&height=300&rxy=0.31,0.7", 300, 300)]
    [InlineData("width=300&height=300&ranchor=right", 300, 300)]
    [InlineData("width=300&height=300&rmode=pad", 300, 300)]
    [InlineData("width=1000&height=1000&rmode=boxpad", 1000, 1000)]
    [InlineData("width=300&height=300&rmode=max", 300, 225)]
    [InlineData("width=300&height=300&rmode=min", 400, 300)]
    [InlineData("width=300&height=300&rmode=stretch", 300, 300)]
    [InlineData("width=300&height=300&rmode=nonsense", 300, 300)]
    [InlineData("width=9000&height=300", 400, 300)]
    [InlineData("quality=10", 800, 600)]
    [InlineData("cc=0.1,0.2,0.1,0", 640, 480)]
    [InlineData("cc=0.25,0,0.25,0&width=200&height=300", 200, 300)]
    [InlineData("cc=0.45,0.45,0.45,0.45&width=2000&height=1000", 2000, 1000)]
    [InlineData("cc=0.1,0,0.12,0.25&width=400&height=300&rmode=pad&rcolor=ff0000&bgcolor=fff&format=png", 400, 300)]
    public async Task a_size_is_what_was_asked_for(string query, int width, int height)
    {
        Open();
        var picture = await gallery.GetAsync($"photo.jpg?{query}");

        Assert.Equal(HttpStatusCode.OK, picture.Status);
        Assert.Equal((width, height), picture.Size);
    }

    [Theory]
    [InlineData("photo.jpg", "", "image/jpeg")]
    [InlineData("logo.png", "", "image/png")]
    [InlineData("logo.gif", "", "image/gif")]
    [InlineData("logo.webp", "", "image/webp")]
    [InlineData("photo.jpg", "&format=webp", "image/webp")]
    [InlineData("photo.jpg", "&format=PNG", "image/png")]
    [InlineData("photo.jpg", "&format=gif", "image/gif")]
    [InlineData("logo.png", "&format=jpeg", "image/jpeg")]
    [InlineData("logo.png", "&format=jpg&format=webp", "image/webp")]
    [InlineData("photo.jpg", "&format=tiff", "image/jpeg")]
    [InlineData("wrong-name.png", "", "image/jpeg")]
    [InlineData("moving.gif", "", "image/gif")]
    [InlineData("moving.webp", "", "image/webp")]
    public async Task the_format_is_the_one_asked_for_or_that_of_the_bytes(string name, string format, string type)
    {
        Open();
        var picture = await gallery.GetAsync($"{name}?width=100{format}");

        Assert.Equal(HttpStatusCode.OK, picture.Status);
        Assert.Equal(type, picture.Type);
        Assert.Equal(100, picture.Size.Width);
        Assert.Equal(type["image/".Length..].ToUpperInvariant(), picture.Metadata["File:FileType"].Replace("Extended ", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("width=100&height=300&rxy=0.125,0.5", "red")]
    [InlineData("width=100&height=300&rxy=0.375,0.5", "green")]
    [InlineData("width=100&height=300&rxy=0.625,0.5", "blue")]
    [InlineData("width=100&height=300&rxy=0.625,0.5&ranchor=left", "blue")]
    [InlineData("width=100&height=300&ranchor=left", "red")]
    [InlineData("width=100&height=300&ranchor=topright", "yellow")]
    [InlineData("cc=0,0,0.75,0", "red")]
    [InlineData("cc=0.75,0,0,0&width=50", "yellow")]
    [InlineData("cc=0.5,0.3,0.25,0.3&width=900", "blue")]
    public async Task what_is_cut_leaves_the_part_that_is_meant(string query, string colour)
    {
        Open();
        var picture = await gallery.GetAsync($"photo.jpg?{query}&format=png");

        var expected = colour switch { "red" => Red, "green" => Green, "blue" => Blue, _ => Yellow };
        foreach (var x in (int[])[picture.Size.Width / 10, picture.Size.Width / 2, picture.Size.Width * 9 / 10]) AssertColour(expected, picture.ColourAt(x, picture.Size.Height / 2));
    }

    [Theory]
    [InlineData("turned.jpg")]
    [InlineData("turned.png")]
    [InlineData("turned.webp")]
    public async Task a_turned_picture_stands_upright_and_is_cut_as_it_is_seen(string name)
    {
        Open();
        var whole = await gallery.GetAsync($"{name}?width=300&format=png");
        var focused = await gallery.GetAsync($"{name}?width=400&height=100&rxy=0.5,0.375&format=png");
        var cut = await gallery.GetAsync($"{name}?cc=0,0.75,0,0&width=4000&format=png");

        Assert.Equal((300, 400), whole.Size);
        AssertColour(Red, whole.ColourAt(150, 20));
        AssertColour(Yellow, whole.ColourAt(150, 380));
        AssertColour(Green, focused.ColourAt(200, 50));
        AssertColour(Yellow, cut.ColourAt(2000, 600));
        Assert.DoesNotContain(whole.Metadata, field => field.Key.Contains("Orientation", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("rmode=pad", 0, 0, 0, 0)]
    [InlineData("rmode=pad&rcolor=102030", 0x10, 0x20, 0x30, 255)]
    [InlineData("rmode=pad&rcolor=10203080", 0x10, 0x20, 0x30, 0x80)]
    [InlineData("rmode=pad&bgcolor=tomato", 255, 99, 71, 255)]
    [InlineData("rmode=boxpad&rcolor=1,2,3", 1, 2, 3, 255)]
    public async Task bars_have_the_colour_that_was_asked_for_or_none(string query, params int[] expected)
    {
        Open();
        foreach (var name in (string[])["photo.jpg", "logo.png"])
        {
            var picture = await gallery.GetAsync($"{name}?width=200&height=300&{query}&format=png");

            var bar = picture.ColourAt(100, 10);
            AssertColour([.. expected.Take(3).Select(value => (double)value)], bar);
            Assert.Equal(expected[3], bar.Length == 4 ? bar[3] : 255);
        }
    }

    [Fact]
    public async Task the_picture_stands_where_the_anchor_says_between_its_bars()
    {
        Open();
        var top = await gallery.GetAsync("photo.jpg?width=200&height=300&rmode=pad&ranchor=top&rcolor=000&format=png");
        var low = await gallery.GetAsync("photo.jpg?width=200&height=300&rmode=pad&rxy=0.5,1&rcolor=000&format=png");

        AssertColour(Red, top.ColourAt(10, 5));
        AssertColour([0, 0, 0], top.ColourAt(10, 290));
        AssertColour([0, 0, 0], low.ColourAt(10, 5));
        AssertColour(Red, low.ColourAt(10, 290));
    }

    [Theory]
    [InlineData("logo.png")]
    [InlineData("logo.webp")]
    public async Task transparency_stays_where_it_can_and_is_filled_where_it_cannot(string name)
    {
        Open();
        var kept = await gallery.GetAsync($"{name}?width=400&format=png");
        var webp = await gallery.GetAsync($"{name}?width=400&format=webp");
        var filled = await gallery.GetAsync($"{name}?width=400&format=png&bgcolor=0000ff");
        var jpeg = await gallery.GetAsync($"{name}?width=400&format=jpg");
        var blue = await gallery.GetAsync($"{name}?width=400&format=jpg&bgcolor=0000ff");

        Assert.Equal([0, 128, 255], new[] { kept.ColourAt(150, 50)[3], kept.ColourAt(250, 50)[3], kept.ColourAt(350, 50)[3] });
        Assert.Equal((4, 0), (webp.Bands, (int)webp.ColourAt(150, 50)[3]));
        AssertColour([0, 0, 255], filled.ColourAt(150, 50));
        Assert.Equal(3, filled.Bands);
        AssertColour([255, 255, 255], jpeg.ColourAt(150, 50));
        AssertColour([0, 0, 255], blue.ColourAt(150, 50));
        // Red beside nothing is red up to its edge: hidden colours do not shine through.
        AssertColour(Red, kept.ColourAt(96, 50));
    }

    [Theory]
    [InlineData("deep.png")]
    [InlineData("cmyk.jpg")]
    [InlineData("wide.png")]
    public async Task every_way_of_storing_colours_becomes_the_one_of_the_web(string name)
    {
        Open();
        var picture = await gallery.GetAsync($"{name}?width=400&format=png");

        AssertColour(Red, picture.ColourAt(50, 50), 25);
        AssertColour(Yellow, picture.ColourAt(350, 50), 25);
        Assert.Equal("8", picture.Metadata["PNG:BitDepth"]);
    }

    [Theory]
    [InlineData("grey.jpg")]
    [InlineData("grey16.png")]
    public async Task greys_stay_greys(string name)
    {
        Open();
        var picture = await gallery.GetAsync($"{name}?width=200&height=300&rmode=pad&rcolor=ff0000&format=png");

        var grey = picture.ColourAt(100, 150);
        AssertColour([grey[0], grey[0], grey[0]], grey);
        AssertColour([255, 0, 0], picture.ColourAt(100, 5));
    }

    [Fact]
    public async Task of_what_moves_the_first_picture_is_shown()
    {
        Open();
        foreach (var name in (string[])["moving.gif", "moving.webp"])
        {
            var picture = await gallery.GetAsync($"{name}?width=400&format=png");

            Assert.Equal((400, 100), picture.Size);
            AssertColour(Red, picture.ColourAt(20, 50), 20);
        }
    }

    [Fact]
    public async Task worse_quality_is_smaller()
    {
        Open();
        foreach (var format in (string[])["jpg", "webp"])
        {
            var good = await gallery.GetAsync($"turned.jpg?format={format}&quality=95");
            var bad = await gallery.GetAsync($"turned.jpg?format={format}&quality=5");

            Assert.True(bad.Bytes.Length < good.Bytes.Length, $"{bad.Bytes.Length} {good.Bytes.Length}");
        }
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("gif")]
    public async Task credit_and_licence_travel_and_nothing_else_does(string format)
    {
        Open();
        foreach (var name in (string[])["turned.jpg", "turned.png", "turned.webp"])
        {
            var metadata = (await gallery.GetAsync($"{name}?width=120&format={format}")).Metadata;

            Assert.Equal(Gallery.Credit, metadata["XMP-photoshop:Credit"]);
            Assert.Equal(Gallery.Credit, metadata["XMP-cc:AttributionName"]);
            Assert.Equal($"{Gallery.Credit}. {Gallery.Licence}", metadata["XMP-dc:Rights"]);
            Assert.Equal(Gallery.LicenceAddress, metadata["XMP-cc:License"]);
            Assert.Equal(Gallery.LicenceAddress, metadata["XMP-xmpRights:WebStatement"]);
            Assert.Equal(Gallery.Licence, metadata["XMP-xmpRights:UsageTerms"]);
            Assert.DoesNotContain(metadata.Keys, key => key.StartsWith("GPS", StringComparison.Ordinal) || key.StartsWith("IFD", StringComparison.Ordinal) || key.StartsWith("ICC", StringComparison.Ordinal) || key.Contains("Warning", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task a_picture_that_says_nothing_of_its_rights_has_the_licence_of_the_site()
    {
        Open();
        var metadata = (await gallery.GetAsync("plain.jpg?width=100")).Metadata;

        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", metadata["XMP-cc:License"]);
        Assert.Equal("CC BY 4.0", metadata["XMP-dc:Rights"]);
        Assert.DoesNotContain("XMP-photoshop:Credit", metadata.Keys);
    }

    [Theory]
    [InlineData("photo.jpg")]
    [InlineData("photo.jpg?")]
    [InlineData("photo.jpg?mode=max&anchor=top&unknown=1")]
    [InlineData("photo.jpg?v=12&rnd=3")]
    [InlineData("photo.jpg?width=6000")]
    [InlineData("photo.jpg?width=abc&height=-1")]
    public async Task who_asks_for_nothing_gets_the_original_untouched(string address)
    {
        Open();
        var picture = await gallery.GetAsync(address);

        Assert.Equal(gallery.Original("photo.jpg"), picture.Bytes);
        Assert.Equal("bytes", picture.Header("Accept-Ranges"));
    }

    [Fact]
    public async Task every_odd_size_is_exact()
    {
        Open();
        foreach (var (width, height) in ((int, int)[])[(1, 1), (7, 13), (333, 77), (799, 601), (801, 599), (1601, 1199)])
        {
            foreach (var name in (string[])["photo.jpg", "turned.jpg", "tall.jpg", "tiny.png"])
            {
                foreach (var more in (string[])["", "&rxy=0.21,0.83", "&rmode=pad"])
                {
                    Assert.Equal((width, height), (await gallery.GetAsync($"{name}?width={width}&height={height}{more}&format=webp&quality=5")).Size);
                }
            }
        }
    }

    private static void Open() => Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);

    private static void AssertColour(double[] expected, double[] actual, double tolerance = 8) =>
        Assert.True(expected.Zip(actual).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance), $"expected {string.Join(' ', expected)}, not {string.Join(' ', actual)}");
}

using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Repository.Web.Media.Renditions;
using Repository.Web.Media.Renditions.Commands;

namespace Repository.Web.Tests.Media.Renditions;

public sealed class RenditionRequestTests
{
    [Fact]
    public void names_know_no_letter_case_and_the_last_value_counts()
    {
        var request = Read("WIDTH=100&Height=50&width=200&RMODE=Pad&Format=WebP");

        Assert.Equal((200, 50, ResizeMode.Pad, ImageFormat.WebP), (request.Width, request.Height, request.Mode, request.Format));
    }

    [Theory]
    [InlineData("")]
    [InlineData("mode=crop&anchor=top&upscale=false")]
    [InlineData("v=123&rnd=4")]
    [InlineData("hmac=abcd")]
    public void what_is_no_command_is_dropped(string query) => Assert.Empty(Commands(query).Known);

    [Theory]
    [InlineData("width=6000&height=300", null, 300)]
    [InlineData("width=-5&height=300", null, 300)]
    [InlineData("width=0&height=300", null, 300)]
    [InlineData("width=abc&height=300", null, 300)]
    [InlineData("width=10.5&height=300", null, 300)]
    [InlineData("width=&height=300", null, 300)]
    [InlineData("width=99999999999999&height=300", null, 300)]
    [InlineData("width=5000&height=4001", 5000, null)]
    public void a_size_that_is_none_or_too_large_is_taken_away(string query, int? width, int? height)
    {
        var request = Read(query);

        Assert.Equal((width, height), (request.Width, request.Height));
    }

    [Theory]
    [InlineData("width=6000")]
    [InlineData("width=abc&height=0")]
    [InlineData("rmode=pad&ranchor=top&rxy=0,1&rcolor=red")]
    [InlineData("cc=0,0,0,0")]
    [InlineData("cc=0.1,0.2,0.3")]
    [InlineData("format=bmp")]
    [InlineData("quality=high")]
    [InlineData("bgcolor=nosuchcolour")]
    [InlineData("rsampler=box&compand=true&orient=false&autoorient=true")]
    public void where_nothing_is_left_nothing_is_asked(string query) => Assert.True(Read(query).AsksNothing);

    [Theory]
    [InlineData("0", 1)]
    [InlineData("-7", 1)]
    [InlineData("101", 100)]
    [InlineData("99999999999", 100)]
    [InlineData("42", 42)]
    [InlineData("42.5", null)]
    [InlineData("", null)]
    public void quality_is_brought_into_its_range(string given, int? quality) => Assert.Equal(quality, Read($"quality={given}").Quality);

    [Theory]
    [InlineData("rxy=0.25,0.75", 0.25, 0.75)]
    [InlineData("rxy=0.25,0.75&ranchor=left", 0.25, 0.75)]
    [InlineData("rxy=1.2,0.5&ranchor=left", 0, 0.5)]
    [InlineData("rxy=0.5&ranchor=bottomright", 1, 1)]
    [InlineData("rxy=NaN,0&ranchor=TopLeft", 0, 0)]
    [InlineData("rxy=a,b", 0.5, 0.5)]
    [InlineData("ranchor=nowhere", 0.5, 0.5)]
    [InlineData("rxy=0.000000000000000142,1e-17", 1.42e-16, 1e-17)]
    public void a_focal_point_beats_an_anchor_and_nonsense_means_the_centre(string query, double x, double y) => Assert.Equal(new Place(x, y), Read(query).Place);

    [Theory]
    [InlineData("0.1,0.2,0.3,0.4", 0.1, 0.2, 0.3, 0.4)]
    [InlineData("-1,2,0,0.5", 0, 1, 0, 0.5)]
    [InlineData("0.1, 0.2 ,0.3,0", 0.1, 0.2, 0.3, 0)]
    public void a_cut_is_four_distances(string given, double left, double top, double right, double bottom) =>
        Assert.Equal(new Trim(left, top, right, bottom), Read($"cc={Uri.EscapeDataString(given)}").Trim);

    [Theory]
    [InlineData("FF8000", "ff8000ff")]
    [InlineData("ff800080", "ff800080")]
    [InlineData("%23ff8000", "ff8000ff")]
    [InlineData("f80", "ff8800ff")]
    [InlineData("255,128,0", "ff8000ff")]
    [InlineData("255,128,0,64", "ff800040")]
    [InlineData("Tomato", "ff6347ff")]
    [InlineData("rebeccapurple", "663399ff")]
    [InlineData("255,128", null)]
    [InlineData("256,0,0", null)]
    [InlineData("ActiveBorder", null)]
    [InlineData("ff80", "ffff8800")]
    [InlineData("ff800", null)]
    public void a_colour_has_four_forms(string given, string? hex) => Assert.Equal(hex, Read($"rcolor={given}").Bars?.Hex);

    [Fact]
    public void the_same_in_other_words_is_the_same() => Assert.Equal(
        Read("width=10&height=20&rmode=crop&rxy=0.50,0.5&bgcolor=white&v=1").Canonical,
        Read("BGCOLOR=ffffff&unknown=1&height=20&width=99&width=10&ranchor=center").Canonical);

    [Fact]
    public void whatever_is_asked_is_read() =>
        Prop.ForAll(Gen.ArrayOf(Pair()).ToArbitrary(), pairs =>
        {
            var request = Read(string.Join('&', pairs));

            return request.Width is null or (> 0 and <= 5000) && request.Height is null or (> 0 and <= 4000) && request.Quality is null or (>= 1 and <= 100)
                && request.Place is { X: >= 0 and <= 1, Y: >= 0 and <= 1 };
        }).QuickCheckThrowOnFailure();

    private static Gen<string> Pair() =>
        from name in Gen.Elements("width", "height", "rmode", "rxy", "ranchor", "cc", "format", "quality", "bgcolor", "rcolor", "v", "x", "WIDTH", "")
        from value in Gen.Elements("1", "5000", "-1", "0", "0.5,0.5", "0.1,0.2,0.3,0.4", "pad", "NaN", "∞", "1e400", "1e-400,0", "%00", "%", "&", "=", ",,,", "-0", "+5", "１２", "ff0000", "png", "ñ", "\ud800")
        select $"{name}={value}";

    private static RenditionRequest Read(string query) => RenditionRequest.Read(Commands(query), 5000, 4000);

    private static RenditionCommands Commands(string query) => RenditionCommands.Read(new QueryCollection(QueryHelpers.ParseQuery(query)));
}

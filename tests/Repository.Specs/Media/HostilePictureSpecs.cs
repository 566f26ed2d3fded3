using System.Diagnostics;
using System.Net;

namespace Repository.Specs.Media;

public sealed class HostilePictureSpecs(Gallery gallery)
{
    public static TheoryData<string> Hopeless => [.. HostilePictures.Hopeless];

    public static TheoryData<string> Bearable => [.. HostilePictures.Bearable];

    [Theory]
    [MemberData(nameof(Hopeless))]
    public async Task of_what_is_no_picture_the_original_is_served(string name)
    {
        Open();
        foreach (var query in (string[])["width=100", "width=100&height=100&rxy=0.2,0.3&format=webp", "cc=0.1,0.1,0.1,0.1&format=png", "format=jpg&quality=7"])
        {
            var answer = await gallery.GetAsync($"{name}?{query}");

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal(gallery.Original(name), answer.Bytes);
            Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        }
    }

    [Theory]
    [MemberData(nameof(Bearable))]
    public async Task what_is_spoilt_is_shown_as_far_as_it_goes_or_as_it_is(string name)
    {
        Open();
        foreach (var query in (string[])["width=100", "width=100&height=100&rxy=0.2,0.3&format=webp", "cc=0.1,0,0.1,0&width=100&height=60&format=png"])
        {
            var answer = await gallery.GetAsync($"{name}?{query}");

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
            if (!answer.Bytes.SequenceEqual(gallery.Original(name))) Assert.Equal(100, answer.Size.Width);
        }
    }

    [Theory]
    [InlineData("polyglot.jpg")]
    [InlineData("polyglot.gif")]
    public async Task what_hides_behind_a_picture_stays_behind(string name)
    {
        Open();
        var picture = await gallery.GetAsync($"{name}?width=100");

        Assert.DoesNotContain("<script", System.Text.Encoding.Latin1.GetString(picture.Bytes), StringComparison.Ordinal);
        Assert.Equal(100, picture.Size.Width);
    }

    [Fact]
    public async Task the_largest_picture_is_made_outside_this_process()
    {
        Open();
        var before = Process.GetCurrentProcess().PrivateMemorySize64;

        var picture = await gallery.GetAsync("even.png?width=50");

        Assert.Equal((50, 50), picture.Size);
        Assert.InRange(Process.GetCurrentProcess().PrivateMemorySize64 - before, long.MinValue, 200_000_000);
    }

    private static void Open() => Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);
}

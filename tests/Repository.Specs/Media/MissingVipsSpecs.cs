using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Repository.Specs.Delivery;
using Repository.Testing;
using Repository.Web.Media.Renditions.Making;

namespace Repository.Specs.Media;

public sealed class MissingVipsSpecs(Gallery gallery)
{
    [Fact]
    public async Task without_libvips_originals_are_served_until_it_is_installed()
    {
        Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);
        using var bin = new TemporaryFolder();
        using var nice = new TemporaryFolder();
        File.CreateSymbolicLink(nice.File("nice"), Tool.Nice.Path!);
        var site = await gallery.Village.AnotherAsync(services => services.AddSingleton(new Vips($"{bin.Path}:{nice.Path}")));

        var without = await gallery.GetFromAsync(site, "photo.jpg?width=90");
        var ready = await site.GetAsync("/healthz/ready");
        File.CreateSymbolicLink(bin.File(Vips.Program), Tool.Vips.Path!);
        var with = await gallery.GetFromAsync(site, "photo.jpg?width=90");

        Assert.Equal(HttpStatusCode.OK, without.Status);
        Assert.Equal(gallery.Original("photo.jpg"), without.Bytes);
        Assert.Equal("no-cache", without.Header("Cache-Control"));
        Assert.Equal(HttpStatusCode.OK, ready.Status);
        Assert.Equal("libvips", Assert.Single(ready.Json.GetProperty("missingTools").EnumerateArray()).GetString());
        Assert.Equal(90, with.Size.Width);
        Assert.Empty((await site.GetAsync("/healthz/ready")).Json.GetProperty("missingTools").EnumerateArray());
    }

    [Theory]
    [InlineData("kill -SEGV $$")]
    [InlineData("exit 0")]
    [InlineData("echo broken >&2; exit 3")]
    [InlineData("head -c 3000000000 /dev/zero | tail -c 1")]
    public async Task whatever_the_decoder_does_the_original_is_served(string doing)
    {
        Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);
        using var bin = new TemporaryFolder();
        bin.Script(Vips.Program, doing);
        var site = await gallery.Village.AnotherAsync(services => services.AddSingleton(new Vips($"{bin.Path}:/usr/bin:/bin")));

        var answer = await gallery.GetFromAsync(site, $"photo.jpg?width=91&quality={doing.Length}");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(gallery.Original("photo.jpg"), answer.Bytes);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/healthz/ready")).Status);
    }
}

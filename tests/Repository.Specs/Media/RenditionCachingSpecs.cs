using System.Net;
using Repository.Testing;
using Repository.Web.Media.Renditions.Keeping;
using Repository.Web.Media.Renditions.Making;

namespace Repository.Specs.Media;

/// <summary>Made once, kept on disk, told apart by what they show.</summary>
public sealed class RenditionCachingSpecs(PrivateGallery gallery) : IClassFixture<PrivateGallery>
{
    private readonly Gallery _gallery = gallery;

    /// <summary>Nobody else counts in this gallery.</summary>
    private RenditionMaking Making => _gallery.Site.Service<RenditionMaking>();

    [Fact]
    public async Task a_rendition_may_be_kept_for_a_week_and_with_a_version_without_asking()
    {
        Open();
        var plain = await _gallery.GetAsync("photo.jpg?width=111");
        var pinned = await _gallery.GetAsync("photo.jpg?width=111&v=1d9a");
        var random = await _gallery.GetAsync("photo.jpg?rnd=133&width=111");

        Assert.Equal("public, must-revalidate, max-age=604800", plain.Message.Headers.CacheControl!.ToString().Replace("max-age=604800, must-revalidate", "must-revalidate, max-age=604800", StringComparison.Ordinal));
        Assert.All([pinned, random], kept => Assert.Equal("public, max-age=604800, immutable", string.Join(", ", kept.Header("Cache-Control")!.Split(", ").OrderDescending().OrderBy(word => word == "immutable"))));
        Assert.Equal(plain.Header("ETag"), pinned.Header("ETag"));
        Assert.NotNull(plain.Header("Last-Modified"));
        Assert.Null(plain.Header("Vary"));
        Assert.Equal("nosniff", plain.Header("X-Content-Type-Options"));
        Assert.Contains("sandbox", plain.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_rendition_that_is_known_is_not_sent_again()
    {
        Open();
        const string address = "photo.jpg?width=112&format=webp";
        var first = await _gallery.GetAsync(address);

        var byTag = await _gallery.GetAsync(address, ("If-None-Match", first.Header("ETag")!), ("Accept-Encoding", "gzip"));
        var byWeakTag = await _gallery.GetAsync(address, ("If-None-Match", $"\"x\", W/{first.Header("ETag")}"));
        var byDate = await _gallery.GetAsync(address, ("If-Modified-Since", first.Header("Last-Modified")!));
        var other = await _gallery.GetAsync(address, ("If-None-Match", "\"x\""), ("If-Modified-Since", first.Header("Last-Modified")!));

        Assert.All([byTag, byWeakTag, byDate], known => Assert.Equal(HttpStatusCode.NotModified, known.Status));
        Assert.All([byTag, byWeakTag, byDate], known => Assert.Equal(first.Header("ETag"), known.Header("ETag")));
        Assert.All([byTag, byWeakTag, byDate], known => Assert.Null(known.Header("Vary")));
        Assert.Equal(HttpStatusCode.OK, other.Status);
    }

    [Fact]
    public async Task who_asks_for_the_head_gets_what_the_whole_would_say()
    {
        Open();
        var whole = await _gallery.GetAsync("photo.jpg?width=113");
        using var request = new HttpRequestMessage(HttpMethod.Head, Gallery.Url("photo.jpg?width=113"));
        using var head = await _gallery.Site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(whole.Bytes.Length, head.Content.Headers.ContentLength);
        Assert.Equal(whole.Type, head.Content.Headers.ContentType?.MediaType);
        Assert.Equal(whole.Header("ETag"), head.Headers.ETag?.ToString());
    }

    [Fact]
    public async Task a_hundred_who_ask_at_once_are_served_by_one_process()
    {
        Open();
        var before = Making.Made;

        var pictures = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _gallery.GetAsync("photo.jpg?width=640&height=480&format=webp")));

        Assert.All(pictures, picture => Assert.Equal(HttpStatusCode.OK, picture.Status));
        Assert.Single(pictures.Select(picture => Convert.ToHexString(picture.Bytes)).Distinct());
        Assert.Equal(before + 1, Making.Made);
    }

    [Fact]
    public async Task who_goes_away_takes_nothing_from_the_others()
    {
        Open();
        using var impatient = new CancellationTokenSource();
        var gone = _gallery.Site.Client.GetAsync(Gallery.Url("even.png?width=641"), impatient.Token);
        var patient = _gallery.GetAsync("even.png?width=641");

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Assert.Equal(641, (await patient).Size.Width);
    }

    [Fact]
    public async Task the_same_in_other_words_is_made_once()
    {
        Open();
        await _gallery.GetAsync("photo.jpg?width=114&height=50");
        var before = Making.Made;

        await _gallery.GetAsync("photo.jpg?height=50&ranchor=center&WIDTH=114&unknown=3&v=8");

        Assert.Equal(before, Making.Made);
    }

    [Fact]
    public async Task another_file_or_another_credit_is_another_rendition()
    {
        Open();
        await _gallery.HangAsync("changing.jpg", _gallery.Original("photo.jpg"));
        var first = await _gallery.GetAsync("changing.jpg?width=60");

        await _gallery.CreditAsync("changing.jpg", "Otra persona");
        var credited = await _gallery.GetAsync("changing.jpg?width=60");
        await _gallery.HangAsync("changing.jpg", _gallery.Original("logo.png"));
        var replaced = await _gallery.GetAsync("changing.jpg?width=60");

        Assert.Equal(Gallery.Credit, first.Metadata["XMP-photoshop:Credit"]);
        Assert.Equal("Otra persona", credited.Metadata["XMP-photoshop:Credit"]);
        Assert.Equal("image/png", replaced.Type);
        Assert.Equal(3, new[] { first, credited, replaced }.Select(picture => picture.Header("ETag")).Distinct().Count());
    }

    [Fact]
    public async Task renditions_outlive_the_program_and_are_made_anew_when_cleared_away()
    {
        Open();
        var made = await _gallery.GetAsync("photo.jpg?width=115");
        var folder = Path.Combine(_gallery.DataPath, "renditions");
        using var other = new TemporaryFolder();
        other.CopyOf(folder, "renditions");
        var cache = new RenditionCache(other.File("renditions"), long.MaxValue, TimeProvider.System);
        cache.Read();
        var key = Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(folder, "*.jpg", SearchOption.AllDirectories).First(file => File.ReadAllBytes(file).SequenceEqual(made.Bytes)));

        Assert.Equal(made.Header("ETag"), cache.Find(key)?.Tag);
        foreach (var file in Directory.EnumerateFiles(folder, $"{key}.*", SearchOption.AllDirectories)) File.Delete(file);
        Assert.Equal(made.Bytes, (await _gallery.GetAsync("photo.jpg?width=115")).Bytes);
    }

    [Fact]
    public async Task a_picture_that_was_refused_is_not_tried_again_at_once()
    {
        Open();
        await _gallery.GetAsync("half.png?width=77&bgcolor=red&format=gif");
        await _gallery.GetAsync("vips.png?width=77");
        var before = Making.Made;

        for (var times = 0; times < 3; times++) await _gallery.GetAsync("half.png?width=77&bgcolor=red&format=gif");

        Assert.Equal(before, Making.Made);
    }

    [Fact]
    public async Task nothing_unfinished_is_left_behind()
    {
        Open();
        await _gallery.GetAsync("photo.jpg?width=116&rxy=0.3,0.3&height=90");
        await _gallery.GetAsync("half.png?width=116&format=webp");

        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(_gallery.DataPath, "renditions"), "*", SearchOption.AllDirectories), file => Path.GetExtension(file) is ".v" or ".part");
    }

    [Theory]
    [InlineData("/media/gallery0/nada.jpg?width=100")]
    [InlineData("/media/../media/gallery0/../aaaa0004/acta.pdf?width=100")]
    [InlineData("/media/aaaa0004/acta.pdf?width=100")]
    [InlineData("/media/gallery0?width=100")]
    public async Task what_is_not_there_or_not_public_is_not_there_in_any_size(string address)
    {
        Open();
        using var answer = await _gallery.Site.Client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static void Open() => Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);
}

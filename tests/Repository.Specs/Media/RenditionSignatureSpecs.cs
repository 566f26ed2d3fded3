using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Repository.Specs.Media;

public sealed class RenditionSignatureSpecs : IAsyncLifetime
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 64).Select(value => (byte)value)];

    private Gallery? _gallery;

    public async ValueTask InitializeAsync()
    {
        if (Gallery.CanOpen) _gallery = await Gallery.OpenAsync($"Imaging:HmacKey={Convert.ToBase64String(Key)}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_gallery is not null) await _gallery.DisposeAsync();
    }

    [Fact]
    public async Task a_signed_address_is_answered_and_no_other()
    {
        Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);
        const string query = "Width=100&height=80&rmode=Crop";
        var token = Token($"{Gallery.Url("photo.jpg")}?{query}");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"photo.jpg?{query}&hmac={token}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"photo.jpg?hmac={token}&unknown=1&v=7&{query}"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync($"photo.jpg?{query}"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync($"photo.jpg?{query}&hmac="));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync($"photo.jpg?{query}&hmac={token[..^1]}x"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync($"photo.jpg?Width=101&height=80&rmode=Crop&hmac={token}"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync($"photo.jpg?height=80&Width=100&rmode=Crop&hmac={token}"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync($"plain.jpg?{query}&hmac={token}"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync("photo.jpg?width=abc"));
    }

    [Theory]
    [InlineData("photo.jpg")]
    [InlineData("photo.jpg?v=1&rnd=2&unknown=3")]
    [InlineData("photo.jpg?hmac=abc")]
    public async Task an_original_needs_no_signature(string address)
    {
        Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);

        Assert.Equal(_gallery!.Original("photo.jpg"), (await _gallery.GetAsync(address)).Bytes);
    }

    [Fact]
    public async Task what_is_not_there_needs_none_either()
    {
        Assert.SkipUnless(Gallery.CanOpen, Gallery.WhyClosed);

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("nada.jpg?width=100"));
    }

    private async Task<HttpStatusCode> StatusAsync(string address) => (await _gallery!.GetAsync(address)).Status;

    private static string Token(string address) => Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(address.ToLowerInvariant())));
}

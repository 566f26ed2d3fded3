using System.Security.Cryptography;
using Repository.Storage.Forms;
using Repository.Testing;

namespace Repository.Storage.Tests.Forms;

public sealed class EntryFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _bytes = RandomNumberGenerator.GetBytes(300_000);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_was_kept_comes_back_with_its_length_and_hash_until_it_is_erased()
    {
        var files = new EntryFiles(_folder.File("entries"));

        var kept = await files.KeepAsync(new MemoryStream(_bytes), "acta.pdf", "application/pdf", 300_000, Cancellation);

        Assert.Equal((300_000, Convert.ToHexStringLower(SHA256.HashData(_bytes))), (kept!.File.Length, kept.Hash));
        using (var read = new MemoryStream())
        {
            await using var open = files.Open(kept.File.Key);
            await open!.CopyToAsync(read, Cancellation);
            Assert.Equal(_bytes, read.ToArray());
        }

        files.Erase(kept.File.Key);
        Assert.Null(files.Open(kept.File.Key));
        files.Erase(kept.File.Key);
    }

    [Fact]
    public async Task a_file_that_is_too_long_leaves_nothing()
    {
        var files = new EntryFiles(_folder.File("entries"));

        Assert.Null(await files.KeepAsync(new MemoryStream(_bytes), "acta.pdf", "application/pdf", 299_999, Cancellation));

        Assert.Empty(Directory.EnumerateFiles(_folder.File("entries"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task the_same_bytes_twice_are_two_files()
    {
        var files = new EntryFiles(_folder.File("entries"));
        var one = await files.KeepAsync(new MemoryStream(_bytes), "a", "", 300_000, Cancellation);
        var other = await files.KeepAsync(new MemoryStream(_bytes), "b", "", 300_000, Cancellation);

        files.Erase(one!.File.Key);

        Assert.NotNull(files.Open(other!.File.Key));
        Assert.Equal([other.File.Key], files.OlderThan(DateTimeOffset.UtcNow.AddHours(1)));
        Assert.Empty(files.OlderThan(DateTimeOffset.UtcNow.AddHours(-1)));
    }

    public void Dispose() => _folder.Dispose();
}

using Repository.Storage.Files;
using Repository.Testing;

namespace Repository.Storage.Tests.Files;

/// <summary>Files under their hash: whole, lasting, and removed only when nobody has brought them again.</summary>
public sealed class FileStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FileStore _store;

    public FileStoreTests() => _store = new FileStore(_folder.File("files"), TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task a_file_that_nobody_wants_any_more_is_removed()
    {
        var hash = await KeepAsync("uno");
        Age(hash, days: 2);

        Assert.Equal([new StoredFile(hash, 3)], _store.OlderThan(DateTimeOffset.UtcNow.AddDays(-1)));
        Assert.True(_store.Remove(hash, DateTimeOffset.UtcNow.AddDays(-1)));
        Assert.Null(_store.Find(hash));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task a_file_that_is_brought_again_is_young_again()
    {
        var hash = await KeepAsync("uno");
        Age(hash, days: 2);

        await KeepAsync("uno");

        Assert.Empty(_store.OlderThan(DateTimeOffset.UtcNow.AddDays(-1)));
        Assert.False(_store.Remove(hash, DateTimeOffset.UtcNow.AddDays(-1)));
        Assert.NotNull(_store.Find(hash));
    }

    [Fact]
    public async Task what_is_just_coming_in_is_no_file_yet()
    {
        using var coming = _store.Receive();
        await coming.Content.WriteAsync("dos"u8.ToArray(), Cancellation);

        Assert.Empty(_store.OlderThan(DateTimeOffset.UtcNow.AddDays(1)));
        Assert.Empty(new FileStore(_folder.File("nowhere"), TimeProvider.System).OlderThan(DateTimeOffset.UtcNow));
    }

    /// <summary>Whether a name lasts is only seen when the power fails; that the system was asked for it is seen by whoever listens.</summary>
    [Fact]
    public async Task the_name_of_a_kept_file_is_forced_to_disk()
    {
        Assert.SkipUnless(Tool.Strace.IsInstalled, Tool.Strace.WhyAbsent);
        using var listening = await Listening.ToAsync(Environment.ProcessId, _folder.File("calls"));
        Assert.SkipUnless(listening.IsAllowed, "strace may not listen to a process here.");

        var hash = await KeepAsync("uno");

        var calls = await listening.EndAsync();
        var place = Path.Combine(_folder.File("files"), hash.Hex[..2]);
        var renamed = calls.FindIndex(call => call.Contains("rename", StringComparison.Ordinal) && call.Contains(hash.Hex[2..], StringComparison.Ordinal));
        Assert.True(renamed >= 0, string.Join('\n', calls));
        Assert.Contains(calls.Skip(renamed), call => call.Contains("fsync(", StringComparison.Ordinal) && call.Contains($"<{place}>", StringComparison.Ordinal));
        Assert.Contains(calls, call => call.Contains("fsync(", StringComparison.Ordinal) && call.Contains($"<{_folder.File("files")}>", StringComparison.Ordinal));
    }

    private async Task<FileHash> KeepAsync(string text)
    {
        using var incoming = _store.Receive();
        using var source = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        await incoming.FillAsync(source, 1000, Cancellation);
        await incoming.KeepAsync(Cancellation);
        return await incoming.HashAsync(Cancellation);
    }

    private void Age(FileHash hash, int days) => File.SetLastWriteTimeUtc(_store.Find(hash)!, DateTime.UtcNow.AddDays(-days));
}

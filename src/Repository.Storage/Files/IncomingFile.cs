using System.Buffers;
using System.Security.Cryptography;

namespace Repository.Storage.Files;

/// <summary>A file on its way into the store. Until it is kept it lies aside; disposed without being kept it is gone. One owner.</summary>
public sealed class IncomingFile : IDisposable
{
    private const int Portion = 128 * 1024;

    private readonly FileStore _store;
    private FileHash? _hash;
    private bool _isKept;

    internal IncomingFile(FileStore store, FileStream content)
    {
        _store = store;
        Content = content;
    }

    /// <summary>What has been written. Whoever writes here does so before the hash is asked for.</summary>
    public FileStream Content { get; }

    /// <summary>Takes over a stream's bytes, hashing them on the way. False when there are more than the limit: what is beyond it is not read.</summary>
    public async Task<bool> FillAsync(Stream source, long limit, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var portion = ArrayPool<byte>.Shared.Rent(Portion);
        try
        {
            for (int read; (read = await source.ReadAsync(portion.AsMemory(0, Portion), cancellation)) > 0;)
            {
                if (Content.Position + read > limit) return false;
                hash.AppendData(portion, 0, read);
                await Content.WriteAsync(portion.AsMemory(0, read), cancellation);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(portion);
        }

        _hash = FileHash.Of(hash.GetHashAndReset());
        return true;
    }

    public async Task<FileHash> HashAsync(CancellationToken cancellation)
    {
        if (_hash is { } known) return known;
        Content.Position = 0;
        return (_hash = FileHash.Of(await SHA256.HashDataAsync(Content, cancellation))).Value;
    }

    /// <summary>Puts the file into the store. False when the store had the same bytes already.</summary>
    public async Task<bool> KeepAsync(CancellationToken cancellation)
    {
        var hash = await HashAsync(cancellation);

        // Whole on disk before it has its name: a machine that stops in between leaves nothing under the hash.
        Content.Flush(flushToDisk: true);
        _isKept = _store.Keep(Content.Name, hash);

        // No longer held: it may be read from now on.
        if (_isKept) await Content.DisposeAsync();
        return _isKept;
    }

    public void Dispose()
    {
        // Deleted while still held, so that nobody takes it for a leftover.
        if (!_isKept) File.Delete(Content.Name);
        Content.Dispose();
    }
}

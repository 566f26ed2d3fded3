namespace Repository.Web.Tests.Media;

/// <summary>Bytes that go on: for ever, up to a length, or until the connection breaks.</summary>
internal sealed class EndlessStream(long failAfter = long.MaxValue, byte[]? start = null, long length = long.MaxValue) : Stream
{
    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Given; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Given > failAfter) throw new IOException("The connection broke.");
        var count = (int)Math.Min(buffer.Length, length - Given);
        buffer[..count].Clear();
        if (Given == 0 && start is not null) start.CopyTo(buffer);
        Given += count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

namespace Repository.Web.Desk.Forms.Exports;

/// <summary>Holds what a writer that knows no waiting writes, until it is passed on. The framework's ZIP archive ends its parts without waiting; a response may only be written with it.</summary>
internal sealed class PassingStream : Stream
{
    private readonly MemoryStream _held = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => _held.Write(buffer, offset, count);

    public override void Flush()
    {
    }

    public async Task PassAsync(Stream output, CancellationToken cancellation)
    {
        await output.WriteAsync(_held.GetBuffer().AsMemory(0, (int)_held.Length), cancellation);
        _held.SetLength(0);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}

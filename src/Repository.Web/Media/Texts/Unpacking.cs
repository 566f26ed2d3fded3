namespace Repository.Web.Media.Texts;

/// <summary>Counts what is unpacked, over several streams, and stops at a bound.</summary>
internal sealed class Unpacking(long most)
{
    private long _left = most;

    public Stream Of(Stream packed) => new Counted(packed, this);

    private int Count(int read) => (_left -= read) >= 0 ? read : throw new InvalidDataException("It unfolds to more than may be unpacked.");

    private sealed class Counted(Stream inner, Unpacking all) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => all.Count(inner.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => all.Count(inner.Read(buffer));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

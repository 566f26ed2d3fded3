using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Repository.Web.Delivery.Rendering;

/// <summary>An answer under construction: a list of pieces, most of them fragments that already exist, copied once when it is sent. It can be sent once.</summary>
internal sealed class ResponseBody
{
    public static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>
    /// About so much waits in the server's buffers for a slow reader, and what he has taken counts as progress: a body handed over whole would be
    /// cut off when he is not through with it after some seconds.
    /// </summary>
    private const int SentAtOnce = 512 * 1024;

    // A list of items has hundreds of pieces. An array that is not given back to the pool is no loss.
    private Piece[] _pieces = ArrayPool<Piece>.Shared.Rent(256);
    private int _count;

    public long Length { get; private set; }

    public ReadOnlySpan<Piece> Pieces => _pieces.AsSpan(0, _count);

    public void Add(ReadOnlyMemory<byte> text) => Add(new Piece(text, 0, default), text.Length);

    /// <summary>Adds text with what is inset in it.</summary>
    /// <param name="length">That of both together.</param>
    public void Add(Piece piece, int length)
    {
        if (length == 0) return;
        if (_count == _pieces.Length) MakeRoom();
        _pieces[_count++] = piece;
        Length += length;
    }

    public void Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    public void Add<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, JsonOptions)) write(json, state);
        Add(buffer.WrittenMemory);
    }

    public async Task SendAsync(HttpResponse response, CancellationToken cancellation)
    {
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = Length;

        // Before the head is written the server collects a body elsewhere, only to copy it once more.
        await response.StartAsync(cancellation);
        for (var next = 0; next < _count;)
        {
            next = Fill(response.BodyWriter, next);
            if ((await response.BodyWriter.FlushAsync(cancellation)).IsCompleted) break;
        }

        Clear();
    }

    /// <summary>Gives back the room for its pieces.</summary>
    public void Clear()
    {
        GiveBack(_pieces);
        (_pieces, _count, Length) = ([], 0, 0);
    }

    private void MakeRoom()
    {
        var wider = ArrayPool<Piece>.Shared.Rent(Math.Max(256, _pieces.Length * 2));
        Pieces.CopyTo(wider);
        GiveBack(_pieces);
        _pieces = wider;
    }

    /// <summary>Emptied, so that the pool holds on to no fragment.</summary>
    private static void GiveBack(Piece[] pieces) => ArrayPool<Piece>.Shared.Return(pieces, clearArray: true);

    /// <summary>Writes pieces from one on until there is enough to send, and tells which comes next.</summary>
    private int Fill(PipeWriter writer, int next)
    {
        var blocks = new Blocks(writer);
        for (; next < _count && blocks.Written < SentAtOnce; next++) _pieces[next].CopyTo(ref blocks);
        blocks.End();
        return next;
    }
}

/// <summary>Some text, and the fragments of other items that are inset in it; those stand where they stand in the text that this is a part of.</summary>
/// <param name="Start">Where in that text this begins.</param>
internal readonly record struct Piece(ReadOnlyMemory<byte> Text, int Start, ReadOnlyMemory<Inset> Insets)
{
    public void CopyTo(ref Blocks blocks)
    {
        var text = Text.Span;
        var at = 0;
        foreach (ref readonly var inset in Insets.Span)
        {
            blocks.Copy(text[at..(inset.At - Start)]);
            blocks.Copy(inset.Fragment.Span);
            at = inset.At - Start;
        }

        blocks.Copy(text[at..]);
    }
}

/// <summary>What another item keeps of itself, shown at a place in a text.</summary>
/// <param name="Before">How long all that is inset in front of it is.</param>
internal readonly record struct Inset(int At, int Before, ReadOnlyMemory<byte> Fragment)
{
    public int After => Before + Fragment.Length;
}

/// <summary>The writer's memory, taken a block at a time: asking for each run of bytes would cost more than copying it.</summary>
internal ref struct Blocks(IBufferWriter<byte> writer)
{
    private Span<byte> _rest = writer.GetSpan();
    private int _used;

    public long Written { get; private set; }

    public void Copy(ReadOnlySpan<byte> bytes)
    {
        Written += bytes.Length;
        while (bytes.Length > _rest.Length)
        {
            bytes[.._rest.Length].CopyTo(_rest);
            bytes = bytes[_rest.Length..];
            writer.Advance(_used + _rest.Length);
            _rest = writer.GetSpan();
            _used = 0;
        }

        bytes.CopyTo(_rest);
        _rest = _rest[bytes.Length..];
        _used += bytes.Length;
    }

    public readonly void End() => writer.Advance(_used);
}

using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Repository.Web.Delivery.Rendering;

/// <summary>An answer under construction: a list of byte runs, most of them fragments that already exist, copied once when they are sent.</summary>
internal sealed class ResponseBody
{
    public static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>
    /// About so much waits in the server's buffers for a slow reader, and what he has taken counts as progress: a body handed over whole would be
    /// cut off when he is not through with it after some seconds.
    /// </summary>
    private const int SentAtOnce = 512 * 1024;

    private readonly List<ReadOnlyMemory<byte>> _runs = new(128);

    public long Length { get; private set; }

    public void Add(ReadOnlyMemory<byte> run)
    {
        if (run.IsEmpty) return;
        _runs.Add(run);
        Length += run.Length;
    }

    public void Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    public void Add<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, JsonOptions)) write(json, state);
        Add(buffer.WrittenMemory);
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        var at = 0;
        foreach (var run in _runs)
        {
            run.Span.CopyTo(bytes.AsSpan(at));
            at += run.Length;
        }

        return bytes;
    }

    public async Task SendAsync(HttpResponse response, CancellationToken cancellation)
    {
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = Length;

        // Before the head is written the server collects a body elsewhere, only to copy it once more.
        await response.StartAsync(cancellation);
        for (var run = 0; run < _runs.Count;)
        {
            run = Fill(response.BodyWriter, run);
            if ((await response.BodyWriter.FlushAsync(cancellation)).IsCompleted) return;
        }
    }

    /// <summary>
    /// Writes runs from one on until there is enough to send, and tells which comes next. Takes the writer's memory a block at a time: asking
    /// for each run would cost more than copying it.
    /// </summary>
    private int Fill(PipeWriter writer, int next)
    {
        var block = writer.GetSpan();
        var (used, sent) = (0, 0L);
        for (; next < _runs.Count && sent < SentAtOnce; next++)
        {
            var run = _runs[next];
            sent += run.Length;
            var rest = run.Span;
            while (rest.Length > block.Length - used)
            {
                rest[..(block.Length - used)].CopyTo(block[used..]);
                rest = rest[(block.Length - used)..];
                writer.Advance(block.Length);
                block = writer.GetSpan();
                used = 0;
            }

            rest.CopyTo(block[used..]);
            used += rest.Length;
        }

        writer.Advance(used);
        return next;
    }
}

using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace Repository.Web.Forms;

/// <summary>The body of a request, read up to a bound. What is beyond is read over and thrown away for a while, so that whoever sent too much is still there to be told so.</summary>
internal sealed class BoundedBody(HttpContext http, long most)
{
    /// <summary>More than that is sent by nobody by mistake: the connection ends.</summary>
    private const long Patience = 64 * 1024 * 1024;

    private const int Portion = 64 * 1024;

    public long Most => most;

    /// <summary>From now on the server itself refuses nothing shorter than this body's patience.</summary>
    public BoundedBody Open()
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = most + Patience;
        return this;
    }

    /// <summary>All of it; null when there is more than the bound.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellation)
    {
        if (http.Request.ContentLength > most) return await RefuseAsync(cancellation);
        var said = (int)Math.Min(http.Request.ContentLength ?? Portion, most) + 1;
        // Room for what is said to come is made once some of it has come: to say so costs nothing.
        var body = new ArrayBufferWriter<byte>(Math.Min(said, Portion));
        for (int read; (read = await http.Request.Body.ReadAsync(Room(body, said), cancellation)) > 0;)
        {
            if (body.WrittenCount + read > most) return await RefuseAsync(cancellation);
            body.Advance(read);
        }

        return body.WrittenMemory;
    }

    /// <summary>All of it into a stream; false when there is more than the bound.</summary>
    public async Task<bool> CopyToAsync(Stream target, CancellationToken cancellation)
    {
        var portion = ArrayPool<byte>.Shared.Rent(Portion);
        try
        {
            var copied = http.Request.ContentLength > most ? most + 1 : 0;
            for (int read; copied <= most && (read = await http.Request.Body.ReadAsync(portion, cancellation)) > 0;)
            {
                copied += read;
                if (copied <= most) await target.WriteAsync(portion.AsMemory(0, read), cancellation);
            }

            if (copied > most) await DrainAsync(cancellation);
            return copied <= most;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(portion);
        }
    }

    private static Memory<byte> Room(ArrayBufferWriter<byte> body, int said) => body.GetMemory(body.FreeCapacity == 0 ? Math.Max(1, said - body.WrittenCount) : 0);

    /// <summary>Reads over what is still to come.</summary>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        var portion = ArrayPool<byte>.Shared.Rent(Portion);
        try
        {
            var drained = 0L;
            for (int read; drained < Patience && (read = await http.Request.Body.ReadAsync(portion, cancellation)) > 0;) drained += read;
            if (drained >= Patience) http.Response.Headers.Connection = "close";
        }
        catch (Exception gone) when (gone is BadHttpRequestException or IOException)
        {
            http.Response.Headers.Connection = "close";
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(portion);
        }
    }

    private async Task<ReadOnlyMemory<byte>?> RefuseAsync(CancellationToken cancellation)
    {
        await DrainAsync(cancellation);
        return null;
    }
}

using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Repository.Specs.Delivery;

/// <summary>A request as bytes on a connection: what no well-behaved client would send.</summary>
internal static class RawRequest
{
    /// <summary>Sends a request line's target as it is, with header lines, and gives back status and body; null when the server hung up without a word.</summary>
    public static async Task<(int Status, string Text)?> GetRawAsync(this TestSite site, string target, params string[] headers) =>
        await site.SendRawAsync($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{string.Concat(headers.Select(header => $"{header}\r\n"))}\r\n");

    public static async Task<(int Status, string Text)?> SendRawAsync(this TestSite site, string request)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var connection = new TcpClient();
        await connection.ConnectAsync(site.Client.BaseAddress!.Host, site.Client.BaseAddress.Port, cancellation);
        await using var stream = connection.GetStream();
        var received = new MemoryStream();
        try
        {
            // Characters up to U+00FF stand for single bytes.
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), cancellation);
            await stream.CopyToAsync(received, cancellation);
        }
        catch (IOException)
        {
            // The server may refuse a request before it was sent to the end; what it said before counts.
        }

        var text = Encoding.UTF8.GetString(received.ToArray());
        if (text.Length == 0) return null;
        var body = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return (int.Parse(text.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture), body < 0 ? "" : text[(body + 4)..]);
    }
}

using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Repository.Benchmarks;

/// <summary>Sixteen connections that ask as fast as they are answered. Light, because it shares the machine with what it measures.</summary>
internal static class Load
{
    private const int Connections = 16;

    /// <summary>Answers per second over a set of addresses, and the mean size of an answer's body.</summary>
    public static async Task<(double Rate, int Size)> RunAsync(Uri server, IReadOnlyList<string> paths, TimeSpan time)
    {
        var requests = paths.Select(path => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\n\r\n")).ToArray();
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(number => Task.Run(() => AskAsync(server, requests, number, clock, time))));
        var answers = counts.Sum(count => count.Answers);
        return (answers / clock.Elapsed.TotalSeconds, (int)(counts.Sum(count => count.Bytes) / Math.Max(1, answers)));
    }

    private static async Task<(long Answers, long Bytes)> AskAsync(Uri server, byte[][] requests, int number, Stopwatch clock, TimeSpan time)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port);
        var buffer = new byte[256 * 1024];
        var (answers, bytes) = (0L, 0L);
        for (var next = number * requests.Length / Connections; clock.Elapsed < time; next++)
        {
            await socket.SendAsync(requests[next % requests.Length]);
            bytes += await AnswerAsync(socket, buffer);
            answers++;
        }

        return (answers, bytes);
    }

    /// <summary>Reads one answer and gives the size of its body.</summary>
    private static async ValueTask<int> AnswerAsync(Socket socket, byte[] buffer)
    {
        var read = 0;
        int body;
        do
        {
            var more = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (more == 0) throw new InvalidOperationException("The server hung up.");
            read += more;
        }
        while ((body = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8)) < 0);

        var head = buffer.AsSpan(0, body);
        if (!head.StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException(Encoding.ASCII.GetString(head));
        var length = Length(head);
        for (var left = body + 4 + length - read; left > 0;) left -= await socket.ReceiveAsync(buffer.AsMemory(0, Math.Min(left, buffer.Length)));
        return length;
    }

    private static int Length(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0 || !Utf8Parser.TryParse(head[(at + 16)..], out int length, out _)) throw new InvalidOperationException("An answer of unknown length.");
        return length;
    }
}

using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Repository.Benchmarks;

/// <summary>
/// Sixteen connections that ask as fast as they are answered. Each has a thread that waits in the system call: the lightest there is, because
/// client and server share the machine.
/// </summary>
internal static class Load
{
    private const int Connections = 16;

    /// <summary>Answers per second over a set of addresses, and the mean size of an answer's body.</summary>
    public static (double Rate, int Size) Run(Uri server, IReadOnlyList<string> paths, TimeSpan time)
    {
        var requests = paths.Select(path => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\n\r\n")).ToArray();
        var counts = new (long Answers, long Bytes)[Connections];
        var clock = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, Connections).Select(number => new Thread(() => counts[number] = Ask(server, requests, number, clock, time))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var answers = counts.Sum(count => count.Answers);
        return (answers / clock.Elapsed.TotalSeconds, (int)(counts.Sum(count => count.Bytes) / Math.Max(1, answers)));
    }

    private static (long Answers, long Bytes) Ask(Uri server, byte[][] requests, int number, Stopwatch clock, TimeSpan time)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(server.Host, server.Port);
        var buffer = new byte[512 * 1024];
        var (answers, bytes) = (0L, 0L);
        for (var next = number * requests.Length / Connections; clock.Elapsed < time; next++)
        {
            socket.Send(requests[next % requests.Length]);
            bytes += Answer(socket, buffer);
            answers++;
        }

        return (answers, bytes);
    }

    /// <summary>Reads one answer and gives the size of its body.</summary>
    private static int Answer(Socket socket, byte[] buffer)
    {
        var read = 0;
        int body;
        do
        {
            read += Receive(socket, buffer.AsSpan(read));
        }
        while ((body = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8)) < 0);

        var head = buffer.AsSpan(0, body);
        if (!head.StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException(Encoding.ASCII.GetString(head));
        var length = Length(head);
        for (var left = body + 4 + length - read; left > 0;) left -= Receive(socket, buffer);
        return length;
    }

    private static int Receive(Socket socket, Span<byte> into) =>
        socket.Receive(into) is > 0 and var count ? count : throw new InvalidOperationException("The server hung up.");

    private static int Length(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0 || !Utf8Parser.TryParse(head[(at + 16)..], out int length, out _)) throw new InvalidOperationException("An answer of unknown length.");
        return length;
    }
}

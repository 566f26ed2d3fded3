using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Repository.Specs.Desk.Forms;

/// <summary>A mail server as small as one can be: takes letters by SMTP, or refuses them as long as it is told to.</summary>
internal sealed class PostOffice : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();

    public PostOffice()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public bool IsRefusing { get; set; }

    public ConcurrentQueue<Letter> Letters { get; } = [];

    public void Dispose()
    {
        _closing.Cancel();
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_closing.Token);
                _ = TalkAsync(client);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 localhost");
        var to = new List<string>();
        while (await reader.ReadLineAsync(_closing.Token) is { } line)
        {
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            if (word == "RCPT") to.Add(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]);
            if (word == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                Letters.Enqueue(new Letter([.. to], await ReadAsync(reader)));
            }

            await writer.WriteLineAsync(word switch
            {
                "QUIT" => "221 bye",
                "MAIL" when IsRefusing => "451 not now, ana@example.org",
                _ => "250 ok",
            });
            if (word == "QUIT") return;
        }
    }

    private async Task<string> ReadAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_closing.Token) is { } line and not ".") text.AppendLine(line);
        return text.ToString();
    }

    internal sealed record Letter(string[] To, string Source)
    {
        /// <summary>Its body as its reader gets it.</summary>
        public string Text
        {
            get
            {
                var body = Source[(Source.IndexOf("\n\n", StringComparison.Ordinal) is var end and >= 0 ? end : Source.IndexOf("\r\n\r\n", StringComparison.Ordinal))..].Trim();
                return Source.Contains("base64", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(Convert.FromBase64String(body.ReplaceLineEndings(""))) : Unquoted(body.ReplaceLineEndings("\n"));
            }
        }

        private static string Unquoted(string body)
        {
            var bytes = new List<byte>();
            var text = body.Replace("=\n", "", StringComparison.Ordinal);
            for (var at = 0; at < text.Length; at++)
            {
                if (text[at] == '=' && at + 2 < text.Length)
                {
                    bytes.Add(Convert.ToByte(text.Substring(at + 1, 2), 16));
                    at += 2;
                }
                else bytes.Add((byte)text[at]);
            }

            return Encoding.UTF8.GetString([.. bytes]);
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Repository.Specs.Desk.Forms;

/// <summary>A mail server as small as one can be: takes letters by SMTP, or refuses them as long as it is told to; encrypted and from those it knows, where it is told so.</summary>
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

    /// <summary>With one it offers to encrypt the way (STARTTLS).</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>With one it takes letters only from who signed in.</summary>
    public (string User, string Password)? Account { get; init; }

    /// <summary>All that was said to it.</summary>
    public ConcurrentQueue<string> Heard { get; } = [];

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
        try
        {
            var talk = new Talk(client.GetStream(), new StreamReader(client.GetStream(), Encoding.Latin1));
            await talk.SayAsync("220 localhost");
            while (await HearAsync(talk) is { } line)
            {
                var word = line.Split(' ', ':')[0].ToUpperInvariant();
                if (word == "RCPT") talk.To.Add(line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]);
                if (word == "DATA") await TakeAsync(talk);
                else if (word == "AUTH") await SignInAsync(talk, line);
                else await talk.SayAsync(AnswerTo(word, talk));
                if (word == "QUIT") return;
                if (word == "STARTTLS") talk = await EncryptedAsync(client.GetStream());
            }
        }
        catch (Exception over) when (over is IOException or AuthenticationException or OperationCanceledException)
        {
            // Whoever called hung up, or did not trust the certificate.
        }
    }

    private string[] AnswerTo(string word, Talk talk) => word switch
    {
        "QUIT" => ["221 bye"],
        "EHLO" => ["250-localhost", .. Certificate is not null && !talk.IsEncrypted ? ["250-STARTTLS"] : Array.Empty<string>(), .. Account is not null ? ["250-AUTH LOGIN"] : Array.Empty<string>(), "250 ok"],
        "STARTTLS" => ["220 go on"],
        "MAIL" when IsRefusing => ["451 not now, ana@example.org"],
        "MAIL" when Account is not null && talk.SignedInAs is null => ["530 sign in first, ana@example.org"],
        _ => ["250 ok"],
    };

    private async Task<Talk> EncryptedAsync(Stream plain)
    {
        var stream = new SslStream(plain);
        await stream.AuthenticateAsServerAsync(Certificate!, clientCertificateRequired: false, checkCertificateRevocation: false);
        return new Talk(stream, new StreamReader(stream, Encoding.Latin1)) { IsEncrypted = true };
    }

    private async Task SignInAsync(Talk talk, string line)
    {
        var user = Encoding.UTF8.GetString(Convert.FromBase64String(line.Split(' ')[2]));
        await talk.SayAsync("334 UGFzc3dvcmQ6");
        var password = Encoding.UTF8.GetString(Convert.FromBase64String(await HearAsync(talk) ?? ""));
        var isKnown = Account == (user, password);
        if (isKnown) talk.SignedInAs = user;
        await talk.SayAsync(isKnown ? "235 welcome" : "535 who is ana@example.org?");
    }

    private async Task TakeAsync(Talk talk)
    {
        await talk.SayAsync("354 go on");
        var text = new StringBuilder();
        while (await HearAsync(talk) is { } line and not ".") text.AppendLine(line);
        Letters.Enqueue(new Letter([.. talk.To], text.ToString()) { IsEncrypted = talk.IsEncrypted, SignedInAs = talk.SignedInAs });
        await talk.SayAsync("250 ok");
    }

    private async Task<string?> HearAsync(Talk talk)
    {
        var line = await talk.Reader.ReadLineAsync(_closing.Token);
        if (line is not null) Heard.Enqueue(line);
        return line;
    }

    private sealed class Talk(Stream stream, StreamReader reader)
    {
        public StreamReader Reader => reader;

        public bool IsEncrypted { get; init; }

        public string? SignedInAs { get; set; }

        public List<string> To { get; } = [];

        public async Task SayAsync(params string[] lines) => await stream.WriteAsync(Encoding.Latin1.GetBytes(string.Concat(lines.Select(line => $"{line}\r\n"))));
    }

    internal sealed record Letter(string[] To, string Source)
    {
        public bool IsEncrypted { get; init; }

        public string? SignedInAs { get; init; }

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

using System.Net.Sockets;
using System.Text;

namespace Repository.Specs.Forms;

/// <summary>A stranger with a token who sends a large entry in drops, fast enough not to be cut off, and never finishes.</summary>
internal sealed class SlowSender : IAsyncDisposable
{
    private const int Drop = 2048;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly TcpClient _client;
    private readonly CancellationTokenSource _gone = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly Task _dripping;

    private SlowSender(TcpClient client)
    {
        _client = client;
        _dripping = DripAsync(_gone.Token);
    }

    public static async Task<SlowSender> BeginAsync(TestSite site)
    {
        using var person = new PageSender(site);
        var token = (await person.OpenAsync(person.Address)).QuerySelector("input[name='_token']")!.GetAttribute("value")!;
        var address = site.Client.BaseAddress!;
        var client = new TcpClient(address.Host, address.Port);
        var head = $"POST {WireSender.Entries}{EveryKindForm.Key} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: 30000000\r\nCookie: {person.Cookie}\r\nRequestVerificationToken: {token}\r\n\r\n{{";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        return new SlowSender(client);
    }

    /// <summary>What comes back, as far as it has come.</summary>
    public async Task<string> AnswerAsync()
    {
        var answer = new byte[4096];
        return Encoding.UTF8.GetString(answer, 0, await _client.GetStream().ReadAsync(answer, TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await _dripping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _client.Dispose();
        _gone.Dispose();
    }

    private async Task DripAsync(CancellationToken cancellation)
    {
        var drop = Encoding.ASCII.GetBytes(new string(' ', Drop));
        while (true)
        {
            await Task.Delay(Pause, cancellation);
            await _client.GetStream().WriteAsync(drop, cancellation);
        }
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Repository.Core.Accounts;

namespace Repository.Specs.Desk;

/// <summary>A browser without scripts at the desk: keeps its cookies, follows nothing by itself, and brings the page's token along with every form.</summary>
internal sealed class DeskClient : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private string? _token;
    private Account? _account;
    private Session? _session;

    public DeskClient(Uri site, string? address = null)
    {
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = site };
        if (address is not null) _http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
    }

    public HttpClient Http => _http;

    public Account Account => _account ?? throw new InvalidOperationException("Nobody is signed in.");

    public Session Session => _session ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>What the cookie of the session holds.</summary>
    public string? SessionCookie
    {
        get => _cookies.GetCookies(new Uri(_http.BaseAddress!, "/desk"))["desk"]?.Value;
        set => _cookies.Add(_http.BaseAddress!, new Cookie("desk", value, "/desk"));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Enter(string token, Account account, Session session) => (SessionCookie, _account, _session) = (token, account, session);

    public Task<DeskAnswer> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>A form, with the token.</summary>
    public async Task<DeskAnswer> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        var token = await TokenAsync();
        return await PostBareAsync(address, [("Token", token), .. fields]);
    }

    /// <summary>A form as it is.</summary>
    public Task<DeskAnswer> PostBareAsync(string address, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) });

    /// <summary>What an island does: JSON there and back.</summary>
    public async Task<DeskAnswer> CallAsync(HttpMethod method, string address, object? body = null)
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body, body.GetType()) };
        if (method != HttpMethod.Get) request.Headers.Add("RequestVerificationToken", await TokenAsync());
        return await SendAsync(request);
    }

    public async Task<DeskAnswer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await _http.SendAsync(request, Cancellation);
            var answer = new DeskAnswer(
                response.StatusCode,
                await response.Content.ReadAsStringAsync(Cancellation),
                response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join('\n', header.Value), StringComparer.OrdinalIgnoreCase));

            // A token belongs to a session: with a new one comes a new one.
            if (answer.Headers.GetValueOrDefault("Set-Cookie", "").Split('\n').Any(cookie => cookie.StartsWith("desk=", StringComparison.Ordinal))) _token = null;
            return answer;
        }
    }

    /// <summary>The token of a page that everybody gets who is here.</summary>
    public async Task<string> TokenAsync()
    {
        if (_token is not null) return _token;
        var page = await GetAsync("/desk/nowhere/at/all");
        while (page.Location is { } way) page = await GetAsync(way);
        return _token = page.Page.QuerySelector("meta[name=desk-token]")?.GetAttribute("content") ?? throw new InvalidOperationException($"There is no token in {page.Text}");
    }

    public void Dispose() => _http.Dispose();
}

internal sealed record DeskAnswer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public string? Location => Headers.GetValueOrDefault("Location");

    public IHtmlDocument Page => new HtmlParser().ParseDocument(Text);

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>What is said above everything else of a page.</summary>
    public string? Note => Page.QuerySelector(".note")?.TextContent;

    public string Heading => Page.QuerySelector("h1")?.TextContent ?? "";
}

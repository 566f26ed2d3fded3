using System.Net;
using System.Text.RegularExpressions;

namespace Repository.Specs.Desk;

/// <summary>A browser without scripts at the desk: follows links, sends forms with their token.</summary>
internal sealed partial class DeskVisitor(HttpClient client) : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<SeenPage> GetAsync(string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        return await SeenPage.OfAsync(response);
    }

    /// <summary>Sends a form that a page holds; what it leads to is loaded as well.</summary>
    public async Task<SeenPage> SendAsync(string page, string address, params (string Name, string Value)[] fields)
    {
        var token = (await GetAsync(page)).Token;
        return await PostAsync(address, [("Token", token), .. fields]);
    }

    public async Task<SeenPage> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await client.PostAsync(new Uri(address, UriKind.Relative), content, Cancellation);
        return response.StatusCode == HttpStatusCode.SeeOther ? await GetAsync(response.Headers.Location!.OriginalString) : await SeenPage.OfAsync(response);
    }

    /// <summary>Sends a form with files.</summary>
    public async Task<SeenPage> UploadAsync(string address, (string Name, byte[] Bytes)[] files, params (string Name, string Value)[] fields)
    {
        var token = (await GetAsync(address)).Token;
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(token), "Token");
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files) content.Add(new ByteArrayContent(bytes), "files", name);
        using var response = await client.PostAsync(new Uri(address, UriKind.Relative), content, Cancellation);
        return response.StatusCode == HttpStatusCode.SeeOther ? await GetAsync(response.Headers.Location!.OriginalString) : await SeenPage.OfAsync(response);
    }

    /// <summary>Sends the last form of a page as it stands, with a few fields changed or added.</summary>
    public async Task<SeenPage> ConfirmAsync(string page, params (string Name, string Value)[] more)
    {
        var asked = await GetAsync(page);
        var form = asked.Html[asked.Html.LastIndexOf("<form", StringComparison.Ordinal)..];
        var fields = Hidden().Matches(form).Select(match => (WebUtility.HtmlDecode(match.Groups[1].Value), WebUtility.HtmlDecode(match.Groups[2].Value))).Where(field => !more.Any(other => other.Name == field.Item1));
        return await PostAsync(Action().Match(form).Groups[1].Value, [.. fields, .. more]);
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex Hidden();

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex Action();
}

internal sealed partial record SeenPage(HttpStatusCode Status, string Html, string? Location)
{
    public string Token => WebUtility.HtmlDecode(TokenMark().Match(Html).Groups[1].Value);

    /// <summary>What a person reads: without marks and with single blanks.</summary>
    public string Text => Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(Html, " ")), " ");

    public static async Task<SeenPage> OfAsync(HttpResponseMessage response) =>
        new(response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Headers.Location?.OriginalString);

    [GeneratedRegex("<meta name=\"desk-token\" content=\"([^\"]*)\"")]
    private static partial Regex TokenMark();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

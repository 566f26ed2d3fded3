using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Repository.Specs.Forms;

/// <summary>A person with a browser that runs no scripts: fills in what is in sight, presses the button, reads what comes.</summary>
internal sealed class PageSender : IDisposable
{
    private const int MostSteps = 12;

    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;

    public PageSender(TestSite site, string address = FormsSite.Page)
    {
        Address = address;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = _cookies }) { BaseAddress = site.Client.BaseAddress };
    }

    public string Address { get; }

    public HttpClient Client => _client;

    /// <summary>What the browser has to send along with an entry by the API.</summary>
    public string Cookie => _cookies.GetCookieHeader(new Uri(_client.BaseAddress!, WireSender.Entries));

    /// <summary>What the last answer was.</summary>
    public HttpStatusCode Status { get; private set; }

    public HttpResponseHeaders? Headers { get; private set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    public async Task<FormOutcome> SendAsync(FormCase sent)
    {
        var page = await OpenAsync(Address);
        for (var step = 0; step < MostSteps; step++)
        {
            page = await PressAsync(page, "next", sent, isWhole: true);
            if (page.QuerySelector(".form-folio strong") is { } folio) return new FormOutcome(folio.TextContent, []);
            if (page.QuerySelector("#errores") is not null) return new FormOutcome(null, WrongOf(page));
        }

        throw new InvalidOperationException("The form has no end.");
    }

    public static string[] WrongOf(IHtmlDocument page) => [.. page.QuerySelectorAll("#errores li").Select(line => line.GetAttribute("data-alias")!)];

    public async Task<IHtmlDocument> OpenAsync(string address)
    {
        using var response = await _client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), Cancellation);
        return await ReadAsync(response);
    }

    /// <summary>Fills in what a case says of the questions in sight, presses a button, and follows where it leads.</summary>
    public async Task<IHtmlDocument> PressAsync(IHtmlDocument page, string button, FormCase? sent = null, bool isWhole = false, Action<MultipartFormDataContent>? change = null)
    {
        var form = page.QuerySelector<IHtmlFormElement>("form[data-form]") ?? throw new InvalidOperationException($"There is no form: {page.Body?.TextContent}");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Filled(form, sent).Concat(sent is null ? [] : Forced(form, sent))) content.Add(new StringContent(value, Encoding.UTF8), $"\"{name}\"");
        foreach (var (alias, name, bytes) in sent?.Files ?? [])
        {
            if (InSight(form).All(input => input.GetAttribute("name") != alias) || form.QuerySelector($"[data-field='{alias}'] .form-kept") is not null) continue;
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            content.Add(file, $"\"{alias}\"", $"\"{name}\"");
        }

        if (isWhole && page.QuerySelector("[data-field='aviso']") is not null)
        {
            foreach (var (alias, texts) in sent!.Strange)
            {
                foreach (var text in texts) content.Add(new StringContent(text), $"\"{alias}\"");
            }
        }

        content.Add(new StringContent(button), "\"_step\"");
        change?.Invoke(content);
        using var response = await _client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content, Cancellation);
        return await ReadAsync(response);
    }

    /// <summary>The inputs that a person sees, or that travel along unseen.</summary>
    private static IEnumerable<IElement> InSight(IHtmlFormElement form) =>
        form.QuerySelectorAll("input[name], select[name], textarea[name]").Where(input => input.Closest("fieldset[disabled]") is null);

    private static IEnumerable<(string Name, string Value)> Filled(IHtmlFormElement form, FormCase? sent)
    {
        foreach (var input in InSight(form))
        {
            var name = input.GetAttribute("name")!;
            var (alias, part) = name.Split('.', 2) is [var before, var after] ? (before, after) : (name, null);
            string[] said = [.. sent?.TextsOf(alias) ?? []];
            switch (input)
            {
                case IHtmlInputElement { Type: "hidden" } hidden:
                    yield return (name, hidden.Value);
                    break;
                case IHtmlInputElement { Type: "file" }:
                    break;
                case IHtmlInputElement { Type: "radio" or "checkbox" } choice:
                    var isChosen = said.Length > 0 ? said.Contains(part is null ? choice.Value : $"{part}={choice.Value}") : choice.IsChecked;
                    if (isChosen) yield return (name, choice.Value);
                    break;
                case IHtmlSelectElement select:
                    var place = part is null ? 0 : int.Parse(part, System.Globalization.CultureInfo.InvariantCulture) - 1;
                    yield return (name, said.Length > 0 ? place < said.Length ? said[place] : "" : select.Value ?? "");
                    break;
                case IHtmlTextAreaElement area:
                    yield return (name, (said.Length > 0 ? said[0] : area.Value).Replace("\n", "\r\n", StringComparison.Ordinal));
                    break;
                default:
                    yield return (name, said.Length > 0 ? said[0] : input.GetAttribute("value") ?? "");
                    break;
            }
        }
    }

    /// <summary>What the questions in sight have no input for: somebody who changed the page by hand sends it nevertheless.</summary>
    private static IEnumerable<(string Name, string Value)> Forced(IHtmlFormElement form, FormCase sent) =>
        from alias in sent.Answers.Select(answer => answer.Alias)
        where form.QuerySelector($"[data-field='{alias}']:not([disabled])") is { } field && field.Closest("fieldset[disabled]") is null
        let inputs = form.QuerySelectorAll($"[data-field='{alias}'] :is(input, select, textarea)").ToList()
        from text in sent.Unasked(alias, [.. inputs.OfType<IHtmlInputElement>().Where(input => input.Type is "radio" or "checkbox").Select(input => input.Name == alias ? input.Value : $"{input.Name![(alias.Length + 1)..]}={input.Value}")], inputs.Count(input => input is not IHtmlInputElement { Type: "radio" or "checkbox" or "file" }))
        select (alias, text);

    private async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response)
    {
        (Status, Headers) = (response.StatusCode, response.Headers);
        if (response.StatusCode == HttpStatusCode.SeeOther) return await OpenAsync(response.Headers.Location!.ToString());
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Cancellation));
    }
}

using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Repository.Core.Workflow;

namespace Repository.Specs.Desk;

/// <summary>Somebody at the desk with a browser that runs no scripts.</summary>
internal sealed class Colleague(HttpClient client, Person person) : IDisposable
{
    public Person Person => person;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<DeskReply> GetAsync(string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        return new DeskReply(response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>Sends the form of a page in which a button or a field has a name and a value, with what the page holds in it and what is typed; follows where it leads.</summary>
    public async Task<DeskReply> PressAsync(string page, (string Name, string Value) button, params (string Name, string Value)[] typed)
    {
        var opened = await GetAsync(page);
        var form = opened.Page.QuerySelectorAll<IHtmlFormElement>("form").FirstOrDefault(form => form.QuerySelector($"[name='{button.Name}'][value='{button.Value}']") is not null)
            ?? throw new InvalidOperationException($"{page} offers no {button}:\n{opened.Words}");
        var held = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(field => (Name: field.Name!, field.Value)).Where(field => typed.All(other => other.Name != field.Name));
        return await PostAsync(form.GetAttribute("action")!, [.. held, button, .. typed]);
    }

    public async Task<DeskReply> PostAsync(string address, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.DistinctBy(field => field.Name).Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await client.PostAsync(new Uri(address, UriKind.Relative), content, Cancellation);
        return response.StatusCode == HttpStatusCode.SeeOther
            ? await GetAsync(response.Headers.Location!.OriginalString)
            : new DeskReply(response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>A form that no page offers, with the token that every page has.</summary>
    public async Task<DeskReply> ForgeAsync(string address, params (string Name, string Value)[] fields)
    {
        var token = (await GetAsync("/desk/audit")).Page.QuerySelector("meta[name=desk-token]")!.GetAttribute("content")!;
        return await PostAsync(address, [("Token", token), .. fields]);
    }

    public void Dispose() => client.Dispose();
}

internal sealed record DeskReply(HttpStatusCode Status, string Html)
{
    public IHtmlDocument Page { get; } = new HtmlParser().ParseDocument(Html);

    public string? Note => Page.QuerySelector(".note.good, .note.bad")?.TextContent;

    /// <summary>What a person reads.</summary>
    public string Words => string.Join(' ', Page.QuerySelector("main")?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);
}

using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Content;
using Repository.Core.Workflow;

namespace Repository.Specs.Desk;

/// <summary>A site with the seed, and people at its desk who need not sign in: what is specified here is writing.</summary>
public class WritingDesk : IAsyncLifetime
{
    private readonly Persons _persons = new();
    private TestSite? _site;

    public TestSite Site => _site ?? throw new InvalidOperationException("The site is not started.");

    private protected virtual string[] Settings => [];

    public virtual async ValueTask InitializeAsync() => _site = await TestSite.StartAsync(
        services =>
        {
            Persons.Know(services, _persons);
            Exchange(services);
        },
        Settings);

    public virtual async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What else of the program is exchanged.</summary>
    private protected virtual void Exchange(IServiceCollection services)
    {
    }

    internal DeskHand Somebody(Role role = Role.Administrator, string name = "Ana", Guid? section = null)
    {
        var person = _persons.Add(name, role, section);
        return new DeskHand(Persons.Browser(Site, person), person);
    }

    internal Task<Revision> DraftAsync(Guid key) => Site.Service<IContentStore>().ReadAsync(
        async reader => await reader.RevisionAsync(key, (await reader.FindAsync(key))!.Revision) ?? throw new InvalidOperationException("There is no draft."),
        TestContext.Current.CancellationToken);

    internal Guid One(string type) => Site.Live.Documents().First(item => item.Type.Alias == type).Key;
}

/// <summary>Somebody at the desk, whose browser runs no scripts.</summary>
internal sealed class DeskHand(HttpClient client, Person person) : IDisposable
{
    public Person Person => person;

    public async Task<WrittenForm> OpenAsync(string address)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        return await ReadAsync(answer);
    }

    public Task<WrittenForm> OpenAsync(Guid item) => OpenAsync($"/desk/content/{item:d}");

    /// <summary>Sends a form and goes where the answer leads.</summary>
    public async Task<WrittenForm> SendAsync(WrittenForm form)
    {
        using var answer = await SendOnlyAsync(form);
        return answer.Headers.Location is { } next ? await OpenAsync(next.ToString()) : await ReadAsync(answer);
    }

    public Task<HttpResponseMessage> SendOnlyAsync(WrittenForm form) => client.PostAsync(form.Action, new FormUrlEncodedContent(form.Fields), TestContext.Current.CancellationToken);

    /// <summary>What an island would send of the form.</summary>
    public Task<HttpResponseMessage> AskAsync(HttpMethod method, string address, WrittenForm form)
    {
        var request = new HttpRequestMessage(method, address) { Content = new FormUrlEncodedContent(form.Fields.Where(field => field.Key != "Token")) };
        request.Headers.Add("RequestVerificationToken", form.Token);
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> GetAsync(string address) => client.GetAsync(address, TestContext.Current.CancellationToken);

    public void Dispose() => client.Dispose();

    private static async Task<WrittenForm> ReadAsync(HttpResponseMessage answer) =>
        new(new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), (int)answer.StatusCode);
}

/// <summary>A page of the desk and its main form, filled in as a browser would send it.</summary>
internal sealed class WrittenForm
{
    public WrittenForm(IHtmlDocument page, int status, string which = "main form[method=post]:not([action$='/discard'])")
    {
        (Page, Status) = (page, status);
        if (page.QuerySelector(which) is not IHtmlFormElement form) return;
        Action = form.GetAttribute("action") ?? "";
        foreach (var control in form.QuerySelectorAll("input, select, textarea")) Take(control);
    }

    public IHtmlDocument Page { get; }

    public int Status { get; }

    public string Action { get; } = "";

    public List<KeyValuePair<string, string>> Fields { get; } = [];

    public string Token => this["Token"];

    /// <summary>What is said above everything else of the page.</summary>
    public string? Note => Page.QuerySelector(".note.good, .note.bad")?.TextContent;

    /// <summary>What a person reads.</summary>
    public string Words => string.Join(' ', Page.QuerySelector("main")?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    /// <summary>Another form of the same page.</summary>
    public WrittenForm Other(string which) => new(Page, Status, which);

    public string this[string name]
    {
        get => Fields.LastOrDefault(field => field.Key == name).Value ?? "";
        set
        {
            Fields.RemoveAll(field => field.Key == name);
            Fields.Add(KeyValuePair.Create(name, value));
        }
    }

    public bool Has(string name) => Fields.Any(field => field.Key == name);

    public void Add(string name, string value) => Fields.Add(KeyValuePair.Create(name, value));

    private void Take(IElement control)
    {
        if (control.Closest("template") is not null || control.Closest("fieldset[disabled]") is not null || control.GetAttribute("name") is not { Length: > 0 } name) return;
        switch (control)
        {
            case IHtmlTextAreaElement area:
                Add(name, area.Value.ReplaceLineEndings("\r\n"));
                break;
            case IHtmlSelectElement select:
                Add(name, select.Options.LastOrDefault(option => option.HasAttribute("selected"))?.GetAttribute("value") ?? select.Options[0].GetAttribute("value") ?? "");
                break;
            case IHtmlInputElement { Type: "checkbox" or "radio" } choice:
                if (choice.HasAttribute("checked")) Add(name, choice.GetAttribute("value") ?? "on");
                break;
            default:
                Add(name, control.GetAttribute("value") ?? "");
                break;
        }
    }
}

using Repository.Core.Content;
using Repository.Core.Forms;
using Repository.Specs.Seeded;
using Repository.Web.Forms;

namespace Repository.Specs.Forms;

/// <summary>A site with the seed content and a form with everything in it, on a page of its own; nobody there is too fast or too often.</summary>
public sealed class FormsSite : IAsyncLifetime
{
    public const string Key = "llave";
    public const string Page = "/participa/de-todo-un-poco/";

    private TestSite? _site;

    public TestSite Site => _site ?? throw new InvalidOperationException("The site has not started.");

    public static readonly string[] Settings = [$"Forms:ApiKey={Key}", "Forms:LeastSeconds=0", "Limits:FormRequestsPerMinute=0", "Limits:EntriesPerHour=0"];

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.StartAsync(Settings);
        await PublishAsync(_site, EveryKindForm.Form, "De todo un poco");
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }

    /// <summary>Puts a form into force and a page for it below <c>/participa/</c>.</summary>
    internal static async Task<Guid> PublishAsync(TestSite site, Form form, string name)
    {
        await PutIntoForceAsync(site, form);
        var page = ItemContent.Named(name, ItemContent.Invariant).With("summary", "Una página para probar.", ItemContent.Invariant).With("form", form.Definition.Key.ToString(), ItemContent.Invariant);
        return await new Newsroom(site).PublishedAsync("/participa/", page, "formPage");
    }

    internal static async Task PutIntoForceAsync(TestSite site, Form form)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await site.Service<IFormStore>().PublishAsync(form, null, "ana", site.Service<TimeProvider>().GetUtcNow(), cancellation);
        await site.Service<FormBook>().RefreshAsync(cancellation);
    }
}

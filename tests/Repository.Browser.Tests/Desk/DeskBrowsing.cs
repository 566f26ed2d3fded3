using Microsoft.Playwright;
using Repository.Core.Content;
using Repository.Core.Workflow;
using Repository.Specs;
using Repository.Specs.Desk;

namespace Repository.Browser.Tests.Desk;

/// <summary>A desk with the seed content and some work in progress, and Ana at it, who may do everything.</summary>
public sealed class DeskBrowsing(Browsing browsing) : IAsyncLifetime
{
    private readonly Persons _persons = new();
    private TestSite? _site;

    public TestSite Site => _site ?? throw new InvalidOperationException("The site has not started.");

    public string Origin => Site.Client.BaseAddress!.ToString().TrimEnd('/');

    /// <summary>The section «Acerca».</summary>
    public Guid About { get; private set; }

    /// <summary>A page that waits in the bin, with one below it.</summary>
    public Guid Lost { get; private set; }

    /// <summary>A draft in <see cref="About"/>.</summary>
    public Guid Draft { get; private set; }

    /// <summary>A folder with pictures in it.</summary>
    public Guid Pictures { get; private set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (Browsing.Chromium is null) return;
        var ana = _persons.Add("Ana López", Role.Administrator);
        _site = await TestSite.StartAsync(services => Persons.Know(services, _persons));
        About = Site.Live.Documents().First(item => item.Cultures.Any(culture => culture.Path == "/acerca/")).Key;
        Lost = await CreateAsync(ana, About, "Cómo se hizo este repositorio");
        await CreateAsync(ana, Lost, "Preguntas frecuentes");
        Draft = await CreateAsync(ana, About, "Guía para municipios");
        Pictures = await PicturesAsync();
        var found = await FindAsync(Lost);
        await Site.Service<ContentTree>().TrashAsync(new Seen(Lost, found.Version, ana), Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }

    public async Task<Item> FindAsync(Guid key) => (await Site.Service<IContentStore>().ReadAsync(reader => reader.FindAsync(key), Cancellation))!;

    public async Task<IPage> OpenAsync(string address, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        var page = await browsing.OpenAsync("/healthz/live", width, scheme, scripts, origin: browsing.Origin);
        await page.Context.AddCookiesAsync([new Cookie { Name = Persons.Cookie, Value = Uri.EscapeDataString("Ana López"), Url = Origin }]);
        await page.GotoAsync(Origin + address);
        return page;
    }

    private Task<Guid> PicturesAsync() => Site.Service<IContentStore>().ReadAsync(
        async reader =>
        {
            var folders = new List<Guid>();
            await foreach (var record in reader.DraftsAsync())
            {
                if (record.Item is { Type: "umbracoMediaVectorGraphics" or "Image", ParentKey: { } folder }) folders.Add(folder);
            }

            return folders.GroupBy(folder => folder).MaxBy(group => group.Count())!.Key;
        },
        Cancellation);

    private async Task<Guid> CreateAsync(Person person, Guid parent, string name)
    {
        var content = ItemContent.Named(name, "es-MX").With("summary", "Una página para probar el escritorio.", "es-MX");
        var result = await Site.Service<ContentEditing>().CreateAsync(new NewItem { Type = "page", Parent = parent, Content = content, By = person }, Cancellation);
        return result is WriteResult.Done done ? done.Key : throw new InvalidOperationException(result.ToString());
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Workflow;
using Repository.Specs;
using Repository.Specs.Desk;

namespace Repository.Browser.Tests.Desk;

/// <summary>The stories of the desk share one site and tell themselves one after the other.</summary>
[CollectionDefinition(nameof(AtTheDesk))]
public sealed class AtTheDesk : ICollectionFixture<DeskBrowsing>;

/// <summary>A desk with the seed content and some work in progress, and Ana at it, who may do everything. Everybody has an account and a session; nobody types a password but where that is the story.</summary>
public sealed class DeskBrowsing : IAsyncLifetime
{
    private const string Spanish = "es-MX";

    private TestSite? _site;
    private BrowserWindows? _windows;
    private DeskClient? _ana;

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

    internal StoryClock Clock { get; } = new();

    internal DeskKit Kit => DeskKit.On(Site);

    internal DeskClient Ana => _ana ?? throw new InvalidOperationException("The site has not started.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (Browsing.Chromium is null) return;
        _site = await TestSite.StartAsync(services => services.AddSingleton<TimeProvider>(Clock));
        _windows = await BrowserWindows.StartAsync();
        _ana = await Kit.SignInAsync(Role.Administrator, name: "Ana López");
        About = SectionOf("/acerca/");
        Lost = await CreateAsync(About, "Cómo se hizo este repositorio");
        await CreateAsync(Lost, "Preguntas frecuentes");
        Draft = await CreateAsync(About, "Guía para municipios");
        Pictures = await PicturesAsync();
        var found = await FindAsync(Lost);
        await Site.Service<ContentTree>().TrashAsync(new Seen(Lost, found.Version, Ana.Account.Person), Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _ana?.Dispose();
        if (_windows is not null) await _windows.DisposeAsync();
        if (_site is not null) await _site.DisposeAsync();
    }

    public Guid SectionOf(string path) => Assert.IsType<RouteMatch.Found>(Routing.Match(Site.Live, path, "es-MX", null)).Item.Key;

    public async Task<Item> FindAsync(Guid key) => (await Site.Service<IContentStore>().ReadAsync(reader => reader.FindAsync(key), Cancellation))!;

    public Task<Revision> DraftOfAsync(Guid key) => Site.Service<IContentStore>().ReadAsync(async reader => (await reader.RevisionAsync(key, (await reader.FindAsync(key))!.Revision))!, Cancellation);

    /// <summary>Of the published ones, the one whose name comes first.</summary>
    public PublishedItem One(string type) => Site.Live.Documents().Where(item => item.Type.Alias == type).MinBy(item => item.Cultures[0].Name, StringComparer.Ordinal)!;

    /// <summary>A draft that a story has for itself, with everything that a published item of its type has.</summary>
    public async Task<Guid> CopyAsync(string type, string name)
    {
        var one = One(type);
        var content = (await DraftOfAsync(one.Key)).Content;
        var values = from value in content.Values
                     from text in value.Value
                     where text.Key is ItemContent.Invariant or Spanish
                     select (Alias: value.Key, text.Value, Culture: text.Key);
        return await CreateAsync(type, one.ParentKey!.Value, values.Aggregate(ItemContent.Named(name, Spanish), (all, value) => all.With(value.Alias, value.Value, value.Culture)));
    }

    public async Task PublishAsync(Guid key) =>
        Assert.IsType<WriteResult.Done>(await Site.Service<ContentPublishing>().PublishAsync(new Seen(key, (await FindAsync(key)).Version, "system"), [], Cancellation));

    public async Task SaveAsync(Guid key, Func<ItemContent, ItemContent> change) => Assert.IsType<WriteResult.Done>(await Site.Service<ContentEditing>().SaveAsync(
        new Seen(key, (await FindAsync(key)).Version, Ana.Account.Person), change((await DraftOfAsync(key)).Content), Cancellation));

    public async Task<Guid> CreateAsync(string type, Guid parent, ItemContent content)
    {
        var result = await Site.Service<ContentEditing>().CreateAsync(new NewItem { Type = type, Parent = parent, Content = content, By = Ana.Account.Person }, Cancellation);
        return result is WriteResult.Done done ? done.Key : throw new InvalidOperationException(result is WriteResult.Invalid invalid ? string.Join(' ', invalid.Problems) : result.ToString());
    }

    public Task<IPage> OpenAsync(string address, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool scripts = true, bool touch = false) =>
        OpenAsync(Ana, address, width, scheme, scripts, touch);

    internal async Task<IPage> OpenAsync(DeskClient? who, string address, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool scripts = true, bool touch = false)
    {
        Assert.SkipWhen(_windows is null, "Chromium is not installed: apt-get install chromium");
        var page = await _windows.OpenAsync(width, scheme, scripts, touch: touch);
        if (who is not null) await page.Context.AddCookiesAsync([new Cookie { Name = "desk", Value = who.SessionCookie!, Domain = Site.Client.BaseAddress!.Host, Path = "/desk" }]);
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

    private Task<Guid> CreateAsync(Guid parent, string name) =>
        CreateAsync("page", parent, ItemContent.Named(name, "es-MX").With("summary", "Una página para probar el escritorio.", "es-MX"));
}

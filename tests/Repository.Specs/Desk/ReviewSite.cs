using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Workflow;

namespace Repository.Specs.Desk;

/// <summary>A seeded site with people at its desk.</summary>
public sealed class ReviewSite : IAsyncLifetime
{
    private readonly Persons _persons = new();
    private TestSite? _site;

    public TestSite Site => _site ?? throw new InvalidOperationException("The site is not started.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await TestSite.StartAsync(services => Persons.Know(services, _persons));

    public async ValueTask DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }

    internal Colleague SignIn(string name, Role role, Guid? section = null)
    {
        var person = _persons.Add(name, role, section);
        return new Colleague(Persons.Browser(Site, person), person);
    }

    public static ItemContent APage(string name, string summary) => ItemContent.Named(name, "es-MX").With("summary", summary, "es-MX");

    public Guid KeyOf(string path) => Assert.IsType<RouteMatch.Found>(Routing.Match(Site.Live, path, "es-MX", null)).Item.Key;

    /// <summary>A draft of a page below the item at a path.</summary>
    internal async Task<Guid> WriteAsync(Author by, string parentPath, ItemContent content)
    {
        var result = await Site.Service<ContentEditing>().CreateAsync(new NewItem { Type = "page", Parent = KeyOf(parentPath), Content = content, By = by }, Cancellation);
        return Assert.IsType<WriteResult.Done>(result).Key;
    }

    internal async Task SaveAsync(Author by, Guid key, ItemContent content) => Assert.IsType<WriteResult.Done>(await Site.Service<ContentEditing>().SaveAsync(await SeenAsync(by, key), content, Cancellation));

    internal async Task PublishAsync(Guid key) => Assert.IsType<WriteResult.Done>(await Site.Service<ContentPublishing>().PublishAsync(await SeenAsync("specs", key), [], Cancellation));

    internal async Task<Seen> SeenAsync(Author by, Guid key) => new(key, (await FindAsync(key)).Version, by);

    public async Task<Item> FindAsync(Guid key) => (await Site.Service<IContentStore>().ReadAsync(reader => reader.FindAsync(key), Cancellation))!;

    internal async Task<ReviewState> StateAsync(Guid key) =>
        new ReviewTrail([.. await Site.Service<IContentStore>().ReadAsync(reader => reader.ReviewsAsync(key), Cancellation)]).State("es-MX");
}

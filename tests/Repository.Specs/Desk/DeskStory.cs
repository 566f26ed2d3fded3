using Repository.Specs.Seeded;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Workflow;

namespace Repository.Specs.Desk;

/// <summary>A site with the seed content, and Ana, who may do everything.</summary>
public abstract class DeskStory : IAsyncLifetime
{
    protected const string Spanish = Newsroom.Spanish;

    private TestSite? _site;
    private Newsroom? _desk;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal Persons Persons { get; } = new();

    protected TestSite Site => _site ?? throw new InvalidOperationException("The site has not started.");

    protected Newsroom Desk => _desk ?? throw new InvalidOperationException("The site has not started.");

    public async ValueTask InitializeAsync()
    {
        Persons.Add("ana", Role.Administrator);
        _site = await TestSite.StartAsync(services => Persons.Know(services, Persons));
        _desk = new Newsroom(_site);
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal DeskVisitor Visit(string person = "ana") => new(Site, person);

    protected Guid KeyOf(string path) => Assert.IsType<RouteMatch.Found>(Routing.Match(Site.Live, path, Spanish, null)).Item.Key;

    protected async Task<Item> FindAsync(Guid key) => (await Site.Service<IContentStore>().ReadAsync(reader => reader.FindAsync(key), Cancellation))!;

    protected async Task<Guid> CreateBelowAsync(Guid parent, ItemContent content, string type = "page", ItemKind kind = ItemKind.Document)
    {
        var result = await Site.Service<ContentEditing>().CreateAsync(new NewItem { Kind = kind, Type = type, Parent = parent, Content = content, By = "ana" }, Cancellation);
        return result is WriteResult.Done done ? done.Key : throw new InvalidOperationException(result.ToString());
    }
}

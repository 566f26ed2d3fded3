using Repository.Specs.Seeded;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Core.Workflow;

namespace Repository.Specs.Desk;

/// <summary>A site with the seed content for the stories of one class, and Ana, who may do everything.</summary>
public sealed class DeskSite : IAsyncLifetime
{
    private TestSite? _site;

    public TestSite Site => _site ?? throw new InvalidOperationException("The site has not started.");

    internal Persons Persons { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Persons.Add("ana", Role.Administrator);
        _site = await TestSite.StartAsync(services => Persons.Know(services, Persons));
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }
}

/// <summary>The words in which stories of the desk are written. They share a site, so each works on items of its own.</summary>
public abstract class DeskStory(DeskSite desk) : IClassFixture<DeskSite>
{
    protected const string Spanish = Newsroom.Spanish;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    internal Persons Persons => desk.Persons;

    protected TestSite Site => desk.Site;

    protected Newsroom Desk { get; } = new(desk.Site);

    internal DeskVisitor Visit(string person = "ana") => new(Persons.Browser(Site, person));

    protected Guid KeyOf(string path) => Assert.IsType<RouteMatch.Found>(Routing.Match(Site.Live, path, Spanish, null)).Item.Key;

    protected async Task<Item> FindAsync(Guid key) => (await Site.Service<IContentStore>().ReadAsync(reader => reader.FindAsync(key), Cancellation))!;

    protected async Task<Guid> CreateBelowAsync(Guid parent, ItemContent content, string type = "page", ItemKind kind = ItemKind.Document)
    {
        var result = await Site.Service<ContentEditing>().CreateAsync(new NewItem { Kind = kind, Type = type, Parent = parent, Content = content, By = "ana" }, Cancellation);
        return result is WriteResult.Done done ? done.Key : throw new InvalidOperationException(result is WriteResult.Invalid invalid ? string.Join(' ', invalid.Problems) : result.ToString());
    }
}

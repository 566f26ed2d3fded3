using Repository.Core.Accounts;
using Repository.Core.Content;
using Repository.Core.Workflow;
using Repository.Specs;
using Repository.Specs.Desk;

namespace Repository.Browser.Tests.Desk;

/// <summary>Where somebody goes who visits every page of the desk: addresses by the pattern of their endpoint, and the session that each needs.</summary>
internal sealed record DeskVisits(ILookup<string, string> Addresses, string Whole, string BeforeCode, string BeforeFactor, string Evaluator)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The token of the session with which a page is looked at; empty for pages that strangers see.</summary>
    public string SessionFor(string pattern) => pattern switch
    {
        "/desk/signin" => "",
        "/desk/signin/code" => BeforeCode,
        "/desk/signin/factor" => BeforeFactor,
        "/desk/calls/evaluations/{entry:guid}" => Evaluator,
        _ => pattern.StartsWith("/desk/invitation", StringComparison.Ordinal) ? "" : Whole,
    };

    public static async Task<DeskVisits> PlanAsync(TestSite site)
    {
        var desk = DeskKit.On(site);
        var account = await desk.AccountAsync([new Grant(Role.Administrator, null)]);
        var other = await desk.AccountAsync([new Grant(Role.Administrator, null)], hasFactor: false);
        var (_, invitation) = Assert.IsType<AccountResult.Done>(await site.Service<AccountKeeping>().AddAsync(
            Keeper.Terminal, new NewAccount($"{Guid.NewGuid():n}@example.org", "Lola Cruz", [new Grant(Role.Translator, null)]), null, Cancellation));
        var about = site.Live.Documents().First(item => item.Cultures.Any(culture => culture.Path == "/acerca/")).Key;
        var (reviewed, lost) = (await WriteAsync(site, account.Person, about, "Cómo se revisa"), await WriteAsync(site, account.Person, about, "Lo que se perdió"));
        await DiscussAsync(site, account.Person, reviewed);
        await TrashAsync(site, account.Person, lost);
        var unsaved = await BeginAsync(site, account.Person, about);
        var practice = site.Live.Documents().First(item => item.Type.Alias == "practice");
        var home = site.Live.Documents().First(item => item.Type.Alias == "home").Key;
        var (folder, picture) = await PictureAsync(site);
        var sent = await SentForms.PlanAsync(site, account.Person);
        var calls = await CallVisits.PlantAsync(site);

        (string Pattern, string[] Addresses)[] visits =
        [
            ("/desk", ["/desk"]),
            ("/desk/signin", ["/desk/signin"]),
            ("/desk/signin/code", ["/desk/signin/code"]),
            ("/desk/signin/factor", ["/desk/signin/factor"]),
            ("/desk/invitation/{token}", [$"/desk/invitation/{invitation}", "/desk/invitation/otra"]),
            ("/desk/account", ["/desk/account"]),
            ("/desk/account/factor", ["/desk/account/factor"]),
            ("/desk/users", ["/desk/users"]),
            ("/desk/users/new", ["/desk/users/new"]),
            ("/desk/users/events", ["/desk/users/events"]),
            ("/desk/users/{account:guid}", [$"/desk/users/{other.Key:d}"]),
            ("/desk/content", ["/desk/content", "/desk/content?q=agua&lacks=translation", "/desk/content?q=xyzxyz"]),
            ("/desk/content/create", [$"/desk/content/create?in={about:n}"]),
            ("/desk/content/sort", [$"/desk/content/sort?in={about:n}"]),
            ("/desk/content/deed", [.. new[] { "move", "unpublish", "trash" }.Select(deed => $"/desk/content/deed?do={deed}&key={about:n}"), "/desk/content/deed?do=move"]),
            ("/desk/content/new", [$"/desk/content/new?parent={practice.ParentKey:d}", $"/desk/content/new?type=practice&parent={practice.ParentKey:d}"]),
            ("/desk/content/{key:guid}", [$"/desk/content/{unsaved:d}", $"/desk/content/{picture:d}", $"/desk/content/{practice.Key:d}", $"/desk/content/{home:d}"]),
            ("/desk/content/{key:guid}/merge", [$"/desk/content/{unsaved:d}/merge"]),
            ("/desk/content/{key:guid}/translate/{culture}", [$"/desk/content/{reviewed:d}/translate/en"]),
            ("/desk/content/{key:guid}/preview", [$"/desk/content/{reviewed:d}/preview"]),
            ("/desk/content/{key:guid}/review", [$"/desk/content/{reviewed:d}/review?culture=es-MX", $"/desk/content/{about:d}/review", $"/desk/content/{lost:d}/review", $"/desk/content/{picture:d}/review"]),
            ("/desk/content/{key:guid}/history", [$"/desk/content/{reviewed:d}/history"]),
            ("/desk/trash", ["/desk/trash", "/desk/trash?kind=media"]),
            ("/desk/trash/empty", ["/desk/trash/empty?kind=content"]),
            ("/desk/media", ["/desk/media", $"/desk/media?in={folder:n}", $"/desk/media?in={folder:n}&view=list"]),
            ("/desk/media/upload", ["/desk/media/upload"]),
            ("/desk/media/use", [$"/desk/media/use?key={picture:n}"]),
            ("/desk/review", ["/desk/review"]),
            ("/desk/audit", ["/desk/audit?kind=Reviewed&until=2001-01-02", "/desk/audit?kind=Trashed"]),
            ("/desk/calendar", ["/desk/calendar"]),
            ("/desk/translations", ["/desk/translations", "/desk/translations?what=behind"]),
            .. sent.Visits,
            ("/desk/calls", ["/desk/calls"]),
            ("/desk/calls/{call:guid}", [$"/desk/calls/{calls.Call.Key:d}"]),
            ("/desk/calls/{call:guid}/{entry:guid}", [.. new[] { calls.New, calls.Waiting, calls.Apart, calls.Decided }.Select(entry => $"/desk/calls/{calls.Call.Key:d}/{entry:d}")]),
            ("/desk/calls/evaluations/{entry:guid}", [$"/desk/calls/evaluations/{calls.Waiting:d}", $"/desk/calls/evaluations/{calls.Decided:d}"]),
            ("/desk/settings", ["/desk/settings"]),
            ("/desk/settings/schema", ["/desk/settings/schema"]),
            ("/desk/settings/schema/{alias}", ["/desk/settings/schema/practice"]),
            ("/desk/settings/dictionary", ["/desk/settings/dictionary"]),
            ("/desk/settings/redirects", ["/desk/settings/redirects"]),
        ];
        return new DeskVisits(
            visits.SelectMany(visit => visit.Addresses, (visit, address) => (visit.Pattern, address)).ToLookup(visit => visit.Pattern, visit => visit.address),
            await OpenAsync(site, account, withFactor: true),
            await OpenAsync(site, account, withFactor: false),
            await OpenAsync(site, other, withFactor: false),
            calls.Evaluator);
    }

    private static async Task<string> OpenAsync(TestSite site, Account account, bool withFactor)
    {
        var (token, now) = (SecretToken.New(), site.Service<TimeProvider>().GetUtcNow());
        var session = new Session(Guid.NewGuid(), account.Key, SecretToken.Hash(token), now, now, new Visitor("127.0.0.1", "specs")) { WithFactor = withFactor };
        return await site.Service<IAccountStore>().WriteAsync(async accounts => { await accounts.AddSessionAsync(session); return token; }, Cancellation);
    }

    private static async Task<Guid> WriteAsync(TestSite site, Person person, Guid parent, string name)
    {
        var content = ItemContent.Named(name, "es-MX").With("summary", "Una página para mirar el escritorio.", "es-MX");
        return Assert.IsType<WriteResult.Done>(await site.Service<ContentEditing>().CreateAsync(new NewItem { Type = "page", Parent = parent, Content = content, By = person }, Cancellation)).Key;
    }

    /// <summary>A page on which the person has written something that is not saved yet.</summary>
    private static async Task<Guid> BeginAsync(TestSite site, Person person, Guid parent)
    {
        var key = await WriteAsync(site, person, parent, "Lo que no se guardó");
        var seen = await SeenAsync(site, person, key);
        var content = ItemContent.Named("Lo que no se guardó", "es-MX").With("summary", "Otra manera de decirlo.", "es-MX");
        var copy = new WorkingCopy(key, person.Key, content, site.Service<TimeProvider>().GetUtcNow()) { Version = seen.Version, Revision = 1, Type = "page", Parent = parent };
        await site.Service<IWorkingCopies>().KeepAsync(copy, Cancellation);
        return key;
    }

    private static async Task DiscussAsync(TestSite site, Person person, Guid key)
    {
        Assert.IsType<WriteResult.Done>(await site.Service<Commenting>().WriteAsync(new NewComment(key, "es-MX", "summary", "¿De qué año es?", person), Cancellation));
        Assert.IsType<WriteResult.Done>(await site.Service<Reviewing>().SubmitAsync(await SeenAsync(site, person, key), ["es-MX"], Cancellation));
    }

    private static async Task TrashAsync(TestSite site, Person person, Guid key) =>
        Assert.IsType<WriteResult.Done>(await site.Service<ContentTree>().TrashAsync(await SeenAsync(site, person, key), Cancellation));

    private static async Task<Seen> SeenAsync(TestSite site, Person person, Guid key) =>
        new(key, (await site.Service<IContentStore>().ReadAsync(reader => reader.FindAsync(key), Cancellation))!.Version, person);

    private static Task<(Guid Folder, Guid Picture)> PictureAsync(TestSite site) => site.Service<IContentStore>().ReadAsync(
        async reader =>
        {
            await foreach (var record in reader.DraftsAsync())
            {
                if (record.Item is { Type: "umbracoMediaVectorGraphics" or "Image", ParentKey: { } folder } picture) return (folder, picture.Key);
            }

            throw new InvalidOperationException("The seed has no picture.");
        },
        Cancellation);
}

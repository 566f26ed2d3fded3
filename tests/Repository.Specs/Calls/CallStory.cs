using System.Globalization;
using Repository.Core.Calls;
using Repository.Core.Content;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Specs.Desk;
using Repository.Web.Calls;

namespace Repository.Specs.Calls;

/// <summary>The words in which stories of an evaluation are written: a call, what was sent, those who called and those who evaluate.</summary>
internal sealed class CallStory(CallStage stage) : IDisposable
{
    private readonly List<DeskClient> _clients = [];

    public Call Call { get; private set; } = null!;

    public Guid Entry { get; private set; }

    public DeskClient Convener { get; private set; } = null!;

    public string Application => $"/desk/calls/{Call.Key:d}/{Entry:d}";

    public string Sheet => $"/desk/calls/evaluations/{Entry:d}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A call that is open, one application to it, and somebody who convenes.</summary>
    public static async Task<CallStory> BeginAsync(CallStage stage, string name, string title = "Presupuesto en tequio")
    {
        stage.SetClock("2027-03-20T12:00:00-06:00");
        var story = new CallStory(stage);
        var key = await stage.CallAsync(name, "2027-03-01T09:00:00-06:00", "2027-04-15T18:00:00-06:00");
        story.Call = stage.Site.Service<CallBook>().Find(key)!;
        story.Entry = await story.SendAsync(title);
        story.Convener = await story.SignInAsync(Role.Publisher, stage.Site.Live.Find(key)!.ParentKey);
        return story;
    }

    /// <summary>The same of an application that somebody sent.</summary>
    public static async Task<CallStory> OfAsync(CallStage stage, Guid call, Guid entry)
    {
        var story = new CallStory(stage) { Call = stage.Site.Service<CallBook>().Find(call)!, Entry = entry };
        story.Convener = await story.SignInAsync(Role.Publisher, stage.Site.Live.Find(call)!.ParentKey);
        return story;
    }

    /// <summary>Those who called sign in again: a session does not last for weeks.</summary>
    public async Task ComeBackAsync() => Convener = await SignInAsync(Role.Publisher, stage.Site.Live.Find(Call.Key)!.ParentKey);

    public async Task<DeskClient> SignInAsync(Role role, Guid? section = null)
    {
        var client = await stage.Desk.SignInAsync(role, section);
        _clients.Add(client);
        return client;
    }

    /// <summary>An application as it is kept once it was sent.</summary>
    public Task<Guid> SendAsync(string title, params (string Alias, string Value)[] more) =>
        stage.Site.ApplyAsync(Call, title, [], [("correo_contacto", "contacto@example.org"), ("publico", "mujeres"), .. more]);

    /// <summary>What the private page does when its button is pressed.</summary>
    public async Task WithdrawAsync()
    {
        var entry = (await FindAsync()).Entry;
        Assert.IsType<EntryResult.Done>(await stage.Site.Service<IEntryStore>().ChangeAsync(entry with { State = ApplicationStates.Withdrawn, ChangedAt = stage.Desk.Clock.Now }, "sender", Cancellation));
    }

    public async Task<Application> FindAsync() => (await stage.Site.Service<ICallStore>().FindAsync(Entry, Cancellation))!;

    /// <summary>A form of the application's page, with the revision that the page has.</summary>
    public async Task<DeskAnswer> DoAsync(string deed, params (string Name, string Value)[] fields) => await DoAsync(Convener, deed, fields);

    public async Task<DeskAnswer> DoAsync(DeskClient by, string deed, params (string Name, string Value)[] fields)
    {
        var revision = (await FindAsync()).Entry.Revision.ToString(CultureInfo.InvariantCulture);
        return await by.PostAsync(Application, [("do", deed), ("revision", revision), .. fields]);
    }

    /// <summary>Admitted, with so many evaluators asked.</summary>
    public async Task<DeskClient[]> InEvaluationAsync(int evaluators = 2)
    {
        await DoAsync("admit");
        await DoAsync("begin");
        var asked = new List<DeskClient>();
        for (var number = 0; number < evaluators; number++) asked.Add(await AssignAsync());
        return [.. asked];
    }

    public async Task<DeskClient> AssignAsync()
    {
        var evaluator = await SignInAsync(Role.Evaluator);
        Assert.Equal($"{Application}?done=assign", (await DoAsync("assign", ("evaluator", evaluator.Account.Key.ToString("d")))).Location);
        return evaluator;
    }

    /// <summary>What somebody does with their sheet, at the revision its page shows.</summary>
    public async Task<DeskAnswer> OnSheetAsync(DeskClient by, string deed, params (string Name, string Value)[] fields)
    {
        var page = await by.GetAsync(Sheet);
        var revision = page.Page.QuerySelector("input[name=revision]")?.GetAttribute("value") ?? "0";
        return await by.PostAsync(Sheet, [("do", deed), ("revision", revision), .. fields]);
    }

    public Task<DeskAnswer> DeclareNoneAsync(DeskClient by) => OnSheetAsync(by, "declare", ("conflict", "no"));

    /// <summary>The same level for every criterion, but for the first, which may have its own.</summary>
    public (string Name, string Value)[] Scores(int level, string reason, int? first = null) =>
    [
        .. Call.Rubric!.Criteria.Index().SelectMany(criterion => new[]
        {
            ($"level/{criterion.Item.Key}", (criterion.Index == 0 ? first ?? level : level).ToString(CultureInfo.InvariantCulture)), ($"reason/{criterion.Item.Key}", reason),
        }),
    ];

    public async Task SealAsync(DeskClient by, int level, string reason, int? first = null)
    {
        await DeclareNoneAsync(by);
        var sealedNow = await OnSheetAsync(by, "seal", [("sure", "on"), .. Scores(level, reason, first)]);
        Assert.True(sealedNow.Location == $"{Sheet}?done=seal", sealedNow.Note);
    }

    public Task<Item?> RecognitionAsync() => stage.Site.Service<IContentStore>().ReadAsync(async reader => await reader.FindAsync((await FindAsync()).RecognitionKey), Cancellation);

    /// <summary>What a person reads of a page.</summary>
    public static string Words(DeskAnswer answer) => string.Join(' ', answer.Page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public void Dispose()
    {
        foreach (var client in _clients) client.Dispose();
    }
}

using Repository.Core.Accounts;
using Repository.Core.Calls;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Specs;
using Repository.Specs.Calls;
using Repository.Specs.Desk;
using Repository.Specs.Forms;

namespace Repository.Browser.Tests.Forms;

/// <summary>The forms of the seed and a call that is open; nobody there is too fast or too often.</summary>
public sealed class PhoneSite : IAsyncLifetime
{
    private TestSite? _site;
    private Call? _call;
    private Account? _convener;

    public TestSite Site => _site ?? throw new InvalidOperationException("The site has not started.");

    public string Origin => Site.Client.BaseAddress!.ToString().TrimEnd('/');

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (Browsing.Chromium is null) return;
        _site = await TestSite.StartAsync(FormsSite.Settings);
        _call = await _site.OpenCallAsync("Convocatoria para probar");
        _convener = await DeskKit.On(_site).AccountAsync([new Grant(Role.Administrator, null)]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null) await _site.DisposeAsync();
    }

    public async Task<FormEntry> FindAsync(string folio) => (await Site.Service<IEntryStore>().FindByFolioAsync(folio, Cancellation))!;

    /// <summary>Those who called find that something is missing.</summary>
    public async Task AskAsync(string folio, string reason)
    {
        var entry = await FindAsync(folio);
        var lastDay = DateOnly.FromDateTime(Site.Service<TimeProvider>().GetUtcNow().AddDays(5).DateTime);
        Assert.IsType<CallResult.Done>(await Site.Service<Convening>().AskAsync(new CallStep(_call!, entry.Key, entry.Revision, _convener!.Person), reason, lastDay, Cancellation));
    }

    internal string CallAddress => Site.Live.Find(_call!.Key)!.Cultures[0].Segment is var segment ? $"/convocatorias/{segment}/" : "";
}

using System.Globalization;
using Repository.Core.Calls;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Specs.Desk;
using Repository.Specs.Forms;
using Repository.Specs.Seeded;
using Repository.Web.Media.Texts;

namespace Repository.Specs.Calls;

/// <summary>A seeded site whose clock is set by hand, with calls and recognitions on it.</summary>
public sealed class CallStage : IAsyncLifetime
{
    private DeskKit? _desk;
    private int _number;

    internal DeskKit Desk => _desk ?? throw new InvalidOperationException("The site is not started.");

    public TestSite Site => Desk.Site;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _desk = await DeskKit.StartWithClockAsync(FormsSite.Settings);
        // What is still being read of files would make pages anew.
        await Site.Service<TextFollowing>().CatchUpAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_desk is not null) await _desk.DisposeAsync();
    }

    public void SetClock(string moment) => Desk.Clock.Now = Moment(moment);

    public static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A recognition that is published, and its address.</summary>
    public async Task<(Guid Key, string Path)> RecogniseAsync(string name, string start, string end, Guid? renews = null)
    {
        var content = Written(name, start, end, renews);
        var key = await new Newsroom(Site).PublishedAsync("/reconocimientos/", content, "recognition");
        return (key, PathOf(key));
    }

    public Task RevokeAsync(Guid key, string name, string start, string end, string reason) => RepublishAsync(key, Written(name, start, end, null).With("revocationReason", reason));

    public string PathOf(Guid key) => Routing.PathOf(Site.Live, Site.Live.Find(key)!.Cultures[0]);

    public async Task RepublishAsync(Guid key, ItemContent content)
    {
        var room = new Newsroom(Site);
        await room.SaveAsync(key, content);
        await room.PublishAsync(key);
    }

    public Task<Guid> CallAsync(string name, string? opens, string closes, string zone = CallZone.Usual, Func<ItemContent, ItemContent>? more = null) => Site.PublishCallAsync(name, opens, closes, zone, more);

    private ItemContent Written(string name, string start, string end, Guid? renews)
    {
        var actor = Site.Live.Documents().First(item => item.Type.Alias == "actor");
        var content = ItemContent.Named(name).With("folio", $"R-{++_number}").With("holder", Udi(actor.Key)).With("score", "87.5").With("startDate", start).With("endDate", end);
        return renews is { } former ? content.With("renewalOf", Udi(former)) : content;
    }

    private static string Udi(Guid key) => $"umb://document/{key:n}";
}

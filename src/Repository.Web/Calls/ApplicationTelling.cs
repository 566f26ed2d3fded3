using Repository.Core.Calls;
using Repository.Core.Forms.Entries;
using Repository.Web.Site.Participating;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Calls;

/// <summary>Tells applicants on their private page what was asked of them, and once it is decided what those who evaluated said, without names.</summary>
internal sealed class ApplicationTelling(CallBook book, ICallStore store) : IEntryTelling
{
    public async Task<View?> TellAsync(FormEntry entry, SiteReader reader, CancellationToken cancellation) =>
        await StoryAsync(entry, reader, cancellation) is { } story ? new ApplicationStoryView { Model = story } : null;

    public async Task<string?> AskAsync(FormEntry entry, SiteReader reader, CancellationToken cancellation) =>
        await StoryAsync(entry, reader, cancellation) is { Asked: { } asked, Until: { } until } ? reader.Texts["Application.AskedHere", asked, until].Value : null;

    private async Task<ApplicationStory?> StoryAsync(FormEntry entry, SiteReader reader, CancellationToken cancellation)
    {
        if (!ApplicationStates.All.Contains(ApplicationStates.Of(entry.State)) || await store.FindAsync(entry.Key, cancellation) is not { } application || book.Of(application) is not { } call) return null;
        return ApplicationStory.Of(application, call, reader);
    }
}

using System.Collections.Immutable;
using Repository.Core.Calls;
using Repository.Core.Forms.Entries;
using Repository.Web.Desk.SignIn;
using Repository.Web.Forms;
using Repository.Web.Forms.Receiving;
using Repository.Web.Site.Listing;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Site.Participating;

/// <summary>
/// The private page of an entry. Who has the link may ask and act; the secret itself is what a form here is sent with, so no other site can make a browser
/// send it, and no cookie is needed.
/// </summary>
internal sealed class StatusServing(FormBook book, EntryReceiving receiving, IEntryStore entries, SenderLimits limits, IEnumerable<IEntryTelling> tellers, TimeProvider clock)
{
    /// <summary>By whom it is noted that an erasure was asked for.</summary>
    public const string ErasureAsked = "La persona que lo envió pide que se borre.";

    private const int LongestBody = 4_000;

    private readonly IEntryTelling[] _tellers = [.. tellers];

    public static bool IsAt(string path) => path.AsSpan().TrimEnd('/').Equals(EntryDoor.StatusPath.AsSpan().TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    /// <summary>Null when the browser was led elsewhere.</summary>
    public async Task<SitePage?> AnswerAsync(HttpContext http, SiteReader reader)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        if (limits.BookRequest(http.Address) is { } wait)
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            http.Response.Headers.RetryAfter = RetryAfter.Of(wait);
            return Ending(reader, "Status.Title", CountedText.Of(reader.Texts, "Status.TooMany", Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes))));
        }

        return HttpMethods.IsPost(http.Request.Method) ? await ActAsync(http, reader) : await ShowAsync(http, reader);
    }

    private async Task<SitePage> ShowAsync(HttpContext http, SiteReader reader)
    {
        var said = LinkIn(http.Request.Query[EntryDoor.LinkParameter].ToString());
        if (said.Length == 0) return Asking(reader);
        if (await receiving.FindAsync(said, http.RequestAborted) is not { } entry) return Lost(http, reader);
        return Page(reader, new StatusView { Model = await ModelAsync(http, reader, entry, said) });
    }

    private async Task<SitePage?> ActAsync(HttpContext http, SiteReader reader)
    {
        if (await FormAsync(http) is not { } form) return Lost(http, reader);
        var link = form[EntryDoor.LinkParameter].ToString();
        if (await receiving.FindAsync(link, http.RequestAborted) is not { } entry) return Lost(http, reader);
        var now = clock.GetUtcNow();
        switch (form[StatusModel.ActInput].ToString())
        {
            case StatusModel.Withdraw:
                await WithdrawAsync(entry, link, http.RequestAborted);
                break;
            case StatusModel.Erase when entry.State == EntryState.Draft:
                await entries.EraseAsync(entry.Key, EntryReceiving.Sender, now, http.RequestAborted);
                return Ending(reader, "Status.Erased", reader.Texts["Status.ErasedAbout"]);
            case StatusModel.Erase when !await IsErasureAskedAsync(entry, http.RequestAborted):
                await entries.AddNoteAsync(entry.Key, new EntryEvent(now, EntryReceiving.Sender, null, ErasureAsked), http.RequestAborted);
                break;
        }

        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = EntryDoor.AddressOf(link);
        return null;
    }

    /// <summary>Those who called may take a step at the same time: it is taken back all the same while the new state lets it be, and otherwise its page says what became of it.</summary>
    private async Task WithdrawAsync(FormEntry entry, string link, CancellationToken cancellation)
    {
        var there = entry;
        while (there is not null && MayWithdraw(there))
        {
            var result = await entries.ChangeAsync(there with { State = ApplicationStates.Withdrawn, ChangedAt = clock.GetUtcNow() }, EntryReceiving.Sender, cancellation);
            if (result is not EntryResult.Stale) return;
            there = await receiving.FindAsync(link, cancellation);
        }
    }

    private async Task<StatusModel> ModelAsync(HttpContext http, SiteReader reader, FormEntry entry, string link)
    {
        var story = await entries.EventsAsync(entry.Key, http.RequestAborted);
        var parts = ImmutableArray.CreateBuilder<View>();
        foreach (var teller in _tellers)
        {
            if (await teller.TellAsync(entry, reader, http.RequestAborted) is { } part) parts.Add(part);
        }

        var about = entry.Content is { } key ? reader.Find(key) : null;
        return new StatusModel(entry, book.Find(entry.Form)?.Definition.Name ?? reader.Texts["Status.AnyForm"])
        {
            Link = link,
            About = about is null ? null : new LinkedItem(about, reader.Carry(about.Path)),
            WritingAddress = EntryReceiving.IsOpen(entry) && PublishedForms.Of(reader.Snapshot).PageOf(entry.Form) is { } page ? $"{reader.See(page).Path}?{EntryDoor.LinkParameter}={link}" : null,
            MayWithdraw = MayWithdraw(entry),
            MayErase = entry.State == EntryState.Draft || !ApplicationStates.All.Contains(entry.State),
            IsErasureAsked = IsErasureAsked(story),
            // Notes are for those who work on it; that something happened is for everybody.
            Story = [.. story.Where(told => told.State is { } state && state != EntryState.Quarantined)],
            Parts = parts.ToImmutable(),
        };
    }

    private static bool MayWithdraw(FormEntry entry) => entry.State != EntryState.Draft && ApplicationStates.Next(entry.State, Actor.Applicant).Contains(ApplicationStates.Withdrawn);

    private async Task<bool> IsErasureAskedAsync(FormEntry entry, CancellationToken cancellation) => IsErasureAsked(await entries.EventsAsync(entry.Key, cancellation));

    private static bool IsErasureAsked(IEnumerable<EntryEvent> story) => story.Any(told => told.Text == ErasureAsked && told.By == EntryReceiving.Sender);

    private static async Task<IFormCollection?> FormAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength is null or > LongestBody) return null;
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return null;
        }
    }

    /// <summary>People paste the whole address as well as its end.</summary>
    private static string LinkIn(string said) => said.Trim() is var text && text.LastIndexOf('=') is var at and >= 0 ? text[(at + 1)..] : text;

    private static SitePage Asking(SiteReader reader, bool isLost = false) => Page(reader, new StatusAskView { Model = isLost });

    private static SitePage Lost(HttpContext http, SiteReader reader)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Asking(reader, isLost: true);
    }

    private static SitePage Ending(SiteReader reader, string title, string text) => Page(reader, new FormEndView { Model = new FormEndModel(reader.Texts[title], [text]) });

    private static SitePage Page(SiteReader reader, View body) => new(
        new PageHead(reader.Texts["Status.Title"]) { Path = EntryDoor.StatusPath, IsHidden = true, Section = "participa" },
        new FormPageView { Model = new FormPageModel(reader.Texts["Status.Title"], body) });
}

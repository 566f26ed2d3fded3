using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Mail;
using Repository.Web.Site.Participating;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Forms.Mail;

/// <summary>Tells whoever asked for advice who reads what they wrote: those who do the practice, or, where these gave no address, those who look after the repository.</summary>
internal sealed class AdviceTelling(FormBook book, IEntryStore entries, AdviceSeeking advice, TimeProvider clock) : IEntryTelling
{
    /// <summary>How long after the sending a letter may still be on its way to the outbox.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    public async Task<View?> TellAsync(FormEntry entry, SiteReader reader, CancellationToken cancellation)
    {
        if (book.Find(entry.Form) is not { } form || !AdviceRequest.IsIn(form.Definition, entry) || entry.State == EntryState.Draft) return null;
        var isPassedOn = MailArrival.IsPassedOn(await entries.EventsAsync(entry.Key, cancellation)) || (clock.GetUtcNow() - entry.SentAt < Moment && await advice.OfAsync(form.Definition, entry, cancellation) is not null);
        return new AdviceView { Model = reader.Texts[isPassedOn ? "Advice.PassedOn" : "Advice.Kept"] };
    }
}

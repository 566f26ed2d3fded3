using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Mail;
using Repository.Web.Site.Participating;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;
using Repository.Web.Site.Views;

namespace Repository.Web.Forms.Mail;

/// <summary>Tells whoever asked for advice who reads what they wrote: those who do the practice, or, where these gave no address, those who look after the repository.</summary>
internal sealed class AdviceTelling(FormBook book, IEntryStore entries) : IEntryTelling
{
    public async Task<View?> TellAsync(FormEntry entry, SiteReader reader, CancellationToken cancellation)
    {
        if (book.Find(entry.Form) is not { } form || !AdviceRequest.IsIn(form.Definition, entry) || entry.State == EntryState.Draft) return null;
        var isPassedOn = (await entries.EventsAsync(entry.Key, cancellation)).Any(told => told.Text == MailArrival.PassedOn && told.State is null && told.By == MailArrival.By);
        return new AdviceView { Model = reader.Texts[isPassedOn ? "Advice.PassedOn" : "Advice.Kept"] };
    }
}

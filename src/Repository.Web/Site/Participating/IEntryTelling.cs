using Repository.Core.Forms.Entries;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Participating;

/// <summary>Tells whoever sent an entry more of how it goes, on its private page. A contract: whoever works on entries of a kind is registered in the container.</summary>
internal interface IEntryTelling
{
    /// <summary>A part of the page; null for entries of another kind, or when there is nothing to tell yet.</summary>
    Task<View?> TellAsync(FormEntry entry, SiteReader reader, CancellationToken cancellation);

    /// <summary>A sentence above the form when it is opened again; null when nothing was asked of the sender.</summary>
    Task<string?> AskAsync(FormEntry entry, SiteReader reader, CancellationToken cancellation) => Task.FromResult<string?>(null);
}

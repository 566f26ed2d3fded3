using Repository.Core.Forms.Entries;
using Repository.Web.Desk.Serving;

namespace Repository.Web.Desk.Forms;

/// <summary>Writes down who read, took or erased what people sent, before they do.</summary>
internal sealed class EntryTrail(IEntryAccess accesses, TimeProvider clock)
{
    /// <param name="entry">Null for what is about several.</param>
    public Task TellAsync(HttpContext http, AccessAct act, Guid form, Guid? entry, string what)
    {
        var now = clock.GetUtcNow();
        return accesses.TellAsync(new EntryAccess(Guid.CreateVersion7(now), now, http.Person.By, act, form, entry, what), http.RequestAborted);
    }
}

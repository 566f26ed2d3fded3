using Repository.Core.Forms;
using Repository.Core.Forms.Entries;

namespace Repository.Web.Forms.Receiving;

/// <summary>
/// Does something with an entry that has been received: it is on the disk and acknowledged already, whatever happens here. A contract: whoever has
/// something to do is registered in the container. What is in quarantine arrives when somebody lets it go.
/// </summary>
internal interface IArrival
{
    Task ArriveAsync(ArrivedEntry arrived, CancellationToken cancellation);
}

/// <param name="Link">The secret part of the private link, known only now; null when the entry has none or it is told to nobody any more.</param>
internal sealed record ArrivedEntry(Form Form, FormEntry Entry, string? Link);

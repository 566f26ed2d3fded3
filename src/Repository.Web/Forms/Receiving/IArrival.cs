using Repository.Core.Forms;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Mail;

namespace Repository.Web.Forms.Receiving;

/// <summary>
/// Does something with an entry that has been received: it is on the disk and acknowledged already, whatever happens here. A contract: whoever has
/// something to do is registered in the container. What is in quarantine arrives when somebody lets it go. It may be told the same entry again – the program
/// ended in between, another node was as fast – and must then leave what is there as it is.
/// </summary>
internal interface IArrival
{
    /// <summary>It is kept with entries that wait for it, and stays the same for ever.</summary>
    string Name { get; }

    bool Awaits(FormDefinition form);

    /// <returns>Letters about it: they reach the outbox in the transaction that says that this is done, so that each is sent once. Null when it cannot be done now.</returns>
    Task<IReadOnlyList<FormLetter>?> ArriveAsync(ArrivedEntry arrived, CancellationToken cancellation);
}

/// <param name="Form">In the version the entry was filled in with.</param>
internal sealed record ArrivedEntry(FormDefinition Form, FormEntry Entry);

using Repository.Core.Forms;
using Repository.Core.Forms.Entries;

namespace Repository.Web.Forms.Receiving;

/// <summary>Says whether something may be sent at all at this moment. A contract: whoever has a say is registered in the container and asked before anything is kept.</summary>
internal interface IEntryGate
{
    /// <summary>Null when nothing is against it; otherwise why not, as the sender is told it.</summary>
    ValueTask<FieldMessage?> RefusalAsync(EntryAttempt attempt, CancellationToken cancellation);
}

/// <summary>Somebody sends a form, or looks whether they could.</summary>
/// <param name="Begun">What they had begun, or were asked to complete; null for a first sending.</param>
/// <param name="Content">The page it is about: a practice, a call.</param>
internal sealed record EntryAttempt(Form Form, FormEntry? Begun, Guid? Content, DateTimeOffset At)
{
    /// <summary>Whoever only looks has attempted nothing.</summary>
    public bool IsSent { get; init; }

    /// <summary>What the sender calls it; empty when it has no name.</summary>
    public string Name { get; init; } = "";
}

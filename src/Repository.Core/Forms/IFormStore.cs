using System.Collections.Immutable;
using Repository.Core.Forms.Entries;

namespace Repository.Core.Forms;

/// <summary>Where forms are kept as they are in force, and as they are being written. Every change is one transaction.</summary>
public interface IFormStore
{
    /// <summary>Each form as it is in force.</summary>
    Task<ImmutableArray<FormHead>> HeadsAsync(CancellationToken cancellation);

    /// <summary>Another number than before when some form came into force in another version.</summary>
    Task<long> MarkAsync(CancellationToken cancellation);

    /// <summary>Takes over what a file says, unless it says what it said last time: what was published since then stays.</summary>
    /// <returns>Whether the form in force is another one now.</returns>
    Task<bool> TakeFromFileAsync(Form form, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Puts a form into force and ends its draft.</summary>
    /// <param name="draft">The revision of the draft it was made from; none when it was made from nothing that was being written.</param>
    /// <returns>Null when the draft is another one by now.</returns>
    Task<FormHead?> PublishAsync(Form form, int? draft, string by, DateTimeOffset now, CancellationToken cancellation);

    Task<ImmutableArray<FormDraftState>> DraftsAsync(CancellationToken cancellation);

    Task<FormDraftState?> FindDraftAsync(Guid form, CancellationToken cancellation);

    /// <summary>Keeps what is being written; its revision is that of the draft it was made from, 0 for a new one.</summary>
    /// <returns>The draft with its new revision; null when somebody else was faster.</returns>
    Task<FormDraftState?> SaveDraftAsync(FormDraftState draft, CancellationToken cancellation);

    /// <summary>False when the draft is another one by now, or gone.</summary>
    Task<bool> DropDraftAsync(Guid form, int revision, CancellationToken cancellation);
}

/// <summary>The version of a form that is in force, and who put it there.</summary>
public sealed record FormHead(FormVersion Version, string By);

/// <summary>A form as somebody is writing it: it need not hold together.</summary>
public sealed record FormDraftState(FormDefinition Definition, int Revision, string By, DateTimeOffset At)
{
    /// <summary>What it was before it was last saved; null when that was the first time.</summary>
    public FormDefinition? Former { get; init; }
}

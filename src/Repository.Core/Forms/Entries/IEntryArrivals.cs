using System.Collections.Immutable;
using Repository.Core.Forms.Mail;

namespace Repository.Core.Forms.Entries;

/// <summary>
/// What is still to be done about entries that have come. It is kept in the transaction that keeps the entry, so that no end of the program loses it; several
/// nodes may work on it: what one took is nobody else's for a while.
/// </summary>
public interface IEntryArrivals
{
    /// <summary>Those whose time has come, each counted as tried once more and left alone by others until then.</summary>
    Task<ImmutableArray<AwaitedArrival>> TakeDueAsync(DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancellation);

    /// <summary>Those of one entry, whether their time has come or not.</summary>
    Task<ImmutableArray<AwaitedArrival>> TakeOfAsync(Guid entry, DateTimeOffset until, CancellationToken cancellation);

    Task PutOffAsync(AwaitedArrival arrival, DateTimeOffset next, CancellationToken cancellation);

    /// <summary>Says that something is done, and puts the letters about it into the outbox in the same transaction. What another node said meanwhile has its letters already.</summary>
    Task SettleAsync(IReadOnlyCollection<DoneArrival> done, CancellationToken cancellation);
}

/// <param name="Name">Of what is to be done about it.</param>
/// <param name="Attempts">How often that was tried, this time included.</param>
public sealed record AwaitedArrival(FormEntry Entry, string Name, int Attempts);

public sealed record DoneArrival(AwaitedArrival Arrival, IReadOnlyList<FormLetter> Letters);

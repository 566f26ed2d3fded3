using System.Collections.Immutable;

namespace Repository.Core.Forms.Entries;

/// <summary>Which draft was made of which proposal, so that none is made twice and both are found from the other.</summary>
public interface IProposedItems
{
    Task AddAsync(ProposedItem proposed, CancellationToken cancellation);

    Task<ProposedItem?> OfEntryAsync(Guid entry, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    Task<ImmutableArray<ProposedItem>> AllAsync(CancellationToken cancellation);
}

public sealed record ProposedItem(Guid Entry, Guid Form, string Folio, Guid Item, DateTimeOffset At);

using System.Collections.Immutable;

namespace Repository.Search.Collecting;

/// <summary>What a search found.</summary>
/// <param name="Total">How many documents match, exactly.</param>
/// <param name="Hits">The best of them, best first; equal scores in the order in which the documents were added.</param>
/// <param name="Matches">All of them, when they were asked for.</param>
public sealed record SearchResult(int Total, ImmutableArray<Hit> Hits, Matches? Matches);
